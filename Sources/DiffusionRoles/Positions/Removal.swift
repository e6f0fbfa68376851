public import KnowledgeNetworks

/// What the others would lose if all actors of one group left: structure only, no simulation.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/losses(withoutEachOf:)`` makes it.
public struct RemovalLoss: Hashable, Sendable {
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
  /// - Returns: One row a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  /// - Throws: ``RoleError`` if no actor has a group, the grouping counts other actors than the network, or the task is
  ///   cancelled.
  /// - Complexity: O(*g* *n* (*n* + *m*)) time and O(*n* + *g*²) space for *n* actors, *m* connected pairs and *g* groups.
  public func losses(withoutEachOf grouping: Grouping) throws(RoleError) -> [RemovalLoss] {
    try requireGroups(of: grouping)
    let codes = grouping.groupCodes
    let nobody = codes.map { _ in false }
    var walk = Walk(of: self)
    let before = try reachableByGroups(grouping, &walk)
    var losses: [RemovalLoss] = []
    for (group, name) in grouping.groups.enumerated() {
      let isGone = codes.map { $0 == group }
      losses.append(
        RemovalLoss(
          group: name, actors: grouping.sizes[group],
          pairsLost: pairs.count { isGone[$0.source] || isGone[$0.target] }, pairsBefore: pairCount,
          reachablePairsBefore: before.remaining(without: group),
          reachablePairsAfter: try reachablePairs(without: isGone, &walk),
          componentsBefore: walk.components(holding: isGone.map(!), without: nobody),
          componentsAfter: walk.components(holding: isGone.map(!), without: isGone)))
    }
    return losses
  }

  /// Reachable ordered pairs by the groups of their ends.
  private func reachableByGroups(_ grouping: Grouping, _ walk: inout Walk) throws(RoleError) -> ReachTable {
    let nobody = [Bool](repeating: false, count: actorCount)
    var table = ReachTable(groups: grouping.groups.count)
    for source in actors.indices {
      try checkCancellation()
      for target in walk.reached(from: source, without: nobody).dropFirst() {
        table.add(from: grouping[source], to: grouping[target])
      }
    }
    return table
  }

  private func reachablePairs(without isGone: [Bool], _ walk: inout Walk) throws(RoleError) -> Int {
    var count = 0
    for source in actors.indices where !isGone[source] {
      try checkCancellation()
      count += walk.reached(from: source, without: isGone).count - 1
    }
    return count
  }

  private func checkCancellation() throws(RoleError) {
    guard !Task.isCancelled else { throw RoleError(.cancelled, "Cancelled while reach was counted.") }
  }
}

/// Reachable pairs counted by the groups of giver and receiver; the last row and column hold actors without a group.
private struct ReachTable {
  private let groups: Int
  private var counts: [Int]

  init(groups: Int) {
    self.groups = groups
    counts = [Int](repeating: 0, count: (groups + 1) * (groups + 1))
  }

  mutating func add(from source: Int?, to target: Int?) {
    counts[(source ?? groups) * (groups + 1) + (target ?? groups)] += 1
  }

  /// The pairs with neither end in the group.
  func remaining(without group: Int) -> Int {
    let others = (0...groups).filter { $0 != group }
    return others.reduce(0) { sum, source in
      sum + others.reduce(0) { $0 + counts[source * (groups + 1) + $1] }
    }
  }
}
