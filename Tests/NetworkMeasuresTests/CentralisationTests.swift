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
