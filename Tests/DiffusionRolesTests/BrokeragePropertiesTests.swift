import DiffusionRoles
import KnowledgeNetworks
import TestNetworks
import Testing

/// What holds for brokerage in every network, tried on random ones.
@Suite struct BrokeragePropertiesTests {
  private static let seeds: ClosedRange<UInt64> = 1...6

  private func example(_ seed: UInt64, isDirected: Bool = true) throws -> (KnowledgeNetwork, Grouping) {
    let network = try KnowledgeNetwork.random(24, density: 0.15, seed: seed, isDirected: isDirected)
    return (network, Grouping(name: "kind", labels: randomLabels(24, groups: 4, missing: 9, seed: seed)))
  }

  @Test(arguments: seeds) func reversingAllTiesSwapsGatekeeperAndRepresentativeAndNothingElse(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    let forward = try network.brokerage(by: grouping)
    let swapped = forward.rows.map { row in
      row.map { counts in
        var counts = counts
        swap(&counts.gatekeeper, &counts.representative)
        return counts
      }
    }
    let backward = try network.reversed().brokerage(by: grouping)
    #expect(backward.rows == swapped)
    #expect(forward.rows != swapped)
    #expect(backward.expectations.network == forward.expectations.network)
  }

  @Test(arguments: seeds) func symmetricNetworksHaveEqualGatekeepersAndEvenOtherRoles(seed: UInt64) throws {
    let (network, grouping) = try example(seed, isDirected: false)
    let both = network.pairs.flatMap { [($0.source, $0.target), ($0.target, $0.source)] }
    let brokerage = try network.brokerage(by: grouping)
    #expect(try KnowledgeNetwork.test(24, both).brokerage(by: grouping).rows == brokerage.rows)
    #expect(brokerage.remarks.contains { $0.contains("no direction") })
    for row in brokerage.rows.compactMap(\.self) {
      #expect(row.gatekeeper == row.representative)
      #expect([row.coordinator, row.itinerant, row.liaison].allSatisfy { $0.isMultiple(of: 2) })
    }
  }

  @Test(arguments: seeds) func mergingGroupsKeepsTheTotal(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    let merged = Grouping(
      name: "kind", labels: (0..<24).map { grouping.label(of: $0).map { $0 == "g1" ? "g2" : $0 } })
    let before = try network.brokerage(by: grouping)
    let after = try network.brokerage(by: merged)
    #expect(before.rows.map { $0?.total } == after.rows.map { $0?.total })
    #expect(before.rows != after.rows)
  }

  @Test(arguments: seeds) func withOneGroupAllAreCoordinators(seed: UInt64) throws {
    let (network, _) = try example(seed)
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: Array(repeating: "one", count: 24)))
    #expect(brokerage.totals.total > 0)
    #expect(brokerage.rows.allSatisfy { $0?.coordinator == $0?.total })
    #expect(brokerage.remarks.count == 1)
    let expected = brokerage.expectations.network
    #expect(expected[.coordinator] == expected.total)
    for role in BrokerageRole.allCases where role != .coordinator {
      #expect(expected[role].expected == 0)
      #expect(expected[role].z(of: 0) == nil)
    }
  }

  @Test(arguments: seeds, [true, false])
  func withGroupsOfOneAllAreLiaisonsWithTheVarianceOfTheTotal(seed: UInt64, isDirected: Bool) throws {
    let (network, _) = try example(seed, isDirected: isDirected)
    let brokerage = try network.brokerage(by: Grouping(name: "id", labels: (0..<24).map { "\($0)" }))
    #expect(brokerage.totals.total > 0)
    #expect(brokerage.rows.allSatisfy { $0?.liaison == $0?.total })
    for expected in [brokerage.expectations.network] + (0..<24).compactMap({ brokerage.expectations[$0] }) {
      #expect(isClose(expected[.liaison].expected, expected.total.expected))
      #expect(isClose(expected[.liaison].standardDeviation, expected.total.standardDeviation))
      #expect(expected[.gatekeeper].z(of: 0) == nil)
    }
  }

  @Test(arguments: seeds) func aNewTieLowersTheScoreOfThoseWhoBrokeredItsActors(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    let twin = BrokerageTwin(network, labels: (0..<24).map { grouping.label(of: $0) })
    let before = try network.brokerage(by: grouping)
    let pair = try #require(twin.triads.randomElement(from: seed))
    let ties = network.pairs.map { ($0.source, $0.target) } + [(pair.giver, pair.receiver)]
    let after = try KnowledgeNetwork.test(24, ties).brokerage(by: grouping)
    for actor in 0..<24 where actor != pair.giver && actor != pair.receiver {
      var expected = before[actor]
      for triad in twin.triads
      where triad.broker == actor && triad.giver == pair.giver && triad.receiver == pair.receiver {
        expected?[triad.role] -= 1
      }
      #expect(after[actor] == expected)
    }
  }

  @Test(arguments: seeds) func partialTotalsAddUpToThePairsAtDistanceTwo(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    let twin = BrokerageTwin(network, labels: (0..<24).map { grouping.label(of: $0) })
    let pairs = Set(twin.triads.map { [$0.giver, $0.receiver] }).count
    let credit = try network.brokerage(by: grouping).partialCredit()
    #expect(isClose(credit.totals.total, Double(pairs)))
  }

  @Test(arguments: seeds) func noCreditIsLargerThanItsCount(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    let brokerage = try network.brokerage(by: grouping)
    let credit = try brokerage.partialCredit()
    for actor in 0..<24 {
      for role in BrokerageRole.allCases {
        #expect((credit[actor]?[role] ?? 0) <= Double(brokerage[actor]?[role] ?? 0))
      }
    }
  }

  @Test(arguments: seeds) func theOrderOfTheRosterDoesNotChangeADigitOfCredit(seed: UInt64) throws {
    let (network, grouping) = try example(seed)
    var order = Array(0..<24)
    var generator = SeededGenerator(seed: seed)
    generator.shuffle(&order)
    let shuffled = try network.induced(on: order)
      .brokerage(by: Grouping(name: "kind", labels: order.map { grouping.label(of: $0) })).partialCredit()
    let credit = try network.brokerage(by: grouping).partialCredit()
    #expect(order.indices.map { shuffled[$0] } == order.map { credit[$0] })
    #expect(shuffled.totals == credit.totals)
  }
}

extension Array {
  /// An element drawn by seed.
  fileprivate func randomElement(from seed: UInt64) -> Element? {
    var generator = SeededGenerator(seed: seed)
    return randomElement(using: &generator)
  }
}

/// Whether two numbers agree to a relative 1e-12, or to that many of the unit near 0.
func isClose(_ left: Double, _ right: Double, relative tolerance: Double = 1e-12) -> Bool {
  left == right || abs(left - right) <= tolerance * max(abs(left), abs(right), 1e-3)
}
