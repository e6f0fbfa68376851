internal import KnowledgeNetworks

struct GroupTrial {
  /// One group and everyone else who has a group.
  private struct Sides {
    let members: [Int]
    let others: [Int]

    var everyone: [Int] { members + others }
    /// Whether the members start whole and as many others are drawn, not the other way round.
    var isGroupFixed: Bool { members.count <= others.count }
    var smaller: [Int] { isGroupFixed ? members : others }
    var larger: [Int] { isGroupFixed ? others : members }
  }

  /// What is drawn for a group by one rule: as many as the smaller side has, from the larger one; as many as the group
  /// has, from everyone.
  private typealias Draws = (beside: [[Int]], dealt: [[Int]])

  /// In how many graphs sets made up by chance start: they differ by far more than so many graphs leave to draws.
  private static let testGraphs = 256

  private let grouping: Grouping
  private let sides: [Sides]
  private let degrees: [Int]
  private let drawer: GraphDrawer
  private let count: Int
  private let workers: Workers

  init(
    of grouping: Grouping, on network: KnowledgeNetwork, along ties: LiveTies, draws: Int, options: SpreadOptions,
    workers: Workers
  ) {
    let grouped = network.actors.indices.filter { grouping[$0] != nil }
    self.grouping = grouping
    sides = grouping.groups.indices.map { group in
      Sides(members: grouping.members(of: group), others: grouped.filter { grouping[$0] != group })
    }
    degrees = network.actors.indices.map(network.receiverCount(of:))
    drawer = GraphDrawer(ties, seed: options.seed, graphs: options.runs)
    count = draws
    self.workers = workers
  }

  func reaches() throws(BuzzlineError) -> [GroupReach] {
    // Four sets of starters a group: its members, the smaller side, and those drawn by each rule.
    var sets: [StarterReach.Shares] = []
    for group in sides.indices {
      let draws = try draws(for: group)
      for actors in [[sides[group].members], [sides[group].smaller]] + draws.map(\.beside) {
        sets.append(StarterReach.counting(actors, of: degrees.count))
      }
    }
    let alone = try StarterReach(of: sets, in: drawer, workers: workers)
    return try sides.indices.map { group throws(BuzzlineError) in
      try reach(of: group, alone, Array(sets[4 * group..<4 * group + 4]))
    }
  }

  /// What is drawn by each rule, the same each time.
  private func draws(for group: Int) throws(BuzzlineError) -> [Draws] {
    let sides = sides[group]
    return try [StarterDraws.anyone, .likeDegrees].enumerated().map { place, rule throws(BuzzlineError) in
      func draws(as side: [Int], from pool: [Int], _ seed: UInt64) throws(BuzzlineError) -> [[Int]] {
        try rule.draws(count, as: side, from: pool, degrees: degrees, seed: seed, by: workers)
      }
      let key = ChanceHash.key(drawer.seed, UInt64(2 * group + place))
      let beside = try draws(as: sides.smaller, from: sides.larger, key)
      return (beside, try draws(as: sides.members, from: sides.everyone, ~key))
    }
  }

  private func reach(
    of group: Int, _ alone: StarterReach, _ sets: [StarterReach.Shares]
  ) throws(BuzzlineError) -> GroupReach {
    let sides = sides[group]
    let together = try SetReach(of: [sides.members], in: drawer, workers: workers)
    let draws = sides.others.isEmpty ? [] : try draws(for: group)
    let comparisons = try draws.enumerated().map { place, drawn throws(BuzzlineError) in
      let (fixed, beside) = (alone.byGraph[4 * group + 1], alone.byGraph[4 * group + 2 + place])
      return DrawnComparison(
        starters: sides.smaller.count, candidates: sets[2 + place].count { $0 > 0 },
        receiverGap: receiverGap(sides, drawn: sets[2 + place]),
        alone: self.alone(sides, drawn, fixed: fixed, beside: beside, alone),
        together: try self.together(sides, drawn))
    }
    return GroupReach(
      group: grouping.groups[group], actors: sides.members.count,
      alone: Estimate(of: alone.byGraph[4 * group].map { Double($0) / Double(sides.members.count) }),
      together: Estimate(of: together.byGraph), besideOthers: comparisons.first, besideLikeDegrees: comparisons.last)
  }

  /// One starter at a time, in all graphs.
  private func alone(_ sides: Sides, _ draws: Draws, fixed: [Int], beside: [Int], _ reach: StarterReach) -> DrawnReach {
    let size = Double(sides.smaller.count)
    func means(of sets: [[Int]]) -> [Double] {
      sets.map { set in Double(set.reduce(0) { $0 + reach.byActor[$1] }) / Double(set.count * drawer.graphs) }
    }
    return DrawnReach(
      fixed: fixed.map { Double($0) / size }, drawn: beside.map { Double($0) / size / Double(count) },
      draws: means(of: draws.beside), isGroupFixed: sides.isGroupFixed,
      test: PermutationTest(observed: means(of: [sides.members])[0], draws: means(of: draws.dealt)))
  }

  /// All starters together: draws take turns in the graphs; labels are dealt out in the first ones.
  private func together(_ sides: Sides, _ draws: Draws) throws(BuzzlineError) -> DrawnReach {
    let first = GraphDrawer(drawer.ties, seed: drawer.seed, graphs: min(drawer.graphs, Self.testGraphs))
    let fixed = try SetReach(of: [sides.smaller], in: drawer, workers: workers)
    let beside = try SetReach(of: draws.beside, in: drawer, isInTurn: true, workers: workers)
    let observed = try SetReach(of: [sides.members], in: first, workers: workers)
    let dealt = try SetReach(of: draws.dealt, in: first, workers: workers)
    return DrawnReach(
      fixed: fixed.byGraph, drawn: beside.byGraph, draws: beside.bySet, isGroupFixed: sides.isGroupFixed,
      test: PermutationTest(observed: observed.bySet[0], draws: dealt.bySet))
  }

  private func receiverGap(_ sides: Sides, drawn: StarterReach.Shares) -> Double {
    let fixed = sides.smaller.reduce(0) { $0 + degrees[$1] }
    let others = zip(drawn, degrees).reduce(0) { $0 + $1.0 * $1.1 }
    let gap = (Double(fixed) - Double(others) / Double(count)) / Double(sides.smaller.count)
    return sides.isGroupFixed ? gap : -gap
  }
}
