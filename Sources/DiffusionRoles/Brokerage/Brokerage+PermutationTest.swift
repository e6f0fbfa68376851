public import KnowledgeNetworks

extension Brokerage {
  /// Tests every actor's and the network's count in each role against shuffled labels.
  ///
  /// The null keeps all ties and moves the group labels among the grouped actors, the broker's own too, so it asks
  /// only whether groups matter to who stands between whom. All arrangements are listed where they are few, else drawn
  /// (see `PermutationOptions`). The total of an actor does not depend on labels and is not tested. An actor that
  /// brokers nothing has a mean and deviation of 0 and both p of 1.
  ///
  /// Properties: the means of the five roles add up to the actor's total; reversing all ties swaps the tests of
  /// gatekeeper and representative; the same seed gives the same numbers; with one group both p of every count are 1.
  ///
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(*n* + *t*) time an arrangement and O(*n* + *t*) space for *t* brokered pairs, up to five million;
  ///   above, the time of a count an arrangement and O(*n* + *m*) space.
  public func permutationTest(
    options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) -> BrokerageTable<PermutationTest> {
    try permutationTest(options: options, listingAtMost: 5_000_000, workers: workers)
  }

  /// The test with the number of brokered pairs given up to which they are listed once and told apart again.
  func permutationTest(
    options: PermutationOptions, listingAtMost pathLimit: Int, workers: Workers = .all
  ) throws(BuzzlineError) -> BrokerageTable<PermutationTest> {
    let listed = totals.total <= pathLimit ? totals.total : nil
    try workers.afford(.brokerageTest(in: network, listing: listed))
    let ties = MemberTies(in: network, among: members.actors)
    let paths = totals.total <= pathLimit ? try OpenPaths(in: ties.receivers, count: totals.total) : nil
    let brokers = RosterOfBrokers(counts: members.actors.map { self[$0]?.total ?? 0 })
    let permutations = LabelPermutations(of: members.codes, options: options)
    let tests = try permutations.test(workers: workers) { (codes: [Int32]) throws(BuzzlineError) -> [Double] in
      try BuzzlineError.checkCancellation(of: "permutation test of brokerage")
      if let paths { return brokers.statistics(paths.agreements(under: codes)) }
      let single = Workers(threads: 1)
      let grouped = GroupedTies(ties, groups: codes, groupCount: members.sizes.count, workers: single)
      return brokers.statistics(try grouped.brokerage(by: single))
    }
    return brokers.table(of: tests, members: members, actorCount: actorCount)
  }
}

/// Which members broker at all: the others need no statistics of their own, for labels do not make a broker.
///
/// The statistics are five numbers a broker, five for the network and a 0 that stands for all who broker nothing.
private struct RosterOfBrokers {
  private let brokers: [Int]
  private let memberCount: Int

  init(counts: [Int]) {
    brokers = counts.indices.filter { counts[$0] > 0 }
    memberCount = counts.count
  }

  func statistics(_ counts: [BrokerageCounts]) -> [Double] {
    statistics { broker, role in Double(counts[broker][role]) }
  }

  func statistics(_ agreements: [Int32]) -> [Double] {
    statistics { broker, role in Double(agreements[broker * BrokerageRole.agreementCount + role.agreement]) }
  }

  private func statistics(_ count: (Int, BrokerageRole) -> Double) -> [Double] {
    let roles = BrokerageRole.allCases
    var numbers: [Double] = []
    numbers.reserveCapacity((brokers.count + 1) * roles.count + 1)
    var totals = [Double](repeating: 0, count: roles.count)
    for broker in brokers {
      for (index, role) in roles.enumerated() {
        let number = count(broker, role)
        numbers.append(number)
        totals[index] += number
      }
    }
    return numbers + totals + [0]
  }

  func table(
    of tests: [PermutationTest], members: GroupMembers, actorCount: Int
  ) -> BrokerageTable<PermutationTest> {
    let idle = tests[tests.count - 1]
    func profile(_ place: Int) -> BrokerageProfile<PermutationTest> {
      let first = place * BrokerageRole.allCases.count
      return BrokerageProfile(
        coordinator: tests[first], itinerant: tests[first + 1], gatekeeper: tests[first + 2],
        representative: tests[first + 3], liaison: tests[first + 4])
    }
    var profiles = [BrokerageProfile<PermutationTest>](repeating: BrokerageProfile { _ in idle }, count: memberCount)
    for (place, broker) in brokers.enumerated() { profiles[broker] = profile(place) }
    return BrokerageTable(
      totals: profile(brokers.count), profiles: members.spread(profiles, over: actorCount))
  }
}
