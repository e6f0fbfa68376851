import KnowledgeNetworks

/// The share of an actor's receivers that give knowledge back; not defined for an actor without receivers.
func reciprocity(of network: KnowledgeNetwork) -> ActorScores {
  let shares = network.actors.indices.map { actor in
    let (receivers, givers) = (network.receivers(of: actor), network.givers(to: actor))
    return receivers.isEmpty ? .nan : Double(receivers.count { givers.contains($0) }) / Double(receivers.count)
  }
  return ActorScores(measure: "reciprocity", shares)
}

let network = try KnowledgeNetwork(
  actors: [
    NetworkActor(id: "office", kind: .clusterManagement), NetworkActor(id: "mill", kind: .sme),
    NetworkActor(id: "foundry", kind: .sme), NetworkActor(id: "works", kind: .largeFirm),
  ],
  ties: [(0, 1), (1, 0), (0, 2), (2, 3), (3, 2), (1, 2)].map { Tie(source: $0, target: $1) })
let scores = reciprocity(of: network)
for actor in scores.highest(3) { print(network.actors[actor].id, scores[actor] ?? .nan) }

// How many ties stay within a kind, beside what permuted labels would give.
let pairs = Array(network.pairs)
let tests = try LabelPermutations(of: network.grouping(by: .kind)).test { labels in
  [Double(pairs.count { labels[$0.source] == labels[$0.target] })]
}
print("\(tests[0].observed) within kinds, \(tests[0].mean) expected, two-sided p \(tests[0].pTwoSided)")
