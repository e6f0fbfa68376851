import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct SeedsTests {
  private let models: [any LiveTieModel] = [
    IndependentCascade(.constant(0.3)), IndependentCascade(.constant(1)), LinearThreshold(),
  ]

  /// More than one block of graphs, the last of them not full.
  private let options = SeedOptions.common(150)

  @Test func lazyEqualsPlain() throws {
    for network in try SeedNetworks.random(30) {
      for model in models {
        let twin = try SeedsTwin(model, on: network, seed: 1, graphs: 150)
        let choice = try network.seeds(3, by: model, options: options)
        #expect(choice.seeds == twin.greedy(3))
        for (place, pick) in choice.picks.enumerated() {
          let before = place == 0 ? 0 : twin.mean(from: Array(choice.seeds[..<place]))
          #expect(abs(pick.gain.mean - (twin.mean(from: Array(choice.seeds[...place])) - before)) < 1e-12)
        }
        let reached = twin.reached(from: choice.seeds).map { Double($0) }
        #expect(choice.expectedReach.isNear(Estimate(of: reached)))
        #expect(choice.evaluations <= 3 * network.actorCount && choice.evaluations >= network.actorCount)
      }
    }
  }

  @Test func greedyIsWithinItsBound() throws {
    let all =
      try KnowledgeNetwork.all(3) + KnowledgeNetwork.all(4).enumerated().filter { $0.offset % 41 == 0 }.map(\.element)
    for network in try all + SeedNetworks.random(30) {
      for count in 1...3 {
        let model = IndependentCascade(.constant(0.4))
        let choice = try network.seeds(count, by: model, options: .common(70))
        let best = try SeedsTwin(model, on: network, seed: 1, graphs: 70).best(count)
        let share = try #require(choice.guarantee.share)
        #expect(choice.expectedReach.mean >= share * best.mean - 1e-12 && share > 0.63)
        #expect(choice.expectedReach.mean <= best.mean + 1e-12)
        let compared = try #require(choice.bestSets)
        #expect(abs(compared.expectedReach - best.mean) < 1e-12 && compared.sets == best.sets && !compared.hasMore)
      }
    }
  }

  @Test func equalsAreNamed() throws {
    // Two stars of three and an isolate: the centres are equal, and so are all others once both are told.
    let network = try KnowledgeNetwork.test(9, [(0, 1), (0, 2), (0, 3), (4, 5), (4, 6), (4, 7)])
    let choice = try network.seeds(3, by: IndependentCascade(probability: 1), options: .common(64))
    #expect(choice.seeds == [0, 4, 8])
    #expect(choice.picks.map(\.equals) == [[4], [], []])
    #expect(choice.picks.map(\.gain.mean) == [4, 4, 1])
    let lone = try KnowledgeNetwork.test(30, []).seeds(1, by: IndependentCascade(probability: 1), options: .common(2))
    #expect(lone.picks[0].equals == Array(1...20) && lone.picks[0].hasMoreEquals)
  }

  @Test func equalsWithinChanceAreNamed() throws {
    for seed in 0..<6 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(9, density: 0.25, seed: seed)
      let model = IndependentCascade(.constant(0.4))
      let choice = try network.seeds(1, by: model, options: .common(150))
      let twin = try SeedsTwin(model, on: network, seed: 1, graphs: 150)
      let own = twin.reached(from: choice.seeds).map { Double($0) }
      let equals = network.actors.indices.filter { other in
        guard other != choice.seeds[0] else { return false }
        let difference = Estimate(of: zip(own, twin.reached(from: [other])).map { $0 - Double($1) })
        return difference.mean <= min(difference.standardError ?? 0, Estimate(of: own).standardError ?? 0)
      }
      #expect(choice.picks[0].equals == equals)
    }
  }

  @Test func threadsChangeNothing() throws {
    let network = try SeedNetworks.labelled(80, density: 0.05, seed: 3)
    let constraints = try SeedConstraints(atMost: [.sme: 2], atLeastOfEachCluster: 1)
    for options in [SeedOptions.common(300), .reverse(0.3)] {
      for model in models {
        let alone = try network.seeds(
          5, by: model, constraints: constraints, options: options, workers: Workers(threads: 1))
        #expect(
          try network.seeds(5, by: model, constraints: constraints, options: options, workers: Workers(threads: 8))
            == alone)
      }
    }
  }

  @Test func unfitQuestionsAreRefused() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1)])
    let cascade = try IndependentCascade(probability: 0.5)
    for (count, network, code) in [
      (4, network, BuzzlineError.Code.invalidSeeds), (0, network, .invalidSeeds), (1, try .test(0, []), .emptyNetwork),
    ] {
      let error = #expect(throws: BuzzlineError.self) { try network.seeds(count, by: cascade) }
      #expect(error?.code == code)
    }
    for method in [
      SeedOptions.Method.commonGraphs(0), .reverseSamples(epsilon: 0), .reverseSamples(epsilon: 0.64),
      .reverseSamples(epsilon: 0.1, delta: 1),
    ] {
      let error = #expect(throws: BuzzlineError.self) { try SeedOptions(method) }
      #expect(error?.code == .invalidOptions)
    }
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try KnowledgeNetwork.random(30, density: 0.1, seed: 1)
    for options in [SeedOptions.common(1_000), .reverse(0.1)] {
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try network.seeds(3, by: LinearThreshold(), options: options)
      }
      let error = await #expect(throws: BuzzlineError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }
}

extension SeedOptions {
  static func common(_ graphs: Int) -> SeedOptions { made(.commonGraphs(graphs)) }
  static func reverse(_ epsilon: Double, seed: UInt64 = 1) -> SeedOptions {
    made(.reverseSamples(epsilon: epsilon, delta: 0.01), seed: seed)
  }

  private static func made(_ method: Method, seed: UInt64 = 1) -> SeedOptions {
    do { return try SeedOptions(method, seed: seed) } catch { preconditionFailure("\(error)") }
  }
}
