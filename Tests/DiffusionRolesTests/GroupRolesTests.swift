import DiffusionRoles
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct GroupRolesTests {
  private func tallies(_ row: GroupRole) -> [GroupTally] {
    [row.given, row.received, row.net, row.pipelineEntry, row.passedOnInside, row.gatekeepers]
      + (row.brokerage.map { [$0] } ?? [])
  }

  /// What each actor adds, in the order of `tallies`, counted from the table; `nil` where not defined.
  private func naiveQuantities(_ table: NaiveTable) -> [[Double?]] {
    func each(_ isScoped: Bool, _ count: (Int) -> Int) -> [Double?] {
      table.actors.map { isScoped && table.isUndefined($0) ? nil : Double(count($0)) }
    }
    func given(_ actor: Int) -> Int { table.actors.count { table.has[actor][$0] } }
    func received(_ actor: Int) -> Int { table.actors.count { table.has[$0][actor] } }
    func gate(_ actor: Int) -> Int {
      let partners = table.actors.filter { table.has[actor][$0] || table.has[$0][actor] }
      return partners.contains { table.isInside(actor, $0) } && partners.contains { table.isOutside(actor, $0) } ? 1 : 0
    }
    return [
      each(false, given), each(false, received), each(false) { given($0) - received($0) },
      each(true, table.receivedOutside), each(true, table.givenInside), each(true, gate),
    ]
  }

  /// All orders of some things.
  private func orders<Thing>(_ things: [Thing]) -> [[Thing]] {
    guard !things.isEmpty else { return [[]] }
    return things.indices.flatMap { index in
      var rest = things
      let first = rest.remove(at: index)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test func sumsEqualTheNaiveTwin() throws {
    for network in try ClusteredNetworks.sample() + ClusteredNetworks.sample(isDirected: false) {
      let grouping = try network.grouping(by: .kind)
      guard !grouping.groups.isEmpty else { continue }
      let scores = ActorScores(measure: "b", network.actors.indices.map { $0 % 4 == 0 ? .nan : Double($0) })
      let roles = try network.diffusionRoles(
        by: grouping, brokerage: scores, options: PermutationOptions(draws: 3, exactLimit: 0))
      let quantities = naiveQuantities(NaiveTable(network)) + [Array(scores)]
      for (group, row) in roles.groups.enumerated() {
        let members = network.actors.indices.filter { network.actors[$0].kind?.rawValue == row.group }
        #expect(row.actors == members.count && row.group == grouping.groups[group])
        for (quantity, tally) in zip(quantities, tallies(row)) {
          let numbers = members.compactMap { quantity[$0] }
          let sum = numbers.reduce(0, +)
          #expect(tally.actors == numbers.count)
          #expect(tally.total == (numbers.isEmpty ? nil : sum))
          #expect(tally.perActor == (numbers.isEmpty ? nil : sum / Double(numbers.count)))
          let all = quantity.compactMap(\.self).reduce(0, +)
          #expect(tally.share == (all > 0 && !numbers.isEmpty ? sum / all : nil))
          let isShared = quantity.contains { ($0 ?? 0) != 0 }
          #expect((tally.test == nil) == (numbers.isEmpty || !isShared))
        }
      }
    }
  }

  @Test func exactPEqualsEnumerationByHand() throws {
    var compared = 0
    for seed in 0..<12 as Range<UInt64> {
      let network = try ClusteredNetworks.random(6, density: 0.4, seed: seed)
      let grouping = try network.grouping(by: .kind)
      let roles = try network.diffusionRoles(by: grouping)
      let quantities = naiveQuantities(NaiveTable(network))
      for (group, row) in roles.groups.enumerated() {
        for (quantity, tally) in zip(quantities, tallies(row)) {
          guard let test = tally.test else { continue }
          compared += 1
          let counted = network.actors.indices.filter { quantity[$0] != nil }
          let values = counted.compactMap { quantity[$0] }
          let heads = orders(counted.map { grouping[$0] }).map { labels in
            zip(values, labels).filter { $0.1 == group }.map(\.0).reduce(0, +) / Double(tally.actors)
          }
          let observed = try #require(tally.perActor)
          #expect(test.isExact && test.observed == observed)
          #expect(abs(test.mean - heads.reduce(0, +) / Double(heads.count)) < 1e-12)
          #expect(abs(test.pAtLeast - Double(heads.count { $0 >= observed - 1e-9 }) / Double(heads.count)) < 1e-12)
          #expect(abs(test.pAtMost - Double(heads.count { $0 <= observed + 1e-9 }) / Double(heads.count)) < 1e-12)
        }
      }
    }
    #expect(compared > 100)
  }

  @Test func groupsWithNobodyLeftOutAddUpToTheNetwork() throws {
    for network in try ClusteredNetworks.sample() {
      let everyone = Grouping(name: "kind", labels: network.actors.map { $0.kind?.rawValue ?? "other" })
      let rows = try network.diffusionRoles(
        by: everyone, options: PermutationOptions(draws: 2, exactLimit: 0)
      ).groups
      #expect(rows.reduce(0) { $0 + ($1.given.total ?? 0) } == Double(network.pairCount))
      #expect(rows.reduce(0) { $0 + ($1.received.total ?? 0) } == Double(network.pairCount))
      #expect(rows.reduce(0) { $0 + ($1.net.total ?? 0) } == 0)
      let entered = rows.first?.pipelineEntry.networkTotal ?? 0
      let shares = rows.compactMap(\.pipelineEntry.share).reduce(0, +)
      #expect(abs(shares - (entered > 0 ? 1 : 0)) < 1e-12)
    }
  }

  @Test func reversalSwapsGivenAndReceivedOfGroups() throws {
    for seed in 0..<10 as Range<UInt64> {
      let network = try ClusteredNetworks.random(9, density: 0.3, seed: seed)
      let grouping = try network.grouping(by: .kind)
      let options = PermutationOptions(draws: 19, exactLimit: 0)
      let forward = try network.diffusionRoles(by: grouping, options: options).groups
      let backward = try network.reversed().diffusionRoles(by: grouping, options: options).groups
      #expect(forward.map(\.given) == backward.map(\.received))
      #expect(forward.map(\.received) == backward.map(\.given))
      #expect(forward.map(\.gatekeepers) == backward.map(\.gatekeepers))
    }
  }

  @Test func withOneKindEverythingIsCertain() throws {
    let plain = try ClusteredNetworks.random(9, density: 0.4, seed: 4)
    let one = Grouping(name: "kind", labels: plain.actors.map { _ in "sme" })
    let scores = ActorScores(measure: "brokerage", plain.actors.indices.map(Double.init))
    let roles = try plain.diffusionRoles(by: one, brokerage: scores)
    #expect(roles.groups.count == 1)
    for tally in roles.groups.flatMap(tallies) {
      let test = try #require(tally.test)
      #expect(test.pAtLeast == 1 && test.pAtMost == 1 && test.pTwoSided == 1)
      #expect(test.standardDeviation == 0)
      #expect(tally.share == nil || tally.share == 1)
    }
  }

  @Test func expectedShareIsTheShareOfHeads() throws {
    for seed in 0..<10 as Range<UInt64> {
      let network = try ClusteredNetworks.random(7, density: 0.5, seed: seed)
      for row in try network.diffusionRoles(by: network.grouping(by: .kind)).groups {
        #expect(abs((try #require(row.given.expectedShare)) - Double(row.actors) / 7) < 1e-12)
      }
    }
  }

  @Test func theSameSeedGivesTheSameRoles() throws {
    let network = try ClusteredNetworks.random(30, density: 0.1, seed: 3)
    let grouping = try network.grouping(by: .kind)
    let options = PermutationOptions(draws: 99, seed: 5)
    let roles = try network.diffusionRoles(by: grouping, options: options)
    #expect(try network.diffusionRoles(by: grouping, options: options) == roles)
    #expect(roles.groups.first?.given.test?.isExact == false)
  }

  @Test func knokeBrokerageOfTheTextbookGroups() throws {
    let network = try ClusteredNetworks.knoke()
    // Totals a broker as printed for these groups; 12 of the 120 ways to pick three brokers reach 38.
    let brokerage = ActorScores(measure: "total", [2, 21, 9, 2, 27, 1, 6, 0, 2, 1])
    let grouping = try network.grouping(by: .attribute("textbook_group"))
    let rows = try network.diffusionRoles(by: grouping, brokerage: brokerage).groups
    #expect(rows.map { $0.brokerage?.total } == [38, 29, 4])
    let test = try #require(rows[0].brokerage?.test)
    #expect(test.isExact)
    #expect(abs(test.pAtLeast - 0.1) < 1e-12)
    #expect(abs(test.mean - 7.1) < 1e-12)
    #expect(rows.map { $0.pipelineEntry.total } == [0, 0, 0])
    #expect(rows.allSatisfy { $0.pipelineEntry.share == nil && $0.pipelineEntry.test == nil })
    #expect(rows.map { $0.passedOnInside.total } == rows.map { $0.given.total })
  }

  @Test func noTiesAreNothingToShareOut() throws {
    let network = try ClusteredNetworks.written("a@c b@d", "")
    let row = try #require(
      try network.diffusionRoles(by: Grouping(name: "kind", labels: ["x", "y"])).groups.first)
    #expect(row.brokerage == nil)
    for tally in tallies(row) {
      #expect(tally.total == 0 && tally.share == nil && tally.test == nil && tally.expectedShare == nil)
    }
  }

  @Test func withoutClustersPipelinesAreUndefined() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    let roles = try network.diffusionRoles(by: Grouping(name: "kind", labels: ["x", "y", nil]))
    for row in roles.groups {
      #expect(row.pipelineEntry.total == nil && row.pipelineEntry.perActor == nil && row.gatekeepers.test == nil)
      #expect(row.given.test != nil)
    }
    #expect(roles.remarks.contains { $0.contains("Without a kind: 1 actor") })
  }

  @Test func unfitInputIsRefused() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    func code(_ labels: [String?], _ scores: ActorScores? = nil) -> BuzzlineError.Code? {
      let error = #expect(throws: BuzzlineError.self) {
        try network.diffusionRoles(by: Grouping(name: "kind", labels: labels), brokerage: scores)
      }
      return error?.code
    }
    #expect(code(["x"]) == .mismatchedGrouping)
    #expect(code([nil, nil]) == .noGroups)
    #expect(code(["x", "y"], ActorScores(measure: "b", [1])) == .mismatchedGrouping)
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try ClusteredNetworks.random(8, density: 0.4, seed: 1)
    let grouping = try network.grouping(by: .kind)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try network.diffusionRoles(by: grouping)
    }
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
