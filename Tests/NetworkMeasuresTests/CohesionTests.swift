import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CentralisationTests {
  @Test func knoke() throws {
    let network = try KnokeOrganisations.information
    #expect(agree(network.degreeCentralisation(.outgoing), 0.3827, within: 5e-5))
    #expect(agree(network.degreeCentralisation(.incoming), 0.5062, within: 5e-5))
  }

  @Test(.needsSharedData)
  func knokeBetweenness() throws {
    let table = try #require(try ReferenceColumns("reference_values/knoke_info_hanneman_node_measures.csv"))
    let scores = ActorScores(measure: "betweenness", table.numbers("betweenness_sna"))
    let network = try KnokeOrganisations.information
    #expect(agree(try network.betweennessCentralisation(of: scores), 0.2011, within: 5e-5))
  }

  @Test func starIsFullyCentralised() throws {
    let ties = (1..<6).map { (0, $0) }
    let star = try KnowledgeNetwork.test(6, ties, isDirected: false)
    #expect(star.degreeCentralisation(.both) == 1)
    #expect(try star.betweennessCentralisation(of: ActorScores(measure: "b", [10, 0, 0, 0, 0, 0])) == 1)
    let mutual = try KnowledgeNetwork.test(6, ties + ties.map { ($0.1, $0.0) })
    #expect(mutual.degreeCentralisation(.both) == 1)
    #expect(try mutual.betweennessCentralisation(of: ActorScores(measure: "b", [20, 0, 0, 0, 0, 0])) == 1)
    let giving = try KnowledgeNetwork.test(6, ties)
    #expect(giving.degreeCentralisation(.outgoing) == 1)
    #expect(agree(giving.degreeCentralisation(.incoming), 1.0 / 25))
  }

  @Test func cycleIsNotCentralised() throws {
    let cycle = try KnowledgeNetwork.test(5, (0..<5).map { ($0, ($0 + 1) % 5) })
    for direction in Direction.allCases { #expect(cycle.degreeCentralisation(direction) == 0) }
  }

  @Test func theHighestSumIsTheHighest() throws {
    for network in try KnowledgeNetwork.all(4) {
      for direction in Direction.allCases {
        let value = try #require(network.degreeCentralisation(direction))
        #expect(value >= 0 && value <= 1)
      }
    }
  }

  @Test func twoActorsHaveNoTotalOne() throws {
    let pair = try KnowledgeNetwork.test(2, [(0, 1)])
    #expect(pair.degreeCentralisation(.both) == nil)
    #expect(try pair.betweennessCentralisation(of: ActorScores(measure: "b", [0, 0])) == nil)
    #expect(try KnowledgeNetwork.test(0, []).degreeCentralisation(.incoming) == nil)
  }

  @Test func scoresOfAnotherRosterAreRefused() throws {
    let error = #expect(throws: BuzzlineError.self) {
      try KnokeOrganisations.money.betweennessCentralisation(of: ActorScores(measure: "betweenness", [1]))
    }
    #expect(error?.code == .mismatchedGrouping)
  }
}

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
