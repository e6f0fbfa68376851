import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

/// Parts of measures, computed in any order and joined, have the bits of one machine.
@Suite struct DividedMeasuresTests {
  private static func clustered(_ network: KnowledgeNetwork, hasGap: Bool = false) throws -> KnowledgeNetwork {
    let actors = network.actors.indices.map { place in
      NetworkActor(
        id: network.actors[place].id, cluster: hasGap && place % 9 == 0 ? nil : Cluster(rawValue: "c\(place % 3)"))
    }
    return try KnowledgeNetwork(
      actors: actors, ties: network.ties, isDirected: network.isDirected, weightMeaning: network.weightMeaning)
  }

  private static func networks() throws -> [KnowledgeNetwork] {
    var networks: [KnowledgeNetwork] = []
    for isDirected in [true, false] {
      let plain = try KnowledgeNetwork.random(300, density: 0.008, seed: 4, isDirected: isDirected)
      networks += try [
        clustered(plain), clustered(plain, hasGap: true), plain.lengthened(seed: 1) { Double(1 + $0.below(5)) },
        plain.lengthened(seed: 2) { 0.1 + $0.unit() },
      ]
    }
    return try networks + [.test(0, []), .test(5, []), .test(2, [(0, 1)])]
  }

  private static let measures: [Measure] = [
    .betweenness, .betweennessBetweenClusters, .closenessIn, .closenessOut, .harmonicIn, .harmonicOut,
  ]

  @Test(arguments: [1, 3, 8]) func partsGiveTheScoresOfOneMachine(tasks: Int) throws {
    for network in try Self.networks() {
      for isNormalized in [false, true] {
        let expected = try network.scores(of: Self.measures, isNormalized: isNormalized, engine: .parallel)
        let work = try DividedMeasures(of: Self.measures, isNormalized: isNormalized, in: network, workers: .all)
        let counts = work.batchCounts
        var parts: [[WorkPart]] = Array(repeating: [], count: tasks)
        for task in (0..<tasks).reversed() {
          for (computation, count) in counts.enumerated() {
            let batches = count * task / tasks..<count * (task + 1) / tasks
            parts[task].append(
              try work.part(of: computation, batches: batches, workers: Workers(threads: 1 + task % 2)))
          }
        }
        let found = try work.outcome(joining: WorkParts(taskCount: tasks) { parts[$0][$1] }, workers: .all)
        #expect(found.map(\.measure) == expected.map(\.measure) && found.map(\.remarks) == expected.map(\.remarks))
        for (found, expected) in zip(found, expected) {
          #expect(found.map { $0?.bitPattern } == expected.map { $0?.bitPattern }, "\(expected.measure)")
        }
      }
    }
  }

  @Test func whatDoesNotSearchFromAllIsRefused() throws {
    let error = #expect(throws: BuzzlineError.self) {
      try DividedMeasures(of: [.pagerank], isNormalized: false, in: .test(2, [(0, 1)]), workers: .all)
    }
    #expect(error?.code == .invalidOptions && error?.message.contains("betweenness") == true)
  }
}
