import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

/// Lengths that are small whole multiples of one are searched unit by unit: as one search after another finds.
@Suite struct WholeLengthsTests {
  /// Random networks with lengths from a choice, every fifth without direction, with some actors out of reach.
  private func networks(lengths choice: [Double]) throws -> [KnowledgeNetwork] {
    let small = try SmallNetworks.random(15)
    let wide = try [
      KnowledgeNetwork.random(70, density: 0.04, seed: 5), .random(70, density: 0.03, seed: 6, isDirected: false),
      .random(120, density: 0.01, seed: 7),
    ]
    return try (small + wide).enumerated().map { run, network in
      try network.lengthened(seed: UInt64(run)) { choice[$0.below(choice.count)] }
    }
  }

  static let choices: [[Double]] = [
    [1], [1, 2, 3, 4, 5], (1...12).map { 0.1 * Double($0) }, [2.5, 5, 7.5], [1, 64], (1...64).map { Double($0) / 3 },
    [3e-7, 6e-7, 3e-6],
  ]

  @Test(arguments: choices) func distancesAreThoseOfOneSearchAfterAnother(choice: [Double]) throws {
    for network in try networks(lengths: choice) where network.pairCount > 0 {
      let analysis = ParallelAnalysis(of: network, workers: .all)
      #expect(analysis.isSearchedInSteps)
      for direction in [Direction.outgoing, .incoming, .both] {
        let twin = LengthKernel(network, direction)
        let harmonic = try twin.map(by: .all) { reached, distances in
          reached.reduce(0) { $0 + 1 / distances[Int($1)] }
        }
        let closeness = try twin.map(by: .all) { reached, distances in
          reached.isEmpty ? .nan : Double(reached.count) / reached.reduce(0) { $0 + distances[Int($1)] }
        }
        expectSame(try network.harmonic(direction, engine: .parallel), harmonic)
        expectSame(try network.closeness(direction, isNormalized: true, engine: .parallel), closeness)
      }
    }
  }

  @Test(arguments: choices) func betweennessIsThatOfOneSearchAfterAnother(choice: [Double]) throws {
    for (run, network) in try networks(lengths: choice).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      let grouping = Grouping(name: "group", labels: labels)
      for grouping in grouping.groups.isEmpty ? [nil] : [nil, grouping] {
        let scores = try ParallelAnalysis(of: network, workers: .all).betweenness(between: grouping)
        let twin = try LengthKernel(network, .outgoing).dependencies(on: CountedEnds(grouping), by: .all)
        for (score, twin) in zip(scores, twin) {
          let twin = network.isDirected ? twin : twin / 2
          #expect(abs(score - twin) <= 1e-9 * twin)
        }
      }
    }
  }

  @Test func pathCountsMayOutgrowSmallNumbers() throws {
    // Diamonds in a row, each of which offers eight ways of one length and a longer tie.
    var ties: [Tie] = []
    for first in stride(from: 0, to: 9 * 14, by: 9) {
      for middle in 1...8 {
        ties += [
          Tie(source: first, target: first + middle, weight: 1),
          Tie(source: first + middle, target: first + 9, weight: 2),
        ]
      }
      ties.append(Tie(source: first, target: first + 9, weight: 4))
    }
    let actors = (0...9 * 14).map { NetworkActor(id: "\($0)") }
    let network = try KnowledgeNetwork(actors: actors, ties: ties, weightMeaning: .distance)
    let twin = try LengthKernel(network, .outgoing).dependencies(on: .all, by: .all)
    expectSame(try network.betweenness(engine: .parallel), twin)
  }

  @Test func aFactorLeavesBetweennessAsItIs() throws {
    let plain = try KnowledgeNetwork.random(90, density: 0.04, seed: 8)
    let long = try plain.lengthened { Double(1 + $0.below(5)) }
    let decimal = try plain.lengthened { 0.1 * Double(1 + $0.below(5)) }
    #expect(try Array(long.betweenness(engine: .parallel)) == Array(decimal.betweenness(engine: .parallel)))
  }

  private func expectSame(_ scores: ActorScores, _ twin: [Double]) {
    for (score, twin) in zip(scores, twin) {
      #expect(score == nil ? twin.isNaN : abs((score ?? 0) - twin) <= 1e-9 * abs(twin), "\(scores.measure)")
    }
  }

  @Test func lengthsOfOneAreSteps() throws {
    let plain = try KnowledgeNetwork.random(150, density: 0.02, seed: 2)
    let long = try plain.lengthened { _ in 1 }
    for direction in [Direction.outgoing, .incoming, .both] {
      #expect(
        try Array(long.harmonic(direction, engine: .parallel)) == Array(plain.harmonic(direction, engine: .parallel)))
      #expect(
        try Array(long.closeness(direction, engine: .parallel)) == Array(plain.closeness(direction, engine: .parallel)))
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let network = try KnowledgeNetwork.random(300, density: 0.02, seed: 3).lengthened { Double(1 + $0.below(5)) }
    let measures = [Measure.harmonicOut, .closenessIn, .betweenness]
    func scores(_ threads: Int) throws -> [[Double?]] {
      try network.scores(of: measures, engine: .parallel, workers: Workers(threads: threads)).map { Array($0) }
    }
    let alone = try scores(1)
    for threads in [2, 3, 8] { #expect(try scores(threads) == alone) }
  }

  @Test func unitsAreFoundInDecimals() throws {
    #expect(WholeLengths([0.1, 0.2, 0.5])?.longest == 5)
    #expect(WholeLengths([0.1 + 0.2, 0.3, 0.7])?.longest == 7)
    #expect(WholeLengths([4, 6, 10])?.longest == 5)
    #expect(WholeLengths([4, 6, 10])?.unit == 2)
    #expect(WholeLengths([1.0 / 3, 2.0 / 3, 5.0 / 3])?.longest == 5)
    #expect(WholeLengths([7.25])?.longest == 1)
    #expect(WholeLengths([1, 64])?.longest == 64)
    #expect(WholeLengths([63, 64])?.longest == 64)
    #expect(WholeLengths([1, 65]) == nil)
    #expect(WholeLengths([1, 1.000001]) == nil)
    #expect(WholeLengths([1, 2.0.squareRoot()]) == nil)
    #expect(WholeLengths([1e-23, 1]) == nil)
    #expect(WholeLengths([]) == nil)
  }

  @Test func aFactorChangesNoUnits() throws {
    let lengths = (1...40).map { Double(1 + $0 * 7 % 13) }
    let units = try #require(WholeLengths(lengths))
    for factor in [0.1, 1.0 / 3, 7, 1e-9, 12_345.678] {
      let scaled = try #require(WholeLengths(lengths.map { $0 * factor }))
      #expect(lengths.map { scaled.units($0 * factor) } == lengths.map { units.units($0) })
    }
  }

  @Test(arguments: [Measure.harmonicOut, .betweenness])
  func cancelledSearchesEndWithTheirCode(measure: Measure) async throws {
    let network = try KnowledgeNetwork.random(300, density: 0.02, seed: 4).lengthened { Double(1 + $0.below(5)) }
    let code = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      do {
        _ = try network.scores(of: [measure], engine: .parallel)
        return BuzzlineError.Code?.none
      } catch {
        return (error as? BuzzlineError)?.code
      }
    }.value
    #expect(code == .cancelled)
  }
}

extension KnowledgeNetwork {
  /// The same ties with lengths, drawn tie by tie.
  func lengthened(
    seed: UInt64 = 1, _ length: (inout SeededGenerator) -> Double
  ) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: seed, stream: 3)
    let ties = ties.map { tie in
      var tie = tie
      tie.weight = length(&generator)
      return tie
    }
    return try KnowledgeNetwork(actors: actors, ties: ties, isDirected: isDirected, weightMeaning: .distance)
  }
}
