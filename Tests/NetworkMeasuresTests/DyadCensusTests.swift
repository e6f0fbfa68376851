import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct DyadCensusTests {
  @Test func knoke() throws {
    let census = try KnokeOrganisations.information.dyadCensus()
    #expect([census.mutual, census.asymmetric, census.null] == [17, 15, 13])
    #expect(agree(census.arcReciprocity, 0.6939, within: 5e-5))
    #expect(agree(census.dyadReciprocity, 0.5313, within: 5e-5))
  }

  @Test func agreesWithALoopOverPairs() throws {
    for network in try KnowledgeNetwork.all(3) + SmallNetworks.random(60) {
      var counts = [0, 0, 0]
      for i in network.actors.indices {
        for j in network.actors.indices where i < j {
          counts[[(i, j), (j, i)].count { network.hasTie(from: $0.0, to: $0.1) }] += 1
        }
      }
      let census = network.dyadCensus()
      #expect([census.null, census.asymmetric, census.mutual] == counts)
    }
  }

  @Test func dyadsSumToAllPairs() throws {
    for network in try SmallNetworks.random(40) {
      let census = network.dyadCensus()
      let actors = network.actorCount
      #expect(census.mutual + census.asymmetric + census.null == actors * (actors - 1) / 2)
    }
  }

  @Test func reversalKeepsCensuses() throws {
    for network in try SmallNetworks.random(40) {
      #expect(network.dyadCensus() == network.reversed().dyadCensus())
    }
  }

  @Test func withoutTiesThereIsNoReciprocity() throws {
    let census = try KnowledgeNetwork.test(3, []).dyadCensus()
    #expect(census.arcReciprocity == nil && census.dyadReciprocity == nil)
  }
}
