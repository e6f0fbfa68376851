import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Condensed graphs, counts and overlaps against searches in one graph after the other.
@Suite struct CondensedGraphTests {
  private static let graphCount = 70

  /// Networks of few ties, in which most components are single actors, to many, in which one has nearly all.
  private func cases() throws -> [LiveEdgeTies] {
    try [(1, 0.5, 0.5), (9, 0.1, 0.9), (25, 0.08, 0.5), (40, 0.15, 0.3), (40, 0.2, 1)].enumerated().map { seed, size in
      let network = try KnowledgeNetwork.random(
        size.0, density: size.1, seed: UInt64(seed), isDirected: seed != 2)
      let ties = try IndependentCascade(probability: size.2).liveTies(on: network)
      return try LiveEdgeTies(GraphDrawer(ties, seed: 5, graphs: Self.graphCount), workers: .all)
    }
  }

  /// For each actor, whom it reaches in one graph.
  private func reached(in graphs: LiveEdgeTies, _ number: Int) -> [Set<Int>] {
    let (block, bit) = (graphs.blocks[number / 64], UInt64(number % 64))
    return (0..<graphs.actorCount).map { start in
      var (found, waiting) = (Set([start]), [start])
      while let actor = waiting.popLast() {
        for place in graphs.rows.range(of: actor) where block.bits[place] >> bit & 1 == 1 {
          let partner = Int(graphs.rows.partners[place])
          if found.insert(partner).inserted { waiting.append(partner) }
        }
      }
      return found
    }
  }

  private func actors(of components: some Sequence<UInt32>, in graph: CondensedGraph) -> [Int] {
    components.flatMap { graph.members[Int($0)].map { Int($0) } }
  }

  @Test func componentsReachWhomTheirActorsReach() throws {
    for graphs in try cases() {
      for number in [0, 63, 64, Self.graphCount - 1] {
        let graph = CondensedGraph(number, of: graphs)
        let reached = reached(in: graphs, number)
        for actor in reached.indices {
          let component = Int(graph.numbers[actor])
          let (ahead, behind) = (
            actors(of: graph.ahead[component], in: graph), actors(of: graph.behind[component], in: graph)
          )
          #expect(Set(ahead) == reached[actor] && ahead.count == reached[actor].count)
          #expect(behind.sorted() == reached.indices.filter { reached[$0].contains(actor) })
        }
      }
    }
  }

  /// The sum over all who reach a giver of whom they share with a receiver, written from the definition.
  @Test func overlapsAreWhatStartsShareWithTheReceiver() throws {
    for graphs in try cases() {
      var overlap = ReachOverlap(actors: graphs.actorCount)
      for number in stride(from: 0, to: Self.graphCount, by: 23) {
        let graph = CondensedGraph(number, of: graphs)
        let forward = reached(in: graphs, number)
        let backward = forward.indices.map { actor in Set(forward.indices.filter { forward[$0].contains(actor) }) }
        for (isReversed, ahead, behind) in [(false, forward, backward), (true, backward, forward)] {
          for receiver in forward.indices {
            overlap.fill(for: Int(graph.numbers[receiver]), in: graph, isReversed: isReversed)
            for giver in forward.indices {
              let sum = behind[giver].reduce(0) { $0 + ahead[$1].intersection(ahead[receiver]).count }
              let component = Int(graph.numbers[giver])
              #expect(overlap[component] == sum)
              #expect(overlap.givers.count { $0 == component } == (sum > 0 ? 1 : 0))
            }
          }
        }
      }
    }
  }

  @Test func boundsAreNeverBelowGains() throws {
    for graphs in try cases() {
      let counts = try ReachCounts(of: graphs, workers: .all)
      let gains = try EveryoneTieGains(in: graphs, isDirected: true, workers: .all)
      let columns = try gains.columns(to: Array(0..<graphs.actorCount))
      for (receiver, column) in columns.enumerated() {
        for (giver, gain) in column.enumerated() {
          let product = counts.product(from: giver, to: receiver)
          #expect(gain >= 0 && gain <= product - counts.known(from: giver, to: receiver))
        }
      }
      let bounds = try gains.bounds { _, _ in true }
      #expect(
        bounds.indices.allSatisfy { receiver in
          columns[receiver].enumerated().allSatisfy { $0.offset == receiver || $0.element <= bounds[receiver] }
        })
    }
  }

  @Test func countsAreThoseOfSearches() throws {
    for graphs in try cases() {
      let gains = try EveryoneTieGains(in: graphs, isDirected: true, workers: Workers(threads: 3))
      let counts = try gains.reachByGraph()
      for number in 0..<Self.graphCount {
        #expect(counts[number] == reached(in: graphs, number).reduce(0) { $0 + $1.count })
      }
    }
  }
}
