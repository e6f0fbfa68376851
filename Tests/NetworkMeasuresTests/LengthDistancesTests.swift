import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

/// Distances along ties of any lengths, from eight actors at once: as one search after another finds.
@Suite struct LengthDistancesTests {
  typealias Length = @Sendable (inout SeededGenerator) -> Double

  /// Lengths alike, lengths of several sizes, many of one length beside few of another, and lengths far apart.
  static let choices: [(name: String, length: Length)] = [
    ("alike", { 0.5 + 4.5 * $0.unit() }), ("of several sizes", { exp(8 * $0.unit() - 4) }),
    ("near whole numbers", { Double(1 + $0.below(5)) + 1e-9 * $0.unit() }),
    ("few long ones", { $0.below(20) == 0 ? 1_000 + $0.unit() : 1 + $0.unit() }),
    ("few short ones", { $0.below(20) == 0 ? 1e-23 * (1 + $0.unit()) : 1 + $0.unit() }),
    ("mostly short ones", { $0.below(20) == 0 ? 1 + $0.unit() : 1e-23 * (1 + $0.unit()) }),
    ("hardly above nothing", { 1e-300 * (1 + $0.unit()) + ($0.below(9) == 0 ? 1 : 0) }),
  ]

  @Test(arguments: choices.indices) func distancesAreThoseOfOneSearchAfterAnother(choice: Int) throws {
    let (name, length) = Self.choices[choice]
    let networks =
      try SmallNetworks.random(12) + [
        .random(70, density: 0.04, seed: 5), .random(70, density: 0.03, seed: 6, isDirected: false),
        .random(150, density: 0.03, seed: 7), .random(9, density: 0, seed: 1),
      ]
    for (run, network) in networks.enumerated() {
      let network = try network.lengthened(seed: UInt64(run), length)
      if network.pairCount > 12 { #expect(network.wholeLengths == nil, "\(name)") }
      for direction in [Direction.outgoing, .incoming, .both] {
        try expectDistancesOfOneSearchAfterAnother(network, direction)
      }
    }
  }

  /// A way of many short ties beats one long tie, found first, and all that was passed on along it falls.
  @Test func whatWasPassedOnTooEarlyFallsAgain() throws {
    let count = 400
    let chain = (1..<count).map { Tie(source: $0 - 1, target: $0, weight: 1 / Double($0 + 1)) }
    let shortcuts = (2..<count).map { Tie(source: 0, target: $0, weight: 100 + Double($0) / 7) }
    let network = try KnowledgeNetwork(
      actors: (0..<count).map { NetworkActor(id: "\($0)") }, ties: chain + shortcuts, weightMeaning: .distance)
    #expect(network.wholeLengths == nil)
    for direction in [Direction.outgoing, .incoming, .both] {
      try expectDistancesOfOneSearchAfterAnother(network, direction)
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let network = try KnowledgeNetwork.random(300, density: 0.02, seed: 3).lengthened { 0.5 + $0.unit() }
    func scores(_ threads: Int) throws -> [[Double?]] {
      try network.scores(
        of: [.harmonicOut, .closenessIn], engine: .parallel, workers: Workers(threads: threads)
      ).map { Array($0) }
    }
    let alone = try scores(1)
    for threads in [2, 3, 8] { #expect(try scores(threads) == alone) }
  }
}
