import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

struct ActorJackknifeTests {
  /// The standard error from the networks that are left, each made anew from its table.
  private static func naive(
    _ network: KnowledgeNetwork, without gone: [Int]? = nil, _ number: (KnowledgeNetwork) throws -> Double?
  ) throws -> (value: Double, error: Double)? {
    let left = try (gone ?? Array(network.actors.indices)).map { gone in
      let kept = network.actors.indices.filter { $0 != gone }
      let ties = network.pairs.compactMap { pair -> Tie? in
        guard let source = kept.firstIndex(of: pair.source), let target = kept.firstIndex(of: pair.target) else {
          return nil
        }
        return Tie(source: source, target: target)
      }
      return try number(
        KnowledgeNetwork(actors: kept.map { network.actors[$0] }, ties: ties, isDirected: network.isDirected))
    }
    let defined = left.compactMap(\.self)
    guard let value = try number(network), left.count > 2, defined.count == left.count else { return nil }
    let mean = defined.reduce(0, +) / Double(left.count)
    let spread = defined.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (value, (spread * Double(left.count - 2) / Double(2 * left.count)).squareRoot())
  }

  private static func agree(_ jackknife: ActorJackknife?, _ naive: (value: Double, error: Double)?) -> Bool {
    guard let jackknife, let naive else { return jackknife == nil && naive == nil }
    return abs(jackknife.value - naive.value) < 1e-12 && abs(jackknife.standardError - naive.error) < 1e-12
  }

  private static let networks = Result { try SmallNetworks.random(120) }

  @Test(arguments: Direction.allCases) func centralisationIsThatOfTheNetworksLeft(_ direction: Direction) throws {
    var defined = 0
    for network in try Self.networks.get() {
      let jackknife = network.degreeCentralisationJackknife(direction)
      let naive = network.actorCount > 3 ? try Self.naive(network) { $0.degreeCentralisation(direction) } : nil
      try #require(Self.agree(jackknife, naive))
      defined += (jackknife?.standardError ?? 0) > 0 ? 1 : 0
    }
    #expect(defined > 50)
  }

  @Test func betweennessIsThatOfTheNetworksLeft() throws {
    var defined = 0
    for network in try Self.networks.get().prefix(40) {
      let jackknife = try network.betweennessCentralisationJackknife(workers: Workers(threads: 2))
      let naive =
        network.actorCount > 3
        ? try Self.naive(network) { try $0.betweennessCentralisation(of: $0.betweenness(engine: .igraph)) } : nil
      try #require(Self.agree(jackknife, naive))
      defined += (jackknife?.standardError ?? 0) > 0 ? 1 : 0
    }
    #expect(defined > 15)
  }

  @Test func externalInternalIsThatOfTheNetworksLeft() throws {
    var (defined, undefined) = (0, 0)
    for (run, network) in try Self.networks.get().enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 3, seed: UInt64(run))
      let grouping = Grouping(name: "group", labels: labels)
      let jackknife = try network.externalInternalJackknife(by: grouping)
      let naive = try Self.naive(network, without: labels.indices.filter { labels[$0] != nil }) { part in
        let kept = part.actors.map { actor in labels[network.position(of: actor.id) ?? 0] }
        return try part.externalInternal(by: Grouping(name: "group", labels: kept), .both).symmetrised.index
      }
      try #require(Self.agree(jackknife, naive))
      defined += jackknife == nil ? 0 : 1
      undefined += jackknife == nil ? 1 : 0
    }
    #expect(defined > 50 && undefined > 10)
  }

  /// Over all networks of four actors, each equally likely, the mean of the variances is that of the density.
  @Test func theVarianceOfADensityIsUnbiased() throws {
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    var sum = 0.0
    for subset in 0..<64 {
      let tied = pairs.indices.filter { subset >> $0 & 1 == 1 }.map { pairs[$0] }
      let without = (0..<4).map { gone -> Double? in Double(tied.count { $0.0 != gone && $0.1 != gone }) / 3 }
      let jackknife = try #require(ActorJackknife(Double(tied.count) / 6, withoutEach: without))
      sum += jackknife.standardError * jackknife.standardError
    }
    #expect(abs(sum / 64 - 0.25 / 6) < 1e-12)
  }

  @Test func whatNoActorChangesHasNoError() throws {
    let cycle = try KnowledgeNetwork(ties: [
      (from: "a", to: "b"), (from: "b", to: "c"), (from: "c", to: "d"), (from: "d", to: "a"),
    ])
    let jackknife = try #require(cycle.degreeCentralisationJackknife(.outgoing))
    #expect(jackknife.value == 0 && jackknife.standardError == 0 && jackknife.interval(within: 0...1) == 0...0)
  }

  @Test func intervalsKeepWithinTheirLimits() throws {
    let jackknife = try #require(ActorJackknife(0.9, withoutEach: [0.1, 0.9, 0.5]))
    // Σ (θ − θ̄)² = 0.32, times 1/6.
    #expect(abs(jackknife.standardError - (0.32 / 6).squareRoot()) < 1e-12)
    #expect(jackknife.interval(within: 0...1).upperBound == 1)
    #expect(abs(jackknife.interval(within: -9...9).lowerBound - (0.9 - 1.959963984540054 * 0.23094010767585)) < 1e-9)
  }

  @Test func whatIsNotDefinedOrTooFewHasNone() throws {
    let large = try KnowledgeNetwork(
      actors: (0...ActorJackknife.mostActors).map { NetworkActor(id: "\($0)") }, ties: [])
    #expect(large.degreeCentralisationJackknife(.both) == nil)
    #expect(try large.betweennessCentralisationJackknife() == nil)
    #expect(ActorJackknife(0.5, withoutEach: [0.5, nil, 0.5]) == nil)
    #expect(ActorJackknife(nil, withoutEach: [0.5, 0.5, 0.5]) == nil)
    #expect(ActorJackknife(0.5, withoutEach: [0.5, 0.5]) == nil)
  }
}
