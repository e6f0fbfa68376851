import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// Worlds against searches written from the definition, and against the chances they are drawn with.
@Suite struct LiveWorldTests {
  private static let sizes = [0, 1, 2, 5, 12, 40]

  private func worlds(_ actors: Int, seed: UInt64) throws -> [LiveWorld] {
    let network = try KnowledgeNetwork.random(actors, density: 0.2, seed: seed)
    let models: [any LiveTieModel] = [try IndependentCascade(probability: 0.4), LinearThreshold()]
    return try models.map { LiveWorld(of: try $0.liveTies(on: network), seed: seed) }
  }

  @Test(arguments: sizes) func reachedIsWhoCanBeReachedAlongLiveTies(actors: Int) throws {
    for var world in try worlds(actors, seed: 3) {
      for number in [0, 1, 63, 64, 700] {
        world.show(number)
        for seed in 0..<actors {
          let found = world.reached(from: [seed])
          #expect(Set(found.map { Int($0) }) == naiveReach(of: [seed], in: world))
          #expect(Set(found).count == found.count)
        }
      }
    }
  }

  @Test(arguments: sizes) func reachingIsReachedTurnedRound(actors: Int) throws {
    for var world in try worlds(actors, seed: 4) {
      world.show(17)
      let reached = (0..<actors).map { Set(world.reached(from: [$0])) }
      for actor in 0..<actors {
        let expected = (0..<actors).filter { reached[$0].contains(UInt32(actor)) }
        #expect(world.reaching(actor).sorted() == expected.map { UInt32($0) })
      }
    }
  }

  @Test func aWorldIsTheSameWhateverWasShownBefore() throws {
    for var world in try worlds(40, seed: 5) {
      var other = world
      world.show(130)
      other.show(3)
      other.show(131)
      other.show(130)
      #expect(world.liveCount == other.liveCount)
      for actor in 0..<40 { #expect(world.receivers(of: actor) == other.receivers(of: actor)) }
    }
  }

  /// So many actors that fewer than 64 worlds are picked together.
  @Test func worldsOfALargeNetworkAreThoseOfTheirBlock() throws {
    let count = 100_000
    let network = try KnowledgeNetwork.test(count, (0..<count).map { ($0, ($0 + 1) % count) })
    let ties = try IndependentCascade(probability: 0.3).liveTies(on: network)
    let drawer = WorldDrawer(ties, seed: 3, worlds: 128)
    var world = LiveWorld(of: ties, seed: 3)
    for number in [0, 1, 31, 32, 63, 62, 64, 127] {
      world.show(number)
      let bits = drawer.block(number / 64).bits
      let alive = (0..<count).filter { bits[$0] >> UInt64(number % 64) & 1 == 1 }
      #expect(world.picked.count < 64 && world.liveCount == alive.count)
      #expect(alive.allSatisfy { world.receivers(of: $0).elementsEqual([UInt32(($0 + 1) % count)]) })
    }
  }

  @Test func tiesKeepTheirLuckWhenOthersAreTakenOut() throws {
    for world in try worlds(40, seed: 6) {
      var whole = world
      var rest = LiveWorld(of: world.ties.keeping { source, target in (source + target) % 3 != 0 }, seed: 6)
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
    var few = LiveWorld(of: try IndependentCascade(probability: 0.3).liveTies(on: network), seed: 1)
    var many = LiveWorld(of: try IndependentCascade(probability: 0.45).liveTies(on: network), seed: 1)
    for number in 0..<100 {
      few.show(number)
      many.show(number)
      for actor in 0..<30 { #expect(Set(few.receivers(of: actor)).isSubset(of: many.receivers(of: actor))) }
    }
  }

  @Test(arguments: [0, 0.1, 0.5, 0.73, 1]) func tiesAreAliveAsOftenAsTheirChanceSays(chance: Double) throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    var world = LiveWorld(of: try IndependentCascade(probability: chance).liveTies(on: network), seed: 9)
    var (first, both) = (0.0, 0.0)
    let runs = 20_000.0
    for number in 0..<Int(runs) {
      world.show(number)
      first += Double(world.receivers(of: 0).count)
      both += Double(world.receivers(of: 0).count * world.receivers(of: 1).count)
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
    var world = LiveWorld(of: try LinearThreshold(.asGiven).liveTies(on: network), seed: 2)
    var counts = [0, 0, 0]
    for number in 0..<20_000 {
      world.show(number)
      let givers = world.givers(to: 3)
      #expect(givers.count <= 1)
      for giver in givers { counts[Int(giver)] += 1 }
    }
    for (count, weight) in zip(counts, weights) {
      #expect(abs(Double(count) / 20_000 - weight) < 4 * (weight * (1 - weight) / 20_000).squareRoot())
    }
  }

  /// Who is reached, found by adding receivers until nobody is new.
  private func naiveReach(of seeds: Set<Int>, in world: LiveWorld) -> Set<Int> {
    var reached = seeds
    while true {
      let more = reached.union(reached.flatMap { world.receivers(of: $0).map { Int($0) } })
      if more == reached { return reached }
      reached = more
    }
  }
}
