internal import KnowledgeNetworks

/// Rows, kinds and roles of all actors, joined from the clusters.
struct NetworkRows {
  private(set) var starts: [UInt32] = [0]
  private(set) var receivers: [UInt32] = []
  private(set) var kinds: [SyntheticKind] = []
  private(set) var roles: [PlantedRole] = []

  /// Makes the local ties of every cluster and joins them with the pipelines.
  init(
    _ plans: [ClusterPlan], budget: TieBudget, pipelines: Pipelines, design: ClusterDesign, workers: Workers
  ) throws(BuzzlineError) {
    starts.reserveCapacity(design.actorCount + 1)
    receivers.reserveCapacity(design.tieCount)
    kinds.reserveCapacity(design.actorCount)
    roles.reserveCapacity(design.actorCount)
    try workers.forEach(of: plans.count, work: "making ties", scratch: {}) { (_: inout Void, cluster) in
      let buzz = LocalBuzz(
        cluster: cluster, plan: plans[cluster], ties: budget.localTies[cluster], design: design)
      return ClusterRows(cluster: cluster, plan: plans[cluster], buzz: buzz, pipelines: pipelines)
    } commit: { _, rows in
      append(rows)
    }
  }

  private mutating func append(_ rows: ClusterRows) {
    for length in rows.lengths { starts.append(starts[starts.count - 1] + length) }
    receivers += rows.receivers
    kinds += rows.kinds
    roles += rows.roles
  }
}

/// The rows of one cluster in the order of its actors, no longer of its seats.
private struct ClusterRows: Sendable {
  private(set) var lengths: [UInt32] = []
  private(set) var receivers: [UInt32] = []
  private(set) var kinds: [SyntheticKind] = []
  private(set) var roles: [PlantedRole] = []

  init(cluster: Int, plan: ClusterPlan, buzz: LocalBuzz, pipelines: Pipelines) {
    var seatOfActor = [Int](repeating: 0, count: plan.size)
    for (seat, actor) in plan.actorOfSeat.enumerated() { seatOfActor[Int(actor)] = seat }
    let first = UInt32(plan.firstActor)
    var row: [UInt32] = []
    for seat in seatOfActor {
      row.removeAll(keepingCapacity: true)
      for receiver in buzz.receivers(of: seat) { row.append(first + plan.actorOfSeat[Int(receiver)]) }
      if plan.roles.carrierSeats.contains(seat) {
        row += pipelines.receivers(cluster: cluster, carrier: seat - plan.roles.carrierSeats.lowerBound)
      }
      row.sort()
      receivers += row
      lengths.append(UInt32(row.count))
      kinds.append(plan.kinds[seat])
      roles.append(plan.roles.role(of: seat))
    }
  }
}
