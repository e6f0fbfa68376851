internal import KnowledgeNetworks

/// Reach before and after something is taken out of a network, for those who stay.
struct LossComparison {
  /// Both sides, graph by graph: everyone, then each kind, then each cluster.
  struct Counts {
    let before: LossKernel.Counts
    let after: LossKernel.Counts
  }

  private let ties: LiveTies
  private let objective: ReachObjective
  private let options: SpreadOptions
  private let workers: Workers
  private let columns: [Grouping]

  init(
    of network: KnowledgeNetwork, along ties: LiveTies, for objective: ReachObjective, options: SpreadOptions,
    workers: Workers
  ) {
    self.ties = ties
    self.objective = objective
    self.options = options
    self.workers = workers
    columns = [ActorColumn.kind, .cluster].map { column in
      Grouping(name: column.name, labels: network.actors.map(column.value(of:)))
    }
  }

  /// Counts both sides.
  ///
  /// - Parameters:
  ///   - leavers: Who leaves.
  ///   - before: What is reached before, where that was counted with the same leavers.
  ///   - isKept: Whether a tie stays.
  func counts(
    without leavers: [Int], _ before: LossKernel.Counts? = nil, keeping isKept: (_ source: Int, _ target: Int) -> Bool
  ) throws(BuzzlineError) -> Counts {
    var stays = [Bool](repeating: true, count: ties.actorCount)
    for leaver in leavers { stays[leaver] = false }
    let known = if let before { before } else { try counts(along: ties, stays, hasLeft: false) }
    return Counts(before: known, after: try counts(along: ties.keeping(isKept), stays, hasLeft: true))
  }

  private func counts(along ties: LiveTies, _ stays: [Bool], hasLeft: Bool) throws(BuzzlineError) -> LossKernel.Counts {
    let starts =
      switch objective {
      case .seeds(let seeds): [hasLeft ? seeds.filter { stays[$0] } : seeds]
      case .everyActor: stays.indices.filter { stays[$0] }.map { [$0] }
      }
    let kinds = columns[0].groups.count
    let kernel = LossKernel(
      stays: stays, starts: starts,
      places: stays.indices.map { actor in
        [0] + [columns[0][actor].map { 1 + $0 }, columns[1][actor].map { 1 + kinds + $0 }].compactMap(\.self)
      }, placeCount: 1 + kinds + columns[1].groups.count)
    return try kernel.counts(in: GraphDrawer(ties, seed: options.seed, graphs: options.runs), by: workers)
  }

  /// What the counts say of everyone, of each kind and of each cluster.
  func loss(without leavers: [Int], _ counts: Counts) -> LeavingLoss {
    let stayCount = ties.actorCount - leavers.count
    let scale = 1 / Double(objective == .everyActor ? stayCount : 1)
    let leave = Set(leavers)
    func losses(_ grouping: Grouping, from first: Int) -> [GroupLoss] {
      grouping.groups.enumerated().map { place, group in
        let members = grouping.members(of: place).count { !leave.contains($0) }
        return GroupLoss(group, members, counts, first + place, scale)
      }
    }
    return LeavingLoss(
      leavers: leavers.sorted(), total: GroupLoss(nil, stayCount, counts, 0, scale),
      byKind: losses(columns[0], from: 1), byCluster: losses(columns[1], from: 1 + columns[0].groups.count))
  }
}

extension GroupLoss {
  fileprivate init(_ group: String?, _ members: Int, _ counts: LossComparison.Counts, _ place: Int, _ scale: Double) {
    let before = counts.before[place].map { Double($0) * scale }
    let after = counts.after[place].map { Double($0) * scale }
    self.init(
      group: group, members: members, before: Estimate(of: before), after: Estimate(of: after),
      loss: Estimate(of: zip(before, after).map { $0 - $1 }))
  }
}
