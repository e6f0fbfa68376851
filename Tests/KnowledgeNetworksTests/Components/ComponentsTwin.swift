import KnowledgeNetworks
import TestNetworks

/// Who reaches whom by repeated closing over every actor in between (Warshall), round those that are gone.
struct ReachingTwin {
  private(set) var reaches: [[Bool]]

  init(_ network: KnowledgeNetwork, bothWays: Bool = false, without gone: Set<Int> = []) {
    let actors = network.actors.indices
    reaches = actors.map { a in
      actors.map { b in
        guard !gone.contains(a), !gone.contains(b) else { return false }
        return a == b || network.hasTie(from: a, to: b) || bothWays && network.hasTie(from: b, to: a)
      }
    }
    for middle in actors {
      for a in actors where reaches[a][middle] {
        for b in actors where reaches[middle][b] { reaches[a][b] = true }
      }
    }
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
