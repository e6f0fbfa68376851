import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

/// Several ties of one pair whose weights are lengths: the shortest counts, whatever made them several.
@Suite struct ParallelLengthsTests {
  private func network(
    _ ties: [(Int, Int, Double, String?, String?)], isDirected: Bool = true
  ) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: (0..<3).map { NetworkActor(id: "\($0)") },
      ties: ties.map { Tie(source: $0.0, target: $0.1, weight: $0.2, topic: $0.3, wave: $0.4) },
      isDirected: isDirected, weightMeaning: .distance)
  }

  private func betweenness(_ network: KnowledgeNetwork, _ engine: Engine) throws -> [Double?] {
    Array(try network.betweenness(engine: engine))
  }

  @Test(arguments: Engine.allCases) func bothListingsOfAnUndirectedPairAreOneLength(engine: Engine) throws {
    let network = try network(
      [(0, 1, 1, nil, nil), (1, 0, 1, nil, nil), (1, 2, 1, nil, nil), (2, 1, 1, nil, nil), (0, 2, 3, nil, nil)],
      isDirected: false)
    #expect(try betweenness(network, engine) == [0, 1, 0])
    #expect(network.weight(from: 0, to: 1) == 1)
  }

  @Test(arguments: Engine.allCases) func wavesAndTopicsDoNotLengthenAPath(engine: Engine) throws {
    let waves = try network([
      (0, 1, 1, nil, "1"), (0, 1, 1, nil, "2"), (1, 2, 1, nil, "1"), (1, 2, 1, nil, "2"), (0, 2, 3, nil, "1"),
      (0, 2, 3, nil, "2"),
    ])
    #expect(try betweenness(waves, engine) == [0, 1, 0])
    for wave in waves.waves { #expect(try betweenness(waves.slice(waves: [wave]), engine) == [0, 1, 0]) }
    let topics = try network([(0, 1, 2, "x", nil), (0, 1, 3, "y", nil), (0, 2, 4, "x", nil), (2, 1, 0.5, "x", nil)])
    #expect(try topics.closeness(.outgoing, engine: engine)[0] == 1.0 / 6)
    #expect(try topics.harmonic(.outgoing, engine: engine)[0] == 0.75)
    #expect(try betweenness(topics, engine)[2] == 0)
  }

  @Test func strengthsAddUp() throws {
    let network = try KnowledgeNetwork(
      actors: [NetworkActor(id: "a"), NetworkActor(id: "b")],
      ties: [Tie(source: 0, target: 1, weight: 2), Tie(source: 0, target: 1, weight: 3)], weightMeaning: .strength)
    #expect(network.weight(from: 0, to: 1) == 5)
  }

  @Test(arguments: Engine.allCases) func tinyLengthsAreExact(engine: Engine) throws {
    let short = try network([(0, 1, 1e-8, nil, nil)])
    let score = try #require(try short.harmonic(.outgoing, engine: engine)[0])
    #expect(abs(score / 1e8 - 1) < 1e-9)
    let tiny = try network([(0, 1, 1, nil, nil), (1, 2, 1e-23, nil, nil)])
    #expect(try abs((tiny.harmonic(.outgoing, engine: engine)[1] ?? 0) / 1e23 - 1) < 1e-9)
  }

  @Test func whereIgraphCannotCarryLengthsARemarkSaysWhoDid() throws {
    let network = try network([(0, 1, 1e-8, nil, nil)])
    let remarks = try network.harmonic(.outgoing, engine: .igraph).remarks
    #expect(remarks.contains { $0.contains("shorter than igraph computes distances exactly") })
    #expect(try !network.harmonic(.outgoing).remarks.contains { $0.contains("igraph") })
  }

  @Test func weightsThatWereNotDeclaredAreRemarkedWhereverTheyAreIgnored() throws {
    let network = try KnowledgeNetwork(
      actors: (0..<3).map { NetworkActor(id: "\($0)") },
      ties: [Tie(source: 0, target: 1, weight: 2), Tie(source: 1, target: 2, weight: 5)])
    let ignored = [Measure.betweenness, .pagerank, .constraint, .closenessOut, .harmonicIn, .eigenvector, .hub]
    for measure in ignored + [.inStrength] {
      #expect(try network.scores(of: [measure])[0].remarks.contains(KnowledgeNetwork.undeclaredWeights), "\(measure)")
    }
  }
}
