import IGraph
import KnowledgeNetworks
import Testing

@Suite struct GraphTests {
  private static func code(of body: () throws -> Void) -> IGraphError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? IGraphError)?.code
    }
  }

  @Test func tiesMustJoinActorsThatExist() {
    #expect(Self.code { _ = try Graph(actorCount: 3, ties: [0, 7], isDirected: true) } == .invalidInput)
    #expect(Self.code { _ = try Graph(actorCount: 0, ties: [0, 0], isDirected: true) } == .invalidInput)
    #expect(Self.code { _ = try Graph(actorCount: 3, ties: [0, 1, 2], isDirected: true) } == .invalidInput)
    #expect(Self.code { _ = try Graph(actorCount: 3, ties: [0, 2], isDirected: true) } == nil)
  }

  @Test(arguments: [-1, Double.nan, .infinity, -.infinity])
  func weightsMustBeFiniteAndNotNegative(wrong: Double) throws {
    let graph = try Graph(actorCount: 3, ties: [0, 1, 1, 2, 2, 0], isDirected: true)
    let weights = [1, wrong, 1]
    #expect(Self.code { _ = try graph.betweenness(lengths: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.closeness(.outgoing, lengths: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.harmonic(.outgoing, lengths: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.eigenvector(weights: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.pageRank(damping: 0.85, weights: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.hubs(weights: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.authorities(weights: weights) } == .invalidInput)
    #expect(Self.code { _ = try graph.constraint(weights: weights) } == .invalidInput)
  }

  /// Were its sums shared among threads, the last digits would differ from call to call.
  @Test func pageRankIsTheSameBitsEachTime() throws {
    var generator = SeededGenerator(seed: 3)
    let ties = (0..<400_000).map { _ in UInt32(generator.below(20_000)) }
    let graph = try Graph(actorCount: 20_000, ties: ties, isDirected: true)
    let first = try graph.pageRank(damping: 0.85).value
    for _ in 0..<4 { #expect(try graph.pageRank(damping: 0.85).value == first) }
  }

  @Test func eachTieNeedsOneWeight() throws {
    let graph = try Graph(actorCount: 3, ties: [0, 1, 1, 2, 2, 0], isDirected: true)
    #expect(Self.code { _ = try graph.betweenness(lengths: [1, 1]) } == .invalidInput)
    #expect(Self.code { _ = try graph.betweenness(lengths: [1, 1, 1]) } == nil)
  }

  @Test(arguments: [-0.1, 1, .nan])
  func dampingIsAtLeastZeroAndBelowOne(damping: Double) throws {
    let graph = try Graph(actorCount: 3, ties: [0, 1, 1, 2, 2, 0], isDirected: true)
    #expect(Self.code { _ = try graph.pageRank(damping: damping) } == .invalidInput)
  }

  @Test(arguments: 0...2, [true, false])
  func everyMeasureTakesANetworkWithoutTies(actorCount: Int, isDirected: Bool) throws {
    let graph = try Graph(actorCount: actorCount, ties: [], isDirected: isDirected)
    let scores = [
      try graph.betweenness(lengths: []).value, try graph.closeness(.both, lengths: []).value,
      try graph.harmonic(.both, lengths: []).value, try graph.eigenvector(weights: []).value,
      try graph.pageRank(damping: 0.85, weights: []).value, try graph.hubs(weights: []).value,
      try graph.authorities(weights: []).value, try graph.coreness(.both).value,
      try graph.constraint(weights: []).value, try graph.localTransitivity().value,
    ]
    #expect(scores.allSatisfy { $0.count == actorCount })
  }

  /// Hanneman & Riddle's ten organisations (Knoke's information network), as rows of givers.
  static let knoke = [
    "0100101010", "1011101110", "0101111001", "1100101000", "1111001111", "0010001010", "0101100000", "1101101010",
    "0100101000", "1110101000",
  ]

  static func knokeGraph() throws -> Graph {
    let ties = knoke.enumerated().flatMap { source, row in
      row.enumerated().flatMap { target, cell in cell == "1" ? [UInt32(source), UInt32(target)] : [] }
    }
    return try Graph(actorCount: 10, ties: ties, isDirected: true)
  }

  @Test func triadCensusOfKnoke() throws {
    #expect(try Self.knokeGraph().triadCensus().value == [3, 13, 12, 1, 13, 3, 10, 4, 7, 0, 14, 4, 2, 1, 24, 9])
  }

  /// Which of two mixed triads is 111D is told differently; R sna, igraph and networkx agree on this.
  @Test func triads111DAnd111U() throws {
    #expect(try Graph(actorCount: 3, ties: [0, 1, 1, 0, 2, 0], isDirected: true).triadCensus().value[6] == 1)
    #expect(try Graph(actorCount: 3, ties: [0, 1, 1, 0, 0, 2], isDirected: true).triadCensus().value[7] == 1)
  }

  @Test func localTransitivityCountsTiedPairsOfPartners() throws {
    let kite = try Graph(actorCount: 5, ties: [0, 1, 1, 2, 2, 0, 2, 3], isDirected: false)
    let shares = try kite.localTransitivity().value
    #expect(shares[0...1] == [1, 1])
    #expect(abs(shares[2] - 1 / 3) < 1e-15)
    #expect(shares[3].isNaN && shares[4].isNaN)
  }
}
