public import KnowledgeNetworks

extension Brokerage {
  /// Tests every actor's, every group's and the network's count in each role against shuffled labels.
  ///
  /// The null keeps all ties and moves the group labels among the grouped actors, the broker's own too, so it asks
  /// only whether groups matter to who stands between whom. All arrangements are listed where they are few, else drawn
  /// (see `PermutationOptions`). The count of a group is that of its members as they are labelled, whatever labels they get:
  /// how much they broker stays, in which roles they do changes. The total of an actor does not depend on labels and is not tested. An actor that
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
    // Each role of an actor keeps the sums of its test, and each listed path 12 bytes. A draw holds its labels, its
    // counts and the statistics made of them, 160 bytes an actor, and four draws a thread may wait for those before
    // them; without a list each sorts the ties anew.
    let ties = network.outgoing.partners.count
    try workers.afford(
      MemoryNeed(
        "The permutation test of brokerage", bytes: 300 * actorCount + 12 * (listed ?? 0) + 4 * ties,
        bytesAThread: 320 * actorCount + (listed == nil ? 40 * actorCount + 16 * ties : 0),
        advice: "a grouping that leaves actors out"))
    var paths: [OpenPath] = []
    if let listed {
      paths.reserveCapacity(listed)
      try members.receivers.forEachGiver(in: "list of brokered pairs") { paths += $0 }
    }
    let brokers = members.codes.indices.filter { self[members.actors[$0]]?.total ?? 0 > 0 }
    let tested = TestedCounts(
      brokers: brokers, groups: brokers.map { Int(members.codes[$0]) }, groupCount: members.groupCount)
    let permutations = LabelPermutations(of: members.codes, options: options)
    let tests = try permutations.test(workers: workers) { [paths] (codes: [Int32]) throws(BuzzlineError) -> [Double] in
      try BuzzlineError.checkCancellation(of: "permutation test of brokerage")
      if listed != nil { return tested.numbers(of: paths.counts(under: codes)) }
      let single = Workers(threads: 1)
      let grouped = GroupedTies(among: members, groups: codes, workers: single)
      return tested.numbers(of: try grouped.brokerage(by: single))
    }
    return tested.table(of: tests, members: members)
  }
}

extension [OpenPath] {
  fileprivate func counts(under codes: [Int32]) -> [BrokerageCounts] {
    var tally = [Int32](repeating: 0, count: codes.count * BrokerageRole.agreementCount)
    for path in self { tally[path.tallyPlace(under: codes)] += 1 }
    return codes.indices.map { actor in
      BrokerageCounts { Int(tally[actor * BrokerageRole.agreementCount + $0.agreement]) }
    }
  }
}

/// The numbers tested: five of each member that brokers, five of each group, five of the network, and a 0 that stands for
/// all who broker nothing, for labels do not make a broker.
private struct TestedCounts {
  let brokers: [Int]
  /// The group of each broker as labelled.
  let groups: [Int]
  let groupCount: Int

  func numbers(of counts: [BrokerageCounts]) -> [Double] {
    let rows = brokers.map { counts[$0] }
    var sums = [BrokerageCounts](repeating: .zero, count: groupCount)
    for (group, row) in zip(groups, rows) { sums[group] = sums[group] + row }
    var numbers: [Double] = []
    numbers.reserveCapacity((rows.count + groupCount + 1) * BrokerageRole.allCases.count + 1)
    for row in rows + sums + [sums.reduce(.zero, +)] {
      for role in BrokerageRole.allCases { numbers.append(Double(row[role])) }
    }
    numbers.append(0)
    return numbers
  }

  func table(of tests: [PermutationTest], members: GroupMembers) -> BrokerageTable<PermutationTest> {
    func profile(_ row: Int) -> BrokerageProfile<PermutationTest> {
      let first = row * BrokerageRole.allCases.count
      return BrokerageProfile(
        coordinator: tests[first], itinerant: tests[first + 1], gatekeeper: tests[first + 2],
        representative: tests[first + 3], liaison: tests[first + 4])
    }
    let idle = BrokerageProfile { _ in tests[tests.count - 1] }
    var profiles = [BrokerageProfile<PermutationTest>](repeating: idle, count: members.actors.count)
    for (row, broker) in brokers.enumerated() { profiles[broker] = profile(row) }
    return BrokerageTable(
      totals: profile(brokers.count + groupCount), groups: (0..<groupCount).map { profile(brokers.count + $0) },
      profiles: members.spread(profiles))
  }
}
