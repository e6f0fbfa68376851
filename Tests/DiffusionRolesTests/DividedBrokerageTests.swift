import KnowledgeNetworks
import TestNetworks
import Testing

@testable import DiffusionRoles

/// Arrangements counted in parts and joined give the test of one machine.
@Suite struct DividedBrokerageTests {
  @Test(arguments: [(60, 999), (60, 257), (7, 10)]) func partsGiveTheTestOfOneMachine(size: Int, draws: Int) throws {
    let network = try KnowledgeNetwork.random(size, density: size < 10 ? 0.4 : 0.08, seed: 3)
    let labels = network.actors.indices.map { $0 % 11 == 10 ? nil : "g\($0 % 3)" }
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
    let options = PermutationOptions(draws: draws, exactLimit: 1_000, seed: 5)
    let expected = try brokerage.permutationTest(options: options)
    let work = DividedBrokerageTest(brokerage, options: options)
    for tasks in [1, 3, 8] {
      var parts: [Int: WorkPart] = [:]
      for task in (0..<tasks).reversed() {
        let count = work.batchCounts[0]
        parts[task] = try work.part(
          of: 0, batches: count * task / tasks..<count * (task + 1) / tasks, workers: Workers(threads: 1 + task % 2))
      }
      let joined = WorkParts(taskCount: tasks) { task, _ in parts[task] ?? WorkPart([]) }
      #expect(try work.outcome(joining: joined, workers: .all) == expected)
    }
  }
}
