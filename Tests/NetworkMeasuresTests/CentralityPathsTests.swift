import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CentralityPathsTests {
  @Test func samplesAreComplete() {
    #expect(CentralitySamples.all.count == 64 + 3 * 60)
  }

  @Test func betweennessCountsTheSharesOfShortestPaths() throws {
    for network in CentralitySamples.all {
      let twin = CentralityTwins(of: network, counts: .distance)
      expect(try network.betweenness(), equal: twin.betweenness)
    }
  }

  @Test func normalizedBetweennessIsAShareOfThePairsOfOthers() throws {
    for network in CentralitySamples.random {
      let others = Double(network.actorCount - 1)
      let pairs = network.isDirected ? others * (others - 1) : others * (others - 1) / 2
      let raw = CentralityTwins(of: network, counts: .distance).betweenness
      expect(try network.betweenness(isNormalized: true), equal: raw.map { $0 / pairs })
    }
  }

  @Test(arguments: Direction.allCases)
  func closenessIsOneOverTheSumOfDistances(direction: Direction) throws {
    for network in CentralitySamples.all {
      let reached = Self.reached(in: network, direction)
      expect(
        try network.closeness(direction), equal: reached.map { $0.isEmpty ? .nan : 1 / $0.reduce(0, +) })
      expect(
        try network.closeness(direction, isNormalized: true),
        equal: reached.map { $0.isEmpty ? .nan : Double($0.count) / $0.reduce(0, +) })
    }
  }

  @Test(arguments: Direction.allCases)
  func harmonicIsTheSumOfOneOverDistances(direction: Direction) throws {
    for network in CentralitySamples.all {
      let sums = Self.reached(in: network, direction).map { $0.reduce(0) { $0 + 1 / $1 } }
      expect(try network.harmonic(direction), equal: sums)
      expect(
        try network.harmonic(direction, isNormalized: true),
        equal: sums.map { $0 / Double(network.actorCount - 1) })
    }
  }

  private static func reached(in network: KnowledgeNetwork, _ direction: Direction) -> [[Double]] {
    let twin = CentralityTwins(of: network, counts: .distance)
    return CentralityTwins.reached(along: twin.steps(direction != .incoming, direction != .outgoing))
  }

  @Test func turningAllTiesLeavesBetweennessAsItIs() throws {
    for network in CentralitySamples.all {
      expect(try network.reversed().betweenness(), equal: try network.betweenness().map { $0 ?? .nan })
    }
  }

  @Test func turningAllTiesSwapsOutgoingAndIncoming() throws {
    for network in CentralitySamples.all {
      let turned = network.reversed()
      expect(try turned.closeness(.outgoing), equal: try network.closeness(.incoming).map { $0 ?? .nan })
      expect(try turned.harmonic(.incoming), equal: try network.harmonic(.outgoing).map { $0 ?? .nan })
      expect(try turned.coreness(.incoming), equal: try network.coreness(.outgoing).map { $0 ?? .nan })
    }
  }

  @Test func inAStarTheCentreLiesBetweenAll() throws {
    let star = try KnowledgeNetwork.test(6, (1...5).map { (0, $0) }, isDirected: false)
    #expect(try star.betweenness().map { $0 } == [10, 0, 0, 0, 0, 0])
    #expect(try star.betweenness(isNormalized: true)[0] == 1)
  }

  @Test func withoutLengthsHarmonicIsAtLeastTheOutDegree() throws {
    for network in CentralitySamples.random {
      let scores = try network.harmonic(.outgoing)
      for actor in network.actors.indices {
        #expect(try #require(scores[actor]) >= Double(network.receiverCount(of: actor)))
      }
    }
  }
}
