import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct DistancesTests {
  // Sum 138 over 90 pairs, longest 3: networkx 3.6.1 on the same matrix.
  @Test func knoke() throws {
    let distances = try KnokeOrganisations.information.distances()
    #expect(distances.diameter == 3)
    #expect(distances.reachablePairs == 90)
    #expect(agree(distances.meanDistance, 138.0 / 90))
    #expect(distances.reachability == 1)
    #expect(distances.pairsBySteps == [49, 34, 7])
  }

  @Test func agreesWithFloydAndWarshall() throws {
    for network in try KnowledgeNetwork.all(4) + SmallNetworks.random(60) {
      let links = network.links
      let either = links.indices.map { i in links.indices.map { links[i][$0] || links[$0][i] } }
      for (ignoringDirection, table) in [(false, links), (true, either)] {
        let steps = stepTable(table).joined().compactMap(\.self).filter { $0 > 0 }
        let distances = try network.distances(ignoringDirection: ignoringDirection)
        #expect(distances.diameter == steps.max())
        #expect(distances.pairsBySteps == (1..<(1 + (steps.max() ?? 0))).map { step in steps.count { $0 == step } })
      }
    }
  }

  @Test func reversalKeepsDistances() throws {
    for network in try SmallNetworks.random(40) {
      #expect(try network.distances() == network.reversed().distances())
    }
  }

  @Test func chainHasDiameterOfItsLength() throws {
    let chain = try KnowledgeNetwork.test(6, (1..<6).map { ($0 - 1, $0) }).distances()
    #expect(chain.pairsBySteps == [5, 4, 3, 2, 1])
    #expect(chain.diameter == 5)
    #expect(chain.reachability == 0.5)
  }

  @Test func withoutTiesNothingIsReached() throws {
    let empty = try KnowledgeNetwork.test(3, []).distances()
    #expect(empty.diameter == nil && empty.meanDistance == nil && empty.reachability == 0)
    #expect(try KnowledgeNetwork.test(1, []).distances().reachability == nil)
  }
}
