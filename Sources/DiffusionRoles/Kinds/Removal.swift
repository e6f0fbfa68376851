public import KnowledgeNetworks

/// What the others would lose if all actors of one group left: structure only, no simulation.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/losses(withoutEachOf:workers:)`` makes it.
public struct RemovalLoss: Hashable, Codable, Sendable {
  /// The group that leaves.
  public let group: String
  /// How many actors leave.
  public let actors: Int
  /// How many connected pairs leave with them.
  public let pairsLost: Int
  /// How many connected pairs there were.
  public let pairsBefore: Int
  /// Ordered pairs of remaining actors along which knowledge could travel before, over any number of steps.
  public let reachablePairsBefore: Int
  /// Those along which it still could.
  public let reachablePairsAfter: Int
  /// Parts (weak components) of the network that hold a remaining actor, before.
  public let componentsBefore: Int
  /// Parts of what remains.
  public let componentsAfter: Int

  /// The share of connected pairs lost, from 0 to 1; `nil` if there were none.
  public var shareOfPairsLost: Double? { pairsBefore > 0 ? Double(pairsLost) / Double(pairsBefore) : nil }
  /// The share of reachable pairs among the remaining actors that the group alone made possible, from 0 to 1; `nil` if
  /// none was reachable.
  public var shareOfReachLost: Double? {
    reachablePairsBefore > 0 ? 1 - Double(reachablePairsAfter) / Double(reachablePairsBefore) : nil
  }
}

extension KnowledgeNetwork {
  /// What the others would lose if all actors of one group left, for each group.
  ///
  /// Reach is lost where every way from one remaining actor to another led through the group: the knock-out reading of
  /// fragmentation in Borgatti (2006), [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x),
  /// with direction kept and the leaving actors counted neither before nor after. It says what structure would be
  /// missing, not what actors would do about it.
  ///
  /// Weights are not used; an unobserved pair counts as no tie; an isolate is a part of its own. Actors without a group
  /// always remain.
  ///
  /// Properties: `nothingIsGainedByLeaving`, `anIsolatedGroupCostsNothing`, `removalMatchesTheInducedNetwork`.
  ///
  /// Whoever reaches each other is one component, and which components reach which is passed on from each to those it
  /// leads to, 64 beginnings at a time as the bits of a word; counts are whole numbers, so threads change nothing.
  ///
  /// - Parameters:
  ///   - grouping: The groups that leave one after the other.
  ///   - workers: The threads that count, and who hears how far they are.
  /// - Returns: One row a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  /// - Throws: ``BuzzlineError`` if no actor has a group, the grouping counts other actors than the network, or the
  ///   task is cancelled.
  /// - Complexity: O(*g* (*n* + *m* + *c* (*c* + *d*) / 64)) time for *n* actors, *m* connected pairs and *g* groups,
  ///   where *c* components are left and *d* ties between them; O(*n* + *m*) space, and O(*c* + *g*²) a thread.
  public func losses(
    withoutEachOf grouping: Grouping, workers: Workers = .all
  ) throws(BuzzlineError) -> [RemovalLoss] {
    try requireGroups(of: grouping)
    let groups = grouping.groups.count
    // Actors without a group are counted under the number after the last.
    let codes = grouping.groupCodes.map { $0 < 0 ? Int32(groups) : $0 }
    // Components and what they lead to; a thread keeps the beginnings of each and a table of the groups.
    let table = 8 * (groups + 1) * (groups + 1)
    try workers.afford(
      MemoryNeed(
        "What is lost without a group", bytes: 90 * actorCount + 4 * outgoing.partners.count + table,
        bytesAThread: 8 * actorCount + table, advice: "a grouping of fewer groups"))
    let before = try reachable(codes, groups: groups, without: nil, workers)
    let pairsLost = pairsTouching(codes, groups: groups)
    let parts = WeakComponents(of: self)
    let partsOfOneGroup = parts.countOfOneGroup(codes, groups: groups)
    let nobody = [Int32](repeating: 0, count: actorCount)
    var losses: [RemovalLoss] = []
    for (group, name) in grouping.groups.enumerated() {
      let isGone = codes.map { $0 == group }
      losses.append(
        RemovalLoss(
          group: name, actors: grouping.sizes[group], pairsLost: pairsLost[group], pairsBefore: pairCount,
          reachablePairsBefore: before.total(without: group),
          reachablePairsAfter: try reachable(nobody, groups: 0, without: isGone, workers).total(without: nil),
          componentsBefore: parts.count - partsOfOneGroup[group],
          componentsAfter: WeakComponents(of: self, without: isGone).count))
    }
    return losses
  }

  private func reachable(
    _ codes: [Int32], groups: Int, without isGone: [Bool]?, _ workers: Workers
  ) throws(BuzzlineError) -> ReachTable {
    try BuzzlineError.checkCancellation(of: "count of reach")
    return try Condensation(of: outgoing, codes: codes, groups: groups, without: isGone).reachablePairs(by: workers)
  }

  /// How many connected pairs have an end in each group.
  private func pairsTouching(_ codes: [Int32], groups: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: groups + 1)
    for source in actors.indices {
      for target in receivers(of: source) where isDirected || source < target {
        counts[Int(codes[source])] += 1
        if codes[target] != codes[source] { counts[Int(codes[target])] += 1 }
      }
    }
    return counts
  }
}

extension WeakComponents {
  /// For each group the number of components of which every actor belongs to it.
  fileprivate func countOfOneGroup(_ codes: [Int32], groups: Int) -> [Int] {
    var owners = [Int32?](repeating: nil, count: count)
    for (actor, number) in numbers.enumerated() {
      let owner = owners[Int(number)] ?? codes[actor]
      owners[Int(number)] = owner == codes[actor] ? owner : -1
    }
    var counts = [Int](repeating: 0, count: groups + 1)
    for case let owner? in owners where owner >= 0 { counts[Int(owner)] += 1 }
    return counts
  }
}
