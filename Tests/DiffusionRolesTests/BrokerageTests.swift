import DiffusionRoles
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct BrokerageTests {
  /// All networks whose possible ties are the bits of a number.
  private func network(_ count: Int, bits: Int) throws -> KnowledgeNetwork {
    let pairs = (0..<count).flatMap { source in
      (0..<count).filter { $0 != source }.map { (source, $0) }
    }
    return try .test(count, pairs.indices.filter { bits >> $0 & 1 == 1 }.map { pairs[$0] })
  }

  private func expectTwin(_ network: KnowledgeNetwork, _ labels: [String?]) throws {
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: labels))
    let twin = BrokerageTwin(network, labels: labels)
    #expect(brokerage.rows == twin.counts)
    #expect(brokerage.totals == twin.counts.compactMap(\.self).reduce(.zero, +))
  }

  @Test func everyNetworkOfThreeActorsMatchesTheTwin() throws {
    for bits in 0..<64 {
      let network = try network(3, bits: bits)
      for labels in partitions(of: 3) {
        try expectTwin(network, labels)
        try expectTwin(network, [labels[0], nil, labels[2]])
      }
    }
  }

  @Test(arguments: 4...6) func sampledSmallNetworksMatchTheTwin(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let groupings = partitions(of: count)
    for _ in 0..<150 {
      let network = try network(count, bits: generator.below(1 << (count * (count - 1))))
      try expectTwin(network, groupings[generator.below(groupings.count)])
    }
  }

  @Test(arguments: [0.02, 0.1, 0.4, 0.9], [true, false])
  func randomNetworksMatchTheTwin(density: Double, isDirected: Bool) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let network = try KnowledgeNetwork.random(30, density: density, seed: seed, isDirected: isDirected)
      for groups in [1, 2, 5, 30] {
        try expectTwin(network, randomLabels(30, groups: groups, seed: seed))
        try expectTwin(network, randomLabels(30, groups: groups, missing: 4, seed: seed))
      }
    }
  }

  @Test(arguments: [0.1, 0.5], [true, false])
  func partialCreditMatchesTheTwin(density: Double, isDirected: Bool) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let network = try KnowledgeNetwork.random(16, density: density, seed: seed, isDirected: isDirected)
      let labels = randomLabels(16, groups: 3, missing: 5, seed: seed)
      let credit = try network.brokerage(by: Grouping(name: "kind", labels: labels)).partialCredit()
      let twin = BrokerageTwin(network, labels: labels).partialCredit
      for role in BrokerageRole.allCases {
        for actor in labels.indices where labels[actor] != nil {
          #expect(isClose(try #require(credit[actor]?[role]), try #require(twin[actor]?[role])))
        }
        #expect(isClose(credit.totals[role], twin.reduce(0) { $0 + ($1?[role] ?? 0) }))
      }
    }
  }

  /// A hub with many givers and one with many receivers make the kernel mark either side.
  @Test func lopsidedNetworksMatchTheTwin() throws {
    var ties = (2..<25).map { ($0, 0) } + (2..<25).map { (1, $0) } + [(0, 1)]
    ties += (2..<24).filter { $0 % 3 == 0 }.map { ($0, $0 + 1) }
    let network = try KnowledgeNetwork.test(25, ties)
    try expectTwin(network, randomLabels(25, groups: 3, missing: 6, seed: 3))
    try expectTwin(network.reversed(), randomLabels(25, groups: 3, missing: 6, seed: 3))
  }

  @Test func eachRoleIsToldByItsGroups() throws {
    let chain = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    let expected: [(String, BrokerageRole)] = [
      ("AAA", .coordinator), ("ABA", .itinerant), ("ABB", .gatekeeper), ("AAB", .representative), ("ABC", .liaison),
    ]
    for (labels, role) in expected {
      let brokerage = try chain.brokerage(by: Grouping(name: "kind", labels: labels.map(String.init)))
      #expect(brokerage[1] == BrokerageCounts { $0 == role ? 1 : 0 })
      #expect(brokerage.scores(in: role)[1] == 1)
      #expect(brokerage.scores(in: role).measure == role.rawValue)
    }
    #expect(
      BrokerageRole.allCases.map(\.rawValue) == [
        "coordinator", "itinerant", "gatekeeper", "representative", "liaison",
      ])
  }

  @Test func weightsAndRepeatedTiesCountOnce() throws {
    let actors = (0..<3).map { NetworkActor(id: "\($0)", kind: "sme") }
    let network = try KnowledgeNetwork(
      actors: actors,
      ties: [
        Tie(source: 0, target: 1, weight: 3, topic: "steel"), Tie(source: 0, target: 1, weight: 2, topic: "law"),
        Tie(source: 1, target: 2, weight: 0.5),
      ])
    #expect(try network.brokerage(by: .kind).totals.coordinator == 1)
  }

  @Test func actorsWithoutGroupTakeNoPart() throws {
    let network = try KnowledgeNetwork.random(20, density: 0.3, seed: 9)
    let labels = randomLabels(20, groups: 3, missing: 3, seed: 9)
    let grouping = Grouping(name: "kind", labels: labels)
    let kept = labels.indices.filter { labels[$0] != nil }
    let brokerage = try network.brokerage(by: grouping)
    let alone = try network.induced(on: kept).brokerage(by: Grouping(name: "kind", labels: kept.map { labels[$0] }))
    #expect(kept.map { brokerage[$0] } == alone.rows)
    #expect(kept.map { brokerage.expectations[$0] } == kept.indices.map { alone.expectations[$0] })
    #expect(brokerage.expectations.network == alone.expectations.network)
    for actor in grouping.ungrouped {
      #expect(brokerage[actor] == nil)
      #expect(brokerage.expectations[actor] == nil)
      #expect(try brokerage.partialCredit()[actor] == nil)
      #expect(brokerage.scores(in: .liaison)[actor] == nil)
    }
    #expect(
      brokerage.remarks == ["\(20 - kept.count) of 20 actors state no kind and take no part in brokerage."])
    #expect(alone.remarks.isEmpty)
  }

  @Test(arguments: [0, 1, 2, 5]) func withoutTiesNobodyBrokers(count: Int) throws {
    let network = try KnowledgeNetwork.test(count, [])
    let brokerage = try network.brokerage(by: Grouping(name: "kind", labels: (0..<count).map { "g\($0 % 2)" }))
    #expect(brokerage.totals == .zero)
    #expect(brokerage.expectations.density == 0)
    #expect(brokerage.expectations.network.total.expected == 0)
    #expect(brokerage.expectations.network.total.z(of: 0) == nil)
    #expect(try brokerage.partialCredit().totals == .zero)
    #expect(try brokerage.permutationTest().totals.liaison.pAtLeast == 1)
  }

  @Test func badGroupingsAreRefused() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1)])
    func failure(_ brokerage: () throws(BuzzlineError) -> Brokerage) -> BuzzlineError? {
      do { _ = try brokerage() } catch { return error }
      return nil
    }
    let mismatch = failure { () throws(BuzzlineError) in try network.brokerage(by: Grouping(name: "k", labels: ["a"])) }
    #expect(mismatch?.code == .mismatchedGrouping)
    #expect(mismatch?.description == "The grouping by 'k' is of 1 actors; the network has 3.")
    let none = failure { () throws(BuzzlineError) in try network.brokerage(by: .kind) }
    #expect(none?.code == .noGroups)
    let unknown = failure { () throws(BuzzlineError) in try network.brokerage(by: .attribute("regio")) }
    #expect(unknown?.code == .noGroups)
    #expect(unknown?.message.contains("Did you mean 'region'") == true)
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try KnowledgeNetwork.random(20, density: 0.3, seed: 1)
    let grouping = Grouping(name: "kind", labels: randomLabels(20, groups: 2, seed: 1))
    let brokerage = try network.brokerage(by: grouping)
    let works: [@Sendable () throws -> Void] = [
      { _ = try network.brokerage(by: grouping) },
      { _ = try brokerage.partialCredit() },
      { _ = try brokerage.permutationTest() },
    ]
    for work in works {
      let task = Task { () -> BuzzlineError.Code? in
        withUnsafeCurrentTask { $0?.cancel() }
        do { try work() } catch { return (error as? BuzzlineError)?.code }
        return nil
      }
      #expect(await task.value == .cancelled)
    }
  }
}
