internal import KnowledgeNetworks

/// One group, its members, and who is set beside them.
struct GroupTrial: Sendable {
  let name: String
  let members: [Int]
  /// Anyone of the other groups, and those with like numbers of receivers.
  let rivals: [StarterDraws?]
  let degrees: [Int]

  init(of group: Int, in grouping: Grouping, on network: KnowledgeNetwork, draws: Int, seed: UInt64) {
    let (members, degrees) = (grouping.members(of: group), network.actors.indices.map(network.receiverCount(of:)))
    let others = network.actors.indices.filter { grouping[$0] != nil && grouping[$0] != group }
    rivals = [StarterDraws.Rule.anyone, .likeDegrees].enumerated().map { place, rule in
      StarterDraws(
        rule, group: members, others: others, degrees: degrees, count: draws,
        seed: ChanceHash.key(seed, UInt64(2 * group + place)))
    }
    name = grouping.groups[group]
    self.members = members
    self.degrees = degrees
  }
}

extension [GroupTrial] {
  /// What each group reaches; `nil` if the task was cancelled.
  func reaches(along ties: LiveTies, options: SpreadOptions, workers: Workers) -> [GroupReach]? {
    // For each group who it is, then for each of its rivals who starts whole and how often each other was drawn.
    var sets: [StarterReach.Shares] = []
    for trial in self {
      sets.append(StarterReach.counting([trial.members], of: ties.actorCount))
      for rival in trial.rivals.compactMap(\.self) {
        guard let drawn = rival.made(by: workers) else { return nil }
        sets.append(StarterReach.counting([rival.fixed], of: ties.actorCount))
        sets.append(StarterReach.counting(drawn, of: ties.actorCount))
      }
    }
    guard let alone = StarterReach(of: ties, sets: sets, options: options, workers: workers) else { return nil }
    let run = GroupRun(drawer: WorldDrawer(ties, seed: options.seed, worlds: options.runs), workers: workers)
    var (reaches, first) = ([GroupReach](), 0)
    for trial in self {
      guard let reach = run.reach(of: trial, alone: alone, sets: sets, from: first) else { return nil }
      reaches.append(reach)
      first += 1 + 2 * trial.rivals.count { $0 != nil }
    }
    return reaches
  }
}

/// The worlds in which groups start.
private struct GroupRun {
  let drawer: WorldDrawer
  let workers: Workers

  /// - Parameter first: Where the sets of the group begin.
  func reach(of trial: GroupTrial, alone: StarterReach, sets: [StarterReach.Shares], from first: Int) -> GroupReach? {
    let everyone = [trial.members]
    guard let together = SetReach(of: everyone, in: drawer, workers: workers) else { return nil }
    var comparisons: [DrawnComparison?] = []
    for (place, rival) in trial.rivals.enumerated() {
      guard let rival else {
        comparisons.append(nil)
        continue
      }
      let set = first + 1 + 2 * place
      guard let draws = rival.made(by: workers),
        let fixed = SetReach(of: [rival.fixed], in: drawer, workers: workers),
        let drawn = SetReach(of: draws, in: drawer, workers: workers)
      else { return nil }
      let single = DrawnSums(
        fixed: alone.byWorld[set], drawnByWorld: alone.byWorld[set + 1],
        byDraw: draws.map { $0.reduce(0) { $0 + alone.byActor[$1] } })
      let joint = DrawnSums(fixed: fixed.byWorld, drawnByWorld: drawn.byWorld, byDraw: drawn.bySet)
      comparisons.append(
        DrawnComparison(rival, counts: sets[set + 1], degrees: trial.degrees, draws: draws.count, single, joint))
    }
    let size = Double(trial.members.count)
    return GroupReach(
      group: trial.name, actors: trial.members.count,
      alone: Estimate(of: alone.byWorld[first].map { Double($0) / size }),
      together: Estimate(of: together.byWorld.map { Double($0) }),
      besideOthers: comparisons[0], besideLikeDegrees: comparisons[1])
  }
}

extension DrawnComparison {
  /// - Parameter counts: How often each actor was drawn.
  fileprivate init(
    _ rival: StarterDraws, counts: [Int], degrees: [Int], draws: Int, _ alone: DrawnSums, _ together: DrawnSums
  ) {
    starters = rival.fixed.count
    candidates = counts.count { $0 > 0 }
    let fixed = rival.fixed.reduce(0) { $0 + degrees[$1] }
    let drawn = zip(counts, degrees).reduce(0) { $0 + $1.0 * $1.1 }
    let gap = (Double(fixed) - Double(drawn) / Double(draws)) / Double(starters)
    receiverGap = rival.isGroupFixed ? gap : -gap
    self.alone = DrawnReach(alone, isGroupFixed: rival.isGroupFixed, scale: 1 / Double(starters))
    self.together = DrawnReach(together, isGroupFixed: rival.isGroupFixed, scale: 1)
  }
}
