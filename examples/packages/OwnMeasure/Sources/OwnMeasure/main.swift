import KnowledgeNetworks

// A measure of one's own over the rows of a network, and a statistic of one's own under permuted labels.

/// The share of an actor's receivers that give knowledge back; not defined for an actor without receivers.
func reciprocity(of network: KnowledgeNetwork) -> ActorScores {
  ActorScores(
    measure: "reciprocity",
    network.actors.indices.map { actor in
      let receivers = network.receivers(of: actor)
      let givers = network.givers(to: actor)
      return receivers.isEmpty ? .nan : Double(receivers.count { givers.contains($0) }) / Double(receivers.count)
    })
}

let actors = [
  NetworkActor(id: "office", kind: .clusterManagement), NetworkActor(id: "institute", kind: .researchInstitute),
  NetworkActor(id: "mill", kind: .sme), NetworkActor(id: "foundry", kind: .sme), NetworkActor(id: "works", kind: .sme),
]
let network = try KnowledgeNetwork(
  actors: actors,
  ties: [(0, 1), (1, 0), (0, 2), (2, 0), (2, 3), (3, 2), (3, 4), (4, 3), (1, 4)].map { Tie(source: $0, target: $1) })

let scores = reciprocity(of: network)
for actor in scores.highest(3) { print(network.actors[actor].name, scores[actor] ?? .nan) }

let pairs = Array(network.pairs)
let test = try LabelPermutations(of: network.grouping(by: .kind)).test { labels in
  [Double(pairs.count { labels[$0.source] == labels[$0.target] })]
}
print("ties within kinds: \(test[0].observed), expected \(test[0].mean), two-sided p \(test[0].pTwoSided)")
