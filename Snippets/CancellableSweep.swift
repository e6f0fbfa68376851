import KnowledgeDiffusion
import KnowledgeNetworks

let network = try KnowledgeNetwork(ties: [
  (from: "office", to: "mill"), (from: "mill", to: "foundry"), (from: "institute", to: "office"),
])

/// The mean reach of an actor at each chance; what is finished when the task is cancelled is kept.
func sweep(_ chances: [Double]) async throws -> [(chance: Double, reach: Double)] {
  var results: [(chance: Double, reach: Double)] = []
  for chance in chances {
    do {
      // On threads of its own, so that whoever awaits it stays free.
      let reach = try await Workers.all.run { workers in
        try IndependentCascade(probability: chance).reachOfEveryActor(
          on: network, options: SpreadOptions(runs: 1_000, seed: 1), workers: workers)
      }
      let known = reach.expected.compactMap(\.self)
      results.append((chance, known.reduce(0, +) / Double(known.count)))
    } catch let error as BuzzlineError where error.code == .cancelled {
      break
    }
  }
  return results
}

let task = Task { try await sweep([0.1, 0.3, 0.5, 0.7, 0.9]) }
// task.cancel() ends it within a tenth of a second.
for (chance, reach) in try await task.value { print(chance, reach) }
