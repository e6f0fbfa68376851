import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

/// PageRank against its equations, solved by elimination, and against igraph.
@Suite struct PageRankTests {
  /// Networks with actors who give to nobody, in one component and in many, with and without direction and weights.
  private static func networks() throws -> [KnowledgeNetwork] {
    try (0..<24).map { run in
      let plain = try KnowledgeNetwork.random(
        [1, 2, 7, 12, 30][run % 5], density: [0.03, 0.1, 0.3, 0.8][run % 4], seed: UInt64(run), isDirected: run % 3 != 0
      )
      guard run % 2 == 0 else { return plain }
      let ties = plain.ties.enumerated().flatMap { place, tie in
        // Some ties are listed twice; the weights of a pair add up.
        (0...(place % 3 == 0 ? 1 : 0)).map {
          Tie(source: tie.source, target: tie.target, weight: Double(1 + (place + $0) % 5) / 2)
        }
      }
      return try KnowledgeNetwork(
        actors: plain.actors, ties: ties, isDirected: plain.isDirected, weightMeaning: .strength)
    }
  }

  /// The shares of a walker's time from the definition: a system of linear equations, by Gauss and Jordan.
  private func twin(_ network: KnowledgeNetwork, _ damping: Double) -> [Double] {
    let count = network.actorCount
    var given = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for tie in network.ties {
      let weight = network.weightMeaning == .strength ? tie.weight : 1
      for (giver, receiver) in [(tie.source, tie.target)] + (network.isDirected ? [] : [(tie.target, tie.source)]) {
        given[giver][receiver] = network.weightMeaning == .strength ? given[giver][receiver] + weight : 1
      }
    }
    var rows = (0..<count).map { receiver in
      (0..<count).map { giver in
        let sum = given[giver].reduce(0, +)
        let step = sum > 0 ? given[giver][receiver] / sum : 1 / Double(count)
        return (giver == receiver ? 1 : 0) - damping * step
      } + [(1 - damping) / Double(count)]
    }
    for place in 0..<count {
      let pivot = rows[place][place]
      rows[place] = rows[place].map { $0 / pivot }
      for other in 0..<count where other != place {
        let factor = rows[other][place]
        rows[other] = zip(rows[other], rows[place]).map { $0 - factor * $1 }
      }
    }
    return rows.map { $0[count] }
  }

  @Test(arguments: [0.3, 0.85, 0.99]) func theySolveTheirEquations(damping: Double) throws {
    for (run, network) in try Self.networks().enumerated() {
      let scores = try network.pageRank(damping: damping, engine: .parallel).map { $0 ?? .nan }
      let expected = twin(network, damping)
      #expect(zip(scores, expected).allSatisfy { abs($0 - $1) <= 1e-11 * $1 }, "run \(run)")
      #expect(abs(scores.reduce(0, +) - 1) < 1e-13)
    }
  }

  @Test func igraphAgrees() throws {
    for network in try Self.networks() + [KnowledgeNetwork.random(2_000, density: 0.002, seed: 5)] {
      let scores = try network.pageRank(engine: .parallel)
      let judge = try network.pageRank(engine: .igraph)
      #expect(zip(scores, judge).allSatisfy { abs(($0 ?? .nan) - ($1 ?? .nan)) <= 1e-9 * ($1 ?? .nan) })
    }
  }

  /// Long rings settle slowest, and chains of single actors need no rounds at all.
  @Test func ringsAndChainsAreExact() throws {
    let count = 3_000
    for isReversed in [false, true] {
      let ring = (0..<count).map { isReversed ? (($0 + 1) % count, $0) : ($0, ($0 + 1) % count) }
      let even = try KnowledgeNetwork.test(count, ring).pageRank(engine: .parallel)
      #expect(even.allSatisfy { abs(($0 ?? .nan) * Double(count) - 1) < 1e-12 })
      // Along a chain each share is 1 more than 0.85 times the one before.
      let shares = (1..<count).reduce(into: [1.0]) { shares, _ in shares.append(1 + 0.85 * (shares.last ?? 0)) }
      let sum = shares.reduce(0, +)
      let chain = try KnowledgeNetwork.test(count, Array(ring.dropLast())).pageRank(engine: .parallel)
      let ordered = isReversed ? chain.reversed().map { $0 } : chain.map { $0 }
      #expect(zip(ordered, shares).allSatisfy { abs(($0 ?? .nan) * sum - $1) < 1e-12 * $1 })
    }
  }

  @Test func threadsChangeNothing() throws {
    let network = try KnowledgeNetwork.random(300, density: 0.02, seed: 9)
    let alone = try network.pageRank(engine: .parallel, workers: Workers(threads: 1))
    let others = try network.pageRank(engine: .parallel, workers: Workers(threads: 8))
    #expect(alone.elementsEqual(others))
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try KnowledgeNetwork.random(40, density: 0.2, seed: 2)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try network.pageRank(engine: .parallel)
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
