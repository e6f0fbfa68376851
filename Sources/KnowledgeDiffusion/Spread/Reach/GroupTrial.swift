internal import KnowledgeNetworks

/// Groups, one after the other, beside others who are drawn.
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

  /// What is drawn for a group by one rule.
  private struct Draws {
    /// As many as the smaller side has, from the larger one.
    let beside: [[Int]]
    /// As many as the group has, from everyone.
    let dealt: [[Int]]
  }

  private static let rules: [StarterDraws.Rule] = [.anyone, .likeDegrees]
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

  /// What each group reaches.
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
    var reaches: [GroupReach] = []
    for group in sides.indices {
      reaches.append(try reach(of: group, alone, Array(sets[4 * group..<4 * group + 4])))
    }
    return reaches
  }

  /// What is drawn by each rule, the same each time.
  private func draws(for group: Int) throws(BuzzlineError) -> [Draws] {
    let sides = sides[group]
    var draws: [Draws] = []
    for (place, rule) in Self.rules.enumerated() {
      let key = ChanceHash.key(drawer.seed, UInt64(2 * group + place))
      let beside = StarterDraws(
        rule, as: sides.smaller, from: sides.larger, degrees: degrees, count: count, seed: key)
      let dealt = StarterDraws(
        rule, as: sides.members, from: sides.everyone, degrees: degrees, count: count, seed: ~key)
      draws.append(Draws(beside: try beside.made(by: workers), dealt: try dealt.made(by: workers)))
    }
    return draws
  }

  /// - Parameter sets: The four sets of the group.
  private func reach(
    of group: Int, _ alone: StarterReach, _ sets: [StarterReach.Shares]
  ) throws(BuzzlineError) -> GroupReach {
    let sides = sides[group]
    let together = try SetReach(of: [sides.members], in: drawer, workers: workers)
    var comparisons: [DrawnComparison] = []
    if !sides.others.isEmpty {
      let draws = try draws(for: group)
      for (place, drawn) in draws.enumerated() {
        let byGraph = (alone.byGraph[4 * group + 1], alone.byGraph[4 * group + 2 + place])
        comparisons.append(
          DrawnComparison(
            starters: sides.smaller.count, candidates: sets[2 + place].count { $0 > 0 },
            receiverGap: receiverGap(sides, drawn: sets[2 + place]),
            alone: self.alone(sides, drawn, fixed: byGraph.0, beside: byGraph.1, alone),
            together: try self.together(sides, drawn)))
      }
    }
    return GroupReach(
      group: grouping.groups[group], actors: sides.members.count,
      alone: Estimate(of: alone.byGraph[4 * group].map { Double($0) / Double(sides.members.count) }),
      together: Estimate(of: together.byGraph), besideOthers: comparisons.first, besideLikeDegrees: comparisons.last)
  }

  /// One starter at a time, in all graphs.
  private func alone(
    _ sides: Sides, _ draws: Draws, fixed: [Int], beside: [Int], _ reach: StarterReach
  ) -> DrawnReach {
    let size = Double(sides.smaller.count)
    func means(of sets: [[Int]]) -> [Double] {
      sets.map { Double(reach.sum(over: $0)) / Double($0.count * drawer.graphs) }
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
    let beside = try SetReach(of: draws.beside, in: drawer, .inTurn, workers: workers)
    let observed = try SetReach(of: [sides.members], in: first, workers: workers)
    let dealt = try SetReach(of: draws.dealt, in: first, workers: workers)
    return DrawnReach(
      fixed: fixed.byGraph, drawn: beside.byGraph, draws: beside.bySet, isGroupFixed: sides.isGroupFixed,
      test: PermutationTest(observed: observed.bySet[0], draws: dealt.bySet))
  }

  /// How many more receivers the group's starters have on average.
  private func receiverGap(_ sides: Sides, drawn: StarterReach.Shares) -> Double {
    let fixed = sides.smaller.reduce(0) { $0 + degrees[$1] }
    let others = zip(drawn, degrees).reduce(0) { $0 + $1.0 * $1.1 }
    let gap = (Double(fixed) - Double(others) / Double(count)) / Double(sides.smaller.count)
    return sides.isGroupFixed ? gap : -gap
  }
}
