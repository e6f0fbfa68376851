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
  /// - Complexity: O(*n* + *t* log *g*) time an arrangement, of which 256 are looked at together, for *t* brokered pairs
  ///   and *g* groups, and less where an actor brokers more pairs than it has ties and groups; O(*n* + *m*) space, and
  ///   that of the ties of those with most ties a thread.
  public func permutationTest(
    options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) -> BrokerageTable<PermutationTest> {
    let permutations = LabelPermutations(of: members.codes, options: options)
    let blocks = BrokerBlocks(of: self)
    try workers.afford(blocks.memoryNeed(under: permutations))
    let tests = BrokerageTests(of: self, blocks)
    try tests.count(0..<permutations.count, of: permutations, members, workers: workers)
    return tests.table(under: permutations, members: members)
  }
}

/// What the arrangements say of every broker, of each group and of the network: block by block, whoever counted it.
final class BrokerageTests {
  private let counts: BrokerageTable<Int>
  private let blocks: BrokerBlocks
  private var brokers: [BrokerageProfile<CountTally>]
  private var groups: [BrokerageProfile<CountTally>]
  private var network = BrokerageProfile { _ in CountTally() }
  /// The sums of the group at hand and of the groups before it, in the arrangements of the round.
  private var groupSums = BlockSums(total: 0, maskCount: 0)
  private var networkSums = BlockSums(total: 0, maskCount: 0)
  private var tallies = RoleTallies()

  init(of brokerage: Brokerage, _ blocks: BrokerBlocks) {
    (counts, self.blocks) = (brokerage.counts, blocks)
    brokers = Array(repeating: network, count: blocks.brokers.count)
    groups = Array(repeating: network, count: brokerage.members.groupCount)
  }

  deinit { tallies.deallocate() }

  /// Counts every block in some arrangements of the null.
  func count(
    _ arrangements: Range<Int>, of permutations: LabelPermutations, _ members: GroupMembers, workers: Workers
  ) throws(BuzzlineError) {
    try PartnerRows.with(members.givers) { givers throws(BuzzlineError) in
      try PartnerRows.with(members.receivers) { receivers throws(BuzzlineError) in
        try permutations.forEachRound(of: arrangements, workers: workers) { labels, workers throws(BuzzlineError) in
          try blocks.forEach(under: labels, givers, receivers, workers: workers) { add($1, of: $0, labels) }
        }
      }
    }
  }

  /// All tallies as words that a file can hold.
  var words: [UInt64] {
    (brokers + groups + [network]).flatMap { tally in BrokerageRole.allCases.flatMap { tally[$0].words } }
  }

  /// Adds the tallies of other arrangements.
  func add(words: [UInt64]) {
    let length = CountTally.wordCount
    func tally(_ place: Int) -> BrokerageProfile<CountTally> {
      var profile = BrokerageProfile { _ in CountTally() }
      for (role, name) in BrokerageRole.allCases.enumerated() {
        let first = (place * BrokerageRole.allCases.count + role) * length
        profile[name] = CountTally(words: words[first..<first + length])
      }
      return profile
    }
    for broker in brokers.indices { brokers[broker].add(tally(broker)) }
    for group in groups.indices { groups[group].add(tally(brokers.count + group)) }
    network.add(tally(brokers.count + groups.count))
  }

  private func add(_ counted: CountedBlock, of number: Int, _ labels: LabelPlanes) {
    let block = blocks.blocks[number]
    if number == 0 { networkSums = BlockSums(total: counts.totals.total, maskCount: labels.maskCount) }
    if block.isFirstOfGroup {
      groupSums = BlockSums(total: counts.groups[block.group].total, maskCount: labels.maskCount)
    }
    for (broker, tally) in zip(block.brokers, counted.tallies) { brokers[broker].add(tally) }
    groupSums.add(counted.sums)
    if number + 1 == blocks.blocks.count || blocks.blocks[number + 1].isFirstOfGroup {
      groups[block.group].add(groupSums.tally(by: &tallies, observed: counts.groups[block.group], labels))
      networkSums.add(groupSums)
    }
    if number + 1 == blocks.blocks.count {
      network.add(networkSums.tally(by: &tallies, observed: counts.totals, labels))
    }
  }

  func table(under permutations: LabelPermutations, members: GroupMembers) -> BrokerageTable<PermutationTest> {
    func profile(_ tally: BrokerageProfile<CountTally>, _ counts: BrokerageCounts) -> BrokerageProfile<PermutationTest>
    {
      // Labels do not make a broker: who brokers nothing does so in every arrangement.
      guard counts.total > 0 else { return BrokerageProfile { _ in CountTally.ofNone(under: permutations) } }
      return BrokerageProfile { tally[$0].test(observed: counts[$0], under: permutations) }
    }
    let idle = profile(BrokerageProfile { _ in CountTally() }, .zero)
    var profiles = [BrokerageProfile<PermutationTest>](repeating: idle, count: members.actors.count)
    for (row, broker) in blocks.brokers.enumerated() { profiles[broker] = profile(brokers[row], blocks.observed[row]) }
    return BrokerageTable(
      totals: profile(network, counts.totals), groups: zip(groups, counts.groups).map(profile),
      profiles: members.spread(profiles))
  }
}

extension BrokerageProfile<CountTally> {
  fileprivate mutating func add(_ other: Self) {
    for role in BrokerageRole.allCases { self[role] += other[role] }
  }
}
