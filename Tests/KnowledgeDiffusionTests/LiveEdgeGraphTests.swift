import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Graphs against searches written from the definition, and against the chances they are drawn with.
@Suite struct LiveEdgeGraphTests {
  private static let sizes = [0, 1, 2, 5, 12, 40]

  private func graphs(_ actors: Int, seed: UInt64) throws -> [LiveEdgeGraph] {
    let network = try KnowledgeNetwork.random(actors, density: 0.2, seed: seed)
    let models: [any LiveTieModel] = [try IndependentCascade(probability: 0.4), LinearThreshold()]
    return try models.map { LiveEdgeGraph(of: try $0.liveTies(on: network), seed: seed) }
  }

  @Test(arguments: sizes) func reachedIsWhoCanBeReachedAlongLiveTies(actors: Int) throws {
    for var graph in try graphs(actors, seed: 3) {
      for number in [0, 1, 63, 64, 700] {
        graph.show(number)
        for seed in 0..<actors {
          let found = graph.reached(from: [seed])
          #expect(Set(found.map { Int($0) }) == naiveReach(of: [seed], in: graph))
          #expect(Set(found).count == found.count)
        }
      }
    }
  }

  @Test(arguments: sizes) func reachingIsReachedTurnedRound(actors: Int) throws {
    for var graph in try graphs(actors, seed: 4) {
      graph.show(17)
      let reached = (0..<actors).map { Set(graph.reached(from: [$0])) }
      for actor in 0..<actors {
        let expected = (0..<actors).filter { reached[$0].contains(UInt32(actor)) }
        #expect(graph.reached(from: [actor], isReversed: true).sorted() == expected.map { UInt32($0) })
      }
    }
  }

  @Test func aGraphIsTheSameWhateverWasShownBefore() throws {
    for var graph in try graphs(40, seed: 5) {
      var other = graph
      graph.show(130)
      other.show(3)
      other.show(131)
      other.show(130)
      #expect(graph.liveCount == other.liveCount)
      for actor in 0..<40 { #expect(graph.receivers(of: actor) == other.receivers(of: actor)) }
    }
  }

  /// So many actors that fewer than 64 graphs are picked together.
  @Test func graphsOfALargeNetworkAreThoseOfTheirBlock() throws {
    let count = 100_000
    let network = try KnowledgeNetwork.test(count, (0..<count).map { ($0, ($0 + 1) % count) })
    let ties = try IndependentCascade(probability: 0.3).liveTies(on: network)
    let drawer = GraphDrawer(ties, seed: 3, graphs: 128)
    var graph = LiveEdgeGraph(of: ties, seed: 3)
    for number in [0, 1, 31, 32, 63, 62, 64, 127] {
      graph.show(number)
      let bits = drawer.block(number / 64).bits
      let alive = (0..<count).filter { bits[$0] >> UInt64(number % 64) & 1 == 1 }
      #expect(graph.picked.count < 64 && graph.liveCount == alive.count)
      #expect(alive.allSatisfy { graph.receivers(of: $0).elementsEqual([UInt32(($0 + 1) % count)]) })
    }
  }

  @Test func tiesKeepTheirLuckWhenOthersAreTakenOut() throws {
    for graph in try graphs(40, seed: 6) {
      var whole = graph
      var rest = LiveEdgeGraph(of: graph.ties.keeping { source, target in (source + target) % 3 != 0 }, seed: 6)
      for number in 0..<70 {
        whole.show(number)
        rest.show(number)
        for actor in 0..<40 {
          #expect(Array(rest.receivers(of: actor)) == whole.receivers(of: actor).filter { (actor + Int($0)) % 3 != 0 })
        }
      }
    }
  }

  @Test func aLargerChanceKeepsEveryTieOfASmallerOne() throws {
    let network = try KnowledgeNetwork.random(30, density: 0.3, seed: 7)
    var few = LiveEdgeGraph(of: try IndependentCascade(probability: 0.3).liveTies(on: network), seed: 1)
    var many = LiveEdgeGraph(of: try IndependentCascade(probability: 0.45).liveTies(on: network), seed: 1)
    for number in 0..<100 {
      few.show(number)
      many.show(number)
      for actor in 0..<30 { #expect(Set(few.receivers(of: actor)).isSubset(of: many.receivers(of: actor))) }
    }
  }

  @Test(arguments: [0, 0.1, 0.5, 0.73, 1]) func tiesAreAliveAsOftenAsTheirChanceSays(chance: Double) throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    var graph = LiveEdgeGraph(of: try IndependentCascade(probability: chance).liveTies(on: network), seed: 9)
    var (first, both) = (0.0, 0.0)
    let runs = 20_000.0
    for number in 0..<Int(runs) {
      graph.show(number)
      first += Double(graph.receivers(of: 0).count)
      both += Double(graph.receivers(of: 0).count * graph.receivers(of: 1).count)
    }
    #expect(abs(first / runs - chance) <= 4 * (chance * (1 - chance) / runs).squareRoot())
    let square = chance * chance
    #expect(abs(both / runs - square) <= 4 * (square * (1 - square) / runs).squareRoot())
  }

  @Test func anActorListensToOneGiverWithTheChanceOfItsWeight() throws {
    let actors = (0..<4).map { NetworkActor(id: "a\($0)") }
    let weights = [0.2, 0.5, 0.1]
    let network = try KnowledgeNetwork(
      actors: actors, ties: weights.enumerated().map { Tie(source: $0, target: 3, weight: $1) },
      weightMeaning: .strength)
    var graph = LiveEdgeGraph(of: try LinearThreshold(.asGiven).liveTies(on: network), seed: 2)
    var counts = [0, 0, 0]
    for number in 0..<20_000 {
      graph.show(number)
      let givers = graph.givers(to: 3)
      #expect(givers.count <= 1)
      for giver in givers { counts[Int(giver)] += 1 }
    }
    for (count, weight) in zip(counts, weights) {
      #expect(abs(Double(count) / 20_000 - weight) < 4 * (weight * (1 - weight) / 20_000).squareRoot())
    }
  }

  /// Who is reached, found by adding receivers until nobody is new.
  private func naiveReach(of seeds: Set<Int>, in graph: LiveEdgeGraph) -> Set<Int> {
    var reached = seeds
    while true {
      let more = reached.union(reached.flatMap { graph.receivers(of: $0).map { Int($0) } })
      if more == reached { return reached }
      reached = more
    }
  }
}
