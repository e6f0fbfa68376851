import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct TransitivityTests {
  @Test func knoke() throws {
    let network = try KnokeOrganisations.information
    let directed = try network.transitivity()
    #expect([directed.closed, directed.twoPaths] == [146, 217])
    #expect(agree(try network.transitivity(ignoringDirection: true).ratio, 0.7581, within: 5e-5))
  }

  @Test func agreesWithATripleLoop() throws {
    for network in try KnowledgeNetwork.all(4) + SmallNetworks.random(40) {
      let links = network.links
      let either = links.indices.map { i in links.indices.map { links[i][$0] || links[$0][i] } }
      #expect(try network.transitivity() == literal(links, halved: !network.isDirected))
      #expect(try network.transitivity(ignoringDirection: true) == literal(either, halved: true))
    }
  }

  @Test func completeNetworkIsTransitive() throws {
    #expect(try KnowledgeNetwork.random(6, density: 1.1, seed: 1).transitivity().ratio == 1)
    #expect(try KnowledgeNetwork.test(3, [(0, 1)]).transitivity().ratio == nil)
  }

  @Test func reversalKeepsTransitivity() throws {
    for network in try SmallNetworks.random(40) {
      #expect(try network.transitivity() == network.reversed().transitivity())
    }
  }

  private func literal(_ links: [[Bool]], halved: Bool) -> PathCounts {
    var counts = PathCounts()
    for a in links.indices {
      for b in links.indices where links[a][b] {
        for c in links.indices where links[b][c] && a != c && (!halved || a < c) {
          counts.twoPaths += 1
          if links[a][c] { counts.closed += 1 }
        }
      }
    }
    return counts
  }
}

private struct PathCounts {
  var twoPaths = 0
  var closed = 0

  static func == (left: Transitivity, right: PathCounts) -> Bool {
    left.twoPaths == right.twoPaths && left.closed == right.closed
  }
}
