import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct SamplingTests {
  private static let networks: [@Sendable () throws -> KnowledgeNetwork] = [
    { try .random(60, density: 0.06, seed: 1) },
    { try .random(80, density: 0.03, seed: 2, isDirected: false) },
    { try .test(40, (1..<40).map { ($0, 0) } + (1..<20).map { (0, $0) }) },
    { try .test(30, (1..<30).map { ($0 - 1, $0) }) },
  ]

  /// δ is 0.1, so of 40 samples four may miss; the bounds are generous and none does.
  @Test(arguments: networks.indices) func errorsStayBelowEpsilon(which: Int) throws {
    let network = try Self.networks[which]()
    let exact = try network.betweenness(engine: .igraph)
    var missed = 0
    for seed in 0..<40 {
      let sample = try network.sampledBetweenness(SamplingOptions(epsilon: 0.05, seed: UInt64(seed)))
      let isNear = network.actors.indices.allSatisfy { actor in
        guard let share = sample.estimates[actor], let raw = exact[actor], let low = sample.lower[actor],
          let high = sample.upper[actor]
        else { return false }
        let truth = raw / sample.unit
        return abs(share - truth) <= 0.05 && low <= truth && truth <= high
      }
      if !isNear { missed += 1 }
    }
    #expect(missed <= 4)
  }

  @Test(arguments: networks.indices) func sampledHarmonicErrorsStayBelowEpsilon(which: Int) throws {
    let network = try Self.networks[which]()
    for direction in Direction.allCases {
      let exact = try network.harmonic(direction, isNormalized: true)
      var missed = 0
      for seed in 0..<20 {
        let sample = try network.sampledHarmonic(
          direction, SamplingOptions(epsilon: 0.35, delta: 0.2, seed: UInt64(seed)))
        #expect(sample.samples < network.actorCount)
        let isNear = zip(sample.estimates, exact).allSatisfy { abs(($0 ?? .nan) - ($1 ?? .nan)) <= 0.35 }
        if !isNear { missed += 1 }
      }
      #expect(missed <= 4)
    }
  }

  /// Large enough that not everybody is searched from before the first check.
  private static let largeNetworks: [@Sendable () throws -> KnowledgeNetwork] = [
    { try .random(1_500, density: 0.004, seed: 1) },
    { try .random(1_400, density: 0.002, seed: 2, isDirected: false) },
    { try .test(2_400, crowd(of: 1_500) + (1_500..<2_400).map { ($0, $0 % 1_500) }) },
  ]

  /// All reach one another in few steps.
  private static func crowd(of count: Int) -> [(Int, Int)] {
    var ties: [(Int, Int)] = []
    for actor in 0..<count {
      ties.append((actor, (actor + 1) % count))
      ties.append((actor, (13 * actor + 7) % count))
    }
    return ties.filter { $0.0 != $0.1 }
  }

  @Test(arguments: largeNetworks.indices) func sampledClosenessErrorsStayBelowEpsilon(which: Int) throws {
    let network = try Self.largeNetworks[which]()
    for direction in [Direction.incoming, .outgoing] {
      let exact = try network.closeness(direction, isNormalized: true)
      var missed = 0
      for seed in 0..<5 {
        let sample = try network.sampledCloseness(direction, SamplingOptions(epsilon: 0.1, seed: UInt64(seed)))
        #expect(sample.samples < network.actorCount)
        let isNear = network.actors.indices.allSatisfy { actor in
          guard let truth = exact[actor] else { return sample.estimates[actor] == nil }
          guard let share = sample.estimates[actor], let low = sample.lower[actor], let high = sample.upper[actor]
          else {
            return false
          }
          return abs(share - truth) <= 0.1 && low <= truth + 1e-12 && truth <= high + 1e-12
        }
        if !isNear { missed += 1 }
      }
      #expect(missed <= 1)
    }
  }

  @Test func closenessOfFewReachedIsExact() throws {
    // A chain leads out of a crowd: its actors reach too few for any sample.
    let network = try KnowledgeNetwork.test(2_010, Self.crowd(of: 2_000) + (2_000..<2_009).map { ($0, $0 + 1) })
    let sample = try network.sampledCloseness(.outgoing, SamplingOptions(epsilon: 0.05))
    let exact = try network.closeness(.outgoing, isNormalized: true)
    #expect(sample.samples < network.actorCount)
    for actor in 2_000..<2_010 { #expect(sample.estimates[actor] == exact[actor]) }
    #expect(sample.lower[2_000] == sample.upper[2_000])
  }

  @Test func searchesFromAllMakeClosenessExact() throws {
    let network = try KnowledgeNetwork.random(60, density: 0.05, seed: 5)
    for direction in Direction.allCases {
      let sample = try network.sampledCloseness(direction, SamplingOptions(epsilon: 0.01))
      #expect(agree(sample.estimates, try network.closeness(direction, isNormalized: true).map { $0 ?? .nan }))
      #expect(sample.lower.elementsEqual(sample.upper))
    }
  }

  @Test func asManySearchesAsActorsAreExact() throws {
    let network = try KnowledgeNetwork.random(40, density: 0.1, seed: 3)
    let sample = try network.sampledHarmonic(.outgoing, SamplingOptions(epsilon: 0.01))
    #expect(sample.samples == 40)
    #expect(agree(sample.estimates, try network.harmonic(.outgoing, isNormalized: true).map { $0 ?? .nan }))
    #expect(sample.lower.elementsEqual(sample.upper))
  }

  @Test func theSameSeedGivesTheSameNumbersOnAnyNumberOfThreads() throws {
    let network = try KnowledgeNetwork.random(200, density: 0.03, seed: 4)
    let options = try SamplingOptions(epsilon: 0.02, seed: 9)
    let alone = try network.sampledBetweenness(options, workers: Workers(threads: 1))
    for threads in [2, 8] {
      #expect(try network.sampledBetweenness(options, workers: Workers(threads: threads)) == alone)
      #expect(
        try network.sampledHarmonic(.incoming, options, workers: Workers(threads: threads))
          == network.sampledHarmonic(.incoming, options, workers: Workers(threads: 1)))
      let large = try Self.largeNetworks[2]()
      #expect(
        try large.sampledCloseness(.outgoing, options, workers: Workers(threads: threads))
          == large.sampledCloseness(.outgoing, options, workers: Workers(threads: 1)))
    }
    #expect(try network.sampledBetweenness(SamplingOptions(epsilon: 0.02, seed: 10)).estimates != alone.estimates)
  }

  @Test func theHighestAreCertified() throws {
    // Two hubs that join two halves, and nobody else in between.
    let ties = (2..<30).map { ($0, 0) } + (30..<60).map { ($0, 1) } + [(0, 1)]
    let network = try KnowledgeNetwork.test(60, ties, isDirected: false)
    let sample = try network.sampledBetweenness(SamplingOptions(epsilon: 0.005, top: 2))
    #expect(sample.certainHighest(2).map(Set.init) == [0, 1])
    #expect(sample.certainHighest(60)?.count == 60)
    #expect(sample.certainHighest(30) == nil)
    let full = try network.sampledBetweenness(SamplingOptions(epsilon: 0.005))
    #expect(sample.samples < full.samples)
  }

  @Test func membershipAgreesWithTheCertainHighest() throws {
    let network = try KnowledgeNetwork.random(50, density: 0.08, seed: 6)
    let sample = try network.sampledBetweenness(SamplingOptions(epsilon: 0.02))
    let (lower, upper) = (sample.lower.map { $0 ?? .nan }, sample.upper.map { $0 ?? .nan })
    var certain = 0
    for count in 1...50 {
      let isAmong = sample.isAmongHighest(count)
      if let highest = sample.certainHighest(count) {
        certain += 1
        #expect(network.actors.indices.allSatisfy { isAmong[$0] == highest.contains($0) })
      }
      for actor in network.actors.indices {
        let others = network.actors.indices.filter { $0 != actor }
        let mayBeAsHigh = others.count { upper[$0] >= lower[actor] }
        let areHigher = others.count { lower[$0] > upper[actor] }
        #expect(isAmong[actor] == (mayBeAsHigh < count ? true : areHigher >= count ? false : nil))
      }
    }
    #expect(certain > 0)
  }

  @Test func whatCannotBeSampledIsRefused() throws {
    for (epsilon, delta) in [(0, 0.1), (1, 0.1), (0.1, 0), (0.1, 1), (-1, 0.1), (.nan, 0.1)] {
      let error = #expect(throws: BuzzlineError.self) { try SamplingOptions(epsilon: epsilon, delta: delta) }
      #expect(error?.code == .invalidInput)
    }
    #expect(throws: BuzzlineError.self) { try SamplingOptions(epsilon: 0.1, top: 0) }
    let long = try KnowledgeNetwork(
      actors: [NetworkActor(id: "a"), NetworkActor(id: "b")], ties: [Tie(source: 0, target: 1, weight: 3)],
      weightMeaning: .distance)
    #expect(throws: BuzzlineError.self) { try long.sampledBetweenness(SamplingOptions(epsilon: 0.1)) }
    #expect(throws: BuzzlineError.self) { try long.sampledHarmonic(.both, SamplingOptions(epsilon: 0.1)) }
    #expect(throws: BuzzlineError.self) { try long.sampledCloseness(.both, SamplingOptions(epsilon: 0.1)) }
    let error = #expect(throws: BuzzlineError.self) {
      try long.scores(of: [.closenessOut], sampling: SamplingOptions(epsilon: 0.1))
    }
    #expect(error?.message.contains("the normalised form can do without") == true)
  }

  @Test func withoutAnybodyInBetweenNothingIsDrawn() throws {
    for actorCount in 0..<3 {
      let sample = try KnowledgeNetwork.test(actorCount, []).sampledBetweenness(SamplingOptions(epsilon: 0.1))
      #expect(sample.samples == 0 && sample.estimates.allSatisfy { $0 == 0 })
    }
  }
}
