import KnowledgeNetworks

// Who gave knowledge to whom: a tie runs from the giver to the receiver.
let network = try KnowledgeNetwork(
  actors: [
    NetworkActor(id: "office", kind: .clusterManagement, cluster: "valley"),
    NetworkActor(id: "mill", kind: .sme, cluster: "valley"),
    NetworkActor(id: "foundry", kind: .sme, cluster: "valley"),
    NetworkActor(id: "institute", kind: .researchInstitute, cluster: "coast"),
  ],
  ties: [
    Tie(source: 3, target: 0, topic: "alloys"), Tie(source: 0, target: 1, topic: "alloys"),
    Tie(source: 0, target: 2, topic: "markets"), Tie(source: 1, target: 2, topic: "alloys"),
  ])

print(network)  // 4 actors, 4 ties
for pair in network.pairs {
  let scope = network.scope(between: pair.source, and: pair.target)
  print(network.actors[pair.source].id, "gave to", network.actors[pair.target].id, "by", scope.label)
}

// A network never changes: each of these makes another one.
let alloys = network.slice(topics: ["alloys"])
let wider = try network.adding([Tie(source: 2, target: 3)])
let valley = network.egoNetwork(of: 0)
print(alloys.tieCount, wider.tieCount, valley.actorCount)

// The shortest way from the institute to the foundry.
if let path = network.path(from: 3, to: 2) { print(path.map { network.actors[$0].id }) }
