public import DiffusionRoles
internal import KnowledgeNetworks

/// The part each group of actors plays, and what the others would lose without it.
public struct KindFinding: StudyFinding, Hashable {
  /// What each group gives, receives, brokers and lets in, beside what its size explains; `nil` without groups.
  public let roles: GroupRoles?
  /// What the others would lose without each group.
  public let losses: [RemovalLoss]

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, brokerage: ActorScores?, options: PermutationOptions,
    workers: Workers
  ) throws(BuzzlineError) {
    guard let grouping else {
      roles = nil
      losses = []
      return
    }
    roles = try network.diffusionRoles(by: grouping, brokerage: brokerage, options: options, workers: workers)
    losses = try network.losses(withoutEachOf: grouping, workers: workers)
  }

  var remarks: [String] { roles?.remarks ?? [] }

  var groupColumns: [TableColumn<Int>] {
    guard let roles else { return [] }
    let groups = roles.groups
    let sums: [(String, @Sendable (GroupRole) -> GroupTally?)] = [
      ("given", { $0.given }), ("received", { $0.received }), ("net", { $0.net }), ("brokerage", { $0.brokerage }),
      ("pipeline_entry", { $0.pipelineEntry }), ("passed_on_inside", { $0.passedOnInside }),
      ("gatekeepers_graf", { $0.gatekeepers }),
    ]
    return sums.flatMap { name, tally in Self.columns(name) { tally(groups[$0]) } } + lossColumns
  }

  private static func columns(
    _ name: String, _ tally: @escaping @Sendable (Int) -> GroupTally?
  ) -> [TableColumn<Int>] {
    [
      TableColumn(name, .number) { .number(tally($0)?.total) },
      TableColumn(name + "_per_actor", .number) { .number(tally($0)?.perActor) },
      TableColumn(name + "_share", .share) { .number(tally($0)?.share) },
      TableColumn(name + "_expected_share", .share) { .number(tally($0)?.expectedShare) },
      TableColumn(name + "_p_at_least", .p) { .number(tally($0)?.test?.pAtLeast) },
      TableColumn(name + "_p_at_most", .p) { .number(tally($0)?.test?.pAtMost) },
    ]
  }

  private var lossColumns: [TableColumn<Int>] {
    [
      TableColumn("ties_lost_share", .share) { .number(losses[$0].shareOfPairsLost) },
      TableColumn("reach_lost_share", .share) { .number(losses[$0].shareOfReachLost) },
      TableColumn("parts_after", .count) { .count(losses[$0].componentsAfter) },
    ]
  }
}
