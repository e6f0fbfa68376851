import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct DensityTests {
  @Test func knoke() throws {
    #expect(agree(try KnokeOrganisations.information.density(), 49.0 / 90))
    #expect(agree(try KnokeOrganisations.money.density(), 22.0 / 90))
    #expect(agree(try KnokeOrganisations.information.density(ignoringDirection: true), 64.0 / 90))
  }

  @Test func agreesWithACount() throws {
    for network in try SmallNetworks.random(60) {
      let links = network.links
      let pairs = links.indices.flatMap { i in links.indices.filter { $0 != i }.map { (i, $0) } }
      let tied = pairs.count { links[$0.0][$0.1] }
      let either = pairs.count { links[$0.0][$0.1] || links[$0.1][$0.0] }
      #expect(agree(network.density(), Double(tied) / Double(pairs.count)))
      #expect(agree(network.density(ignoringDirection: true), Double(either) / Double(pairs.count)))
      #expect(
        network.isolates
          == links.indices.filter { actor in links.indices.allSatisfy { !links[actor][$0] && !links[$0][actor] } })
    }
  }

  @Test func completeNetworkHasDensityOne() throws {
    #expect(try KnowledgeNetwork.random(6, density: 1.1, seed: 1).density() == 1)
    #expect(try KnowledgeNetwork.random(6, density: 1.1, seed: 1, isDirected: false).density() == 1)
  }

  @Test func oneActorHasNone() throws {
    #expect(try KnowledgeNetwork.test(1, []).density() == nil)
    #expect(try KnowledgeNetwork.test(0, []).density(ignoringDirection: true) == nil)
  }

  @Test func isolatesAreListed() throws {
    #expect(try KnokeOrganisations.money.isolates == [5])
  }
}
