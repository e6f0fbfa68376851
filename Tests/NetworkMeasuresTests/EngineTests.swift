import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

/// Our kernels and igraph side by side.
@Suite struct EngineTests {
  private static let directions = Direction.allCases
  private static let measures: [Measure] =
    [.betweenness, .betweenness(isNormalized: true), .pagerank, .pageRank(damping: 0.5), .constraint]
    + directions.flatMap {
      [
        .closeness($0), .closeness($0, isNormalized: true), .harmonic($0), .harmonic($0, isNormalized: true),
        .coreness($0),
      ]
    }

  /// Networks of every sort: with and without direction, weights, isolates, in one part and in many.
  private static func network(_ run: Int) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: UInt64(run), stream: 3)
    let actorCount = 2 + generator.below(run % 10 == 0 ? 150 : 30)
    let density = [0.5, 1.5, 3, 8][run % 4] / Double(actorCount)
    let plain = try KnowledgeNetwork.random(
      actorCount, density: density, seed: UInt64(run), isDirected: run % 3 != 0)
    guard run % 5 < 2 else { return plain }
    let ties = plain.ties.map { tie in
      var tie = tie
      tie.weight = run % 2 == 0 ? Double(1 + generator.below(4)) : 0.1 + generator.unit()
      return tie
    }
    return try KnowledgeNetwork(
      actors: plain.actors, ties: ties, isDirected: plain.isDirected,
      weightMeaning: run % 5 == 0 ? .strength : .distance)
  }

  /// Whether the same actors are undefined and all others differ by no more than 1e-9 of their size.
  private static func agrees(_ own: ActorScores, with judge: ActorScores) -> Bool {
    own.count == judge.count
      && zip(own, judge).allSatisfy { agree($0, $1, within: 1e-9 * max(abs($1 ?? 0), 1e-3)) }
  }

  @Test(arguments: 0..<20) func bothEnginesAgree(batch: Int) throws {
    for run in batch * 50..<(batch + 1) * 50 {
      let network = try Self.network(run)
      let ours = try network.scores(of: Self.measures, engine: .parallel, workers: Workers(threads: 2))
      let theirs = try network.scores(of: Self.measures, engine: .igraph)
      for (own, judge) in zip(ours, theirs) {
        #expect(Self.agrees(own, with: judge), "\(own.measure) of network \(run)")
        #expect(own.remarks == judge.remarks)
      }
    }
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    for run in [0, 1, 3, 10, 20] {
      let network = try Self.network(run)
      let alone = try network.scores(of: Self.measures, engine: .parallel, workers: Workers(threads: 1))
      for threads in [2, 8] {
        let many = try network.scores(of: Self.measures, engine: .parallel, workers: Workers(threads: threads))
        #expect(many == alone)
      }
    }
    let wide = try KnowledgeNetwork.random(900, density: 0.01, seed: 5)
    let alone = try wide.scores(
      of: [.betweenness, .harmonic(.outgoing)], engine: .parallel, workers: Workers(threads: 1))
    for threads in [2, 8] {
      let many = try wide.scores(
        of: [.betweenness, .harmonic(.outgoing)], engine: .parallel, workers: Workers(threads: threads))
      #expect(many == alone)
    }
  }

  /// A row of diamonds has 2^k shortest paths from end to end, more than small numbers hold.
  @Test(arguments: [20, 30, 60]) func manyShortestPathsAreCounted(diamonds: Int) throws {
    let ties = (0..<diamonds).flatMap { diamond in
      let first = 3 * diamond
      return [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
    }
    let network = try KnowledgeNetwork.test(3 * diamonds + 1, ties)
    let ours = try network.betweenness(engine: .parallel)
    #expect(Self.agrees(ours, with: try network.betweenness(engine: .igraph)))
  }

  @Test func deepNetworksAgree() throws {
    let chain = try KnowledgeNetwork.test(700, (1..<700).map { ($0 - 1, $0) }, isDirected: false)
    for measure in [Measure.betweenness, .harmonic(.outgoing), .closeness(.incoming)] {
      let judge = try chain.scores(of: [measure], engine: .igraph)[0]
      #expect(Self.agrees(try chain.scores(of: [measure], engine: .parallel)[0], with: judge))
    }
  }

  @Test func emptyNetworksAgree() throws {
    for actorCount in 0..<3 {
      let network = try KnowledgeNetwork.test(actorCount, [])
      for measure in Self.measures {
        let judge = try network.scores(of: [measure], engine: .igraph)[0]
        #expect(Self.agrees(try network.scores(of: [measure], engine: .parallel)[0], with: judge))
      }
    }
  }

  @Test func autoTurnsToOurOwnKernelsForMuchWork() throws {
    let small = try KnokeOrganisations.information
    #expect(small.engine(for: .betweenness) == .igraph)
    #expect(small.engine(for: .betweenness, asked: .parallel) == .parallel)
    let large = try KnowledgeNetwork.random(1_000, density: 0.02, seed: 1)
    #expect(large.engine(for: .betweenness) == .parallel)
    #expect(small.engine(for: .pagerank) == .igraph && large.engine(for: .pagerank) == .parallel)
    #expect(large.engine(for: .coreness) == .igraph)
    #expect(large.engine(for: .hub, asked: .igraph) == .parallel)
    #expect(large.engine(for: .inDegree, asked: .igraph) == .parallel)
  }
}
