import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CentralityNeighbourhoodsTests {
  @Test(arguments: Direction.allCases)
  func corenessIsWhatPeelingLeaves(direction: Direction) throws {
    for network in CentralitySamples.threeActors + CentralitySamples.random {
      let twin = CentralityTwins(of: network, counts: .none)
      let cores =
        network.isDirected
        ? twin.coreness(direction != .incoming, direction != .outgoing) : twin.coreness(true, false)
      expect(try network.coreness(direction), equal: cores)
    }
  }

  @Test func corenessIsAtMostTheNumberOfTies() throws {
    for network in CentralitySamples.random {
      let scores = try network.coreness(.outgoing)
      for actor in network.actors.indices {
        #expect(try #require(scores[actor]) <= Double(network.receiverCount(of: actor)))
      }
    }
  }

  @Test func constraintFollowsBurtsFormula() throws {
    for network in CentralitySamples.all {
      let twin = CentralityTwins(of: network, counts: .strength)
      expect(try network.constraint(), equal: twin.constraint)
    }
  }

  @Test func turningAllTiesLeavesConstraintAsItIs() throws {
    for network in CentralitySamples.all {
      expect(try network.reversed().constraint(), equal: try network.constraint().map { $0 ?? .nan })
    }
  }

  @Test func constraintOfPairTriangleAndIsolate() throws {
    let network = try KnowledgeNetwork.test(6, [(0, 1), (2, 3), (3, 4), (4, 2)])
    expect(try network.constraint(), equal: [1, 1, 1.125, 1.125, 1.125, .nan])
  }
}
