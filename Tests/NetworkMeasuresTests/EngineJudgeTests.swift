import IGraph
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

/// Our own kernels where igraph has the measure too: it is the judge.
@Suite struct EngineJudgeTests {
  private func graph(of network: KnowledgeNetwork) throws -> Graph {
    try Graph(
      actorCount: network.actorCount, ties: network.pairs.flatMap { [UInt32($0.source), UInt32($0.target)] },
      isDirected: network.isDirected)
  }

  @Test(arguments: 0..<40) func triadCensusEqualsIgraphs(seed: UInt64) throws {
    let actors = 3 + Int(seed)
    let network = try KnowledgeNetwork.random(actors, density: Double(seed % 8 + 1) / 10, seed: seed)
    let theirs = try graph(of: network).triadCensus().value.map { Int($0) }
    #expect(try network.triadCensus().counts == theirs)
  }

  @Test(arguments: 0..<40) func localClusteringEqualsIgraphs(seed: UInt64) throws {
    let network = try KnowledgeNetwork.random(
      2 + Int(seed), density: Double(seed % 9 + 1) / 10, seed: seed, isDirected: seed % 2 == 0)
    let theirs = try graph(of: network).localTransitivity().value
    #expect(agree(try network.localClustering().actors, theirs))
  }
}
