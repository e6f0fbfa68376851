import KnowledgeDiffusion
import KnowledgeNetworks

/// A connected pair carries knowledge the likelier, the stronger it is.
struct StrengthCascade: LiveTieModel {
  var name: String { "strength-cascade" }

  func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    try LiveTies(on: network) { _, _, weight in weight / (1 + weight) }
  }
}

let network = try KnowledgeNetwork(ties: [
  (from: "office", to: "mill", weight: 3), (from: "mill", to: "foundry", weight: 1),
  (from: "foundry", to: "office", weight: 1), (from: "institute", to: "office", weight: 2),
])

// Whatever asks for a model takes it: reach, seeds, losses, new ties.
let reach = try StrengthCascade().reachOfEveryActor(on: network, options: SpreadOptions(runs: 1_000, seed: 1))
for (actor, expected) in zip(network.actors, reach.expected) { print(actor.id, expected ?? .nan) }
let choice = try network.seeds(1, by: StrengthCascade())
print("first to inform:", choice.seeds.map { network.actors[$0].id })
