import Buzzline

// Swift's own protocol keeps its name beside the library; the three actors between most others.

actor Ledger {
  private(set) var names: [String] = []
  func enter(_ name: String) { names.append(name) }
}

func describe(_ isolation: any Actor) -> String { "\(type(of: isolation))" }

let network = try KnowledgeNetwork(ties: [
  (from: "mill", to: "office"), (from: "office", to: "foundry"), (from: "foundry", to: "works"),
  (from: "works", to: "institute"), (from: "institute", to: "mill"), (from: "office", to: "institute"),
])
let betweenness = try await Workers.all.run { try network.betweenness(workers: $0) }
let ledger = Ledger()
for actor in betweenness.highest(3) { await ledger.enter("\(network.actors[actor].name) \(betweenness[actor] ?? 0)") }
print(describe(ledger), await ledger.names)
