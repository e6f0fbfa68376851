import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct ComponentsTests {
  @Test func knoke() throws {
    let money = try KnokeOrganisations.money
    #expect(money.components(.weak).sizes == [9, 1])
    #expect(try KnokeOrganisations.information.components(.strong).sizes == [10])
  }

  @Test func numberedByTheirFirstActor() throws {
    let network = try KnowledgeNetwork.test(6, [(5, 1), (1, 5), (3, 0), (4, 2)])
    #expect(network.components(.weak).membership == [0, 1, 2, 0, 2, 1])
    #expect(network.components(.strong).membership == [0, 1, 2, 3, 4, 1])
    #expect(network.components(.strong).largest == 2)
  }

  @Test(arguments: Connection.allCases)
  func agreesWithTheTableOfSteps(connection: Connection) throws {
    for network in try KnowledgeNetwork.all(4) + SmallNetworks.random(80) {
      let links = network.links
      let either = links.indices.map { i in links.indices.map { links[i][$0] || links[$0][i] } }
      let steps = stepTable(connection == .weak ? either : links)
      let parts = network.components(connection)
      for i in links.indices {
        for j in links.indices {
          #expect((parts.membership[i] == parts.membership[j]) == (steps[i][j] != nil && steps[j][i] != nil))
        }
      }
      #expect(parts.sizes == (0..<parts.count).map { part in parts.membership.count { $0 == part } })
    }
  }

  @Test func componentSizesSumToActors() throws {
    for network in try SmallNetworks.random(40) {
      for connection in Connection.allCases {
        #expect(network.components(connection).sizes.reduce(0, +) == network.actorCount)
      }
    }
    #expect(try KnowledgeNetwork.test(0, []).components(.weak).count == 0)
  }

  @Test func strongComponentsRefineWeakOnes() throws {
    for network in try SmallNetworks.random(40) {
      let (weak, strong) = (network.components(.weak), network.components(.strong))
      for part in 0..<strong.count {
        let members = network.actors.indices.filter { strong.membership[$0] == part }
        #expect(Set(members.map { weak.membership[$0] }).count == 1)
      }
    }
  }

  @Test func reversalKeepsComponents() throws {
    for network in try SmallNetworks.random(40) {
      for connection in Connection.allCases {
        #expect(network.components(connection) == network.reversed().components(connection))
      }
    }
  }

  @Test func longChainsNeedNoDeepStack() throws {
    let chain = try KnowledgeNetwork.test(50_000, (1..<50_000).map { ($0 - 1, $0) } + [(49_999, 0)])
    #expect(chain.components(.strong).sizes == [50_000])
  }
}
