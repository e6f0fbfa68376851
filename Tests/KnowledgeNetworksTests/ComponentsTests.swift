import TestNetworks
import Testing

@testable import KnowledgeNetworks

@Suite struct StrongComponentsTests {
  @Test func thoseTogetherReachEachOther() throws {
    for (network, gone) in try ReachingTwin.samples() {
      let twin = ReachingTwin(network, without: gone)
      let found = StrongComponents(
        of: network.outgoing, without: gone.isEmpty ? nil : network.actors.indices.map(gone.contains))
      for a in network.actors.indices {
        #expect((found.numbers[a] < 0) == gone.contains(a))
        for b in network.actors.indices where !gone.contains(a) && !gone.contains(b) {
          #expect((found.numbers[a] == found.numbers[b]) == twin.areTogether(a, b))
        }
      }
      #expect(found.sizes == (0..<found.count).map { number in found.numbers.count { Int($0) == number } })
      for number in 0..<found.count {
        let members = network.actors.indices.filter { found.numbers[$0] == number }
        #expect(found.memberRows[number].map { Int($0) } == members)
      }
    }
  }

  @Test func everyComponentComesAfterThoseItLeadsTo() throws {
    for (network, _) in try ReachingTwin.samples() {
      let found = StrongComponents(of: network.outgoing)
      for pair in network.pairs { #expect(found.numbers[pair.source] >= found.numbers[pair.target]) }
    }
  }

  @Test func longChainsNeedNoDeepStack() throws {
    let ties = (1..<50_000).map { ($0 - 1, $0) }
    #expect(StrongComponents(of: try KnowledgeNetwork.test(50_000, ties).outgoing).count == 50_000)
    #expect(StrongComponents(of: try KnowledgeNetwork.test(50_000, ties + [(49_999, 0)]).outgoing).sizes == [50_000])
  }

  @Test func nobodyHasNoComponents() throws {
    #expect(StrongComponents(of: try KnowledgeNetwork.test(0, []).outgoing).count == 0)
  }
}

@Suite struct WeakComponentsTests {
  @Test func thoseTogetherAreJoinedWhicheverWayTiesRun() throws {
    for (network, gone) in try ReachingTwin.samples() {
      let twin = ReachingTwin(network, bothWays: true, without: gone)
      let found = WeakComponents(of: network, without: gone.isEmpty ? nil : network.actors.indices.map(gone.contains))
      for a in network.actors.indices {
        #expect((found.numbers[a] < 0) == gone.contains(a))
        for b in network.actors.indices where !gone.contains(a) && !gone.contains(b) {
          #expect((found.numbers[a] == found.numbers[b]) == twin.areTogether(a, b))
        }
      }
      #expect(found.count == Set(found.numbers.filter { $0 >= 0 }).count)
    }
  }

  @Test func numberedByTheirFirstActor() throws {
    let found = WeakComponents(of: try KnowledgeNetwork.test(5, [(4, 1), (3, 0)]))
    #expect(found.numbers == [0, 1, 2, 0, 1] && found.count == 3)
    #expect(WeakComponents(of: try KnowledgeNetwork.test(0, [])).count == 0)
  }
}

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
