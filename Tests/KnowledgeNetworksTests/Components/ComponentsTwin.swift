import KnowledgeNetworks
import TestNetworks

/// Who reaches whom, round those that are gone.
struct ReachingTwin {
  let reaches: [[Bool]]

  init(_ network: KnowledgeNetwork, bothWays: Bool = false, without gone: Set<Int> = []) {
    reaches = network.stepsBetweenAll(eitherWay: bothWays, without: gone).map { $0.map(\.isFinite) }
  }

  func areTogether(_ a: Int, _ b: Int) -> Bool { reaches[a][b] && reaches[b][a] }

  /// Sparse to dense, with and without direction, with isolates, and nobody, somebody or everybody gone.
  static func samples() throws -> [(network: KnowledgeNetwork, gone: Set<Int>)] {
    try (0..<120).map { run in
      let network = try KnowledgeNetwork.random(
        1 + run % 14, density: [0.05, 0.12, 0.25, 0.5][run % 4], seed: UInt64(run), isDirected: run % 5 != 0)
      var generator = SeededGenerator(seed: UInt64(run), stream: 3)
      let share = [0, 0.3, 0.7, 1.1][run / 4 % 4]
      return (network, Set(network.actors.indices.filter { _ in generator.unit() < share }))
    }
  }
}
