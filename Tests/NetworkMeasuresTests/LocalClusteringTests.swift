import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct LocalClusteringTests {
  @Test func knoke() throws {
    let directed = try KnokeOrganisations.information.localClustering(ignoringDirection: false)
    #expect(agree(directed.mean, 0.6067, within: 5e-5))
    #expect(agree(directed.weightedMean, 0.5995, within: 5e-5))
  }

  @Test func agreesWithALoopOverContacts() throws {
    for network in try KnowledgeNetwork.all(4) + SmallNetworks.random(40) {
      let links = network.links
      let either = links.indices.map { i in links.indices.map { links[i][$0] || links[$0][i] } }
      for (ignoringDirection, table) in [(true, either), (false, links)] {
        let expected = links.indices.map { ego -> Double in
          let contacts = links.indices.filter { either[ego][$0] }
          let pairs = contacts.flatMap { i in contacts.filter { $0 != i }.map { (i, $0) } }
          return Double(pairs.count { table[$0.0][$0.1] }) / Double(pairs.count)
        }
        let clustering = try network.localClustering(ignoringDirection: ignoringDirection)
        #expect(agree(clustering.actors, expected))
        let defined = expected.filter { !$0.isNaN }
        #expect(agree(clustering.mean, defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)))
      }
    }
  }

  @Test func weightedMeanIsUndirectedTransitivity() throws {
    for network in try SmallNetworks.random(60) {
      let transitivity = try network.transitivity(ignoringDirection: true)
      #expect(agree(try network.localClustering().weightedMean, transitivity.ratio))
    }
  }

  @Test func completeNetworkHasClusteringOne() throws {
    let complete = try KnowledgeNetwork.random(6, density: 1.1, seed: 1)
    for ignoringDirection in [true, false] {
      #expect(try complete.localClustering(ignoringDirection: ignoringDirection).actors.allSatisfy { $0 == 1 })
    }
  }
}
