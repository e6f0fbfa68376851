public import KnowledgeNetworks

/// What reach those who stay would lose if some actors left.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/loss(withoutActors:by:for:options:workers:)`` makes it.
public struct LeavingLoss: Hashable, Codable, Sendable {
  /// The roster positions of those who leave, ascending.
  public let leavers: [Int]
  /// All who stay.
  public let total: GroupLoss
  /// Those who stay, by kind; who has none is not listed.
  public let byKind: [GroupLoss]
  /// Those who stay, by cluster; who has none is not listed.
  public let byCluster: [GroupLoss]
}

/// How many of a group are reached before and after some actors leave.
public struct GroupLoss: Hashable, Codable, Sendable {
  /// The group's name; `nil` for everyone.
  public let group: String?
  /// How many of the group stay.
  public let members: Int
  /// How many of those who stay are expected to be reached before.
  public let before: Estimate
  /// How many of them after.
  public let after: Estimate
  /// How many fewer, graph by graph.
  public let loss: Estimate

  /// The share of reach that is lost, from 0 to 1; `nil` where nobody was reached.
  public var share: Double? { before.mean > 0 ? loss.mean / before.mean : nil }
}

extension KnowledgeNetwork {
  /// What those who stay would no longer hear of if some actors left: the most important gatekeepers, say.
  ///
  /// Both sides are counted on the same graphs and among the same actors, those who stay. Seeds that leave tell nobody any
  /// more; with every actor as start, starts are those who stay. Nobody makes new ties: in a model of thresholds, who would
  /// have listened to one who left listens to nobody.
  ///
  /// Properties: `lossesEqualTheInducedNetwork`, `nothingIsGainedByLeaving`, `groupsAddUp`.
  ///
  /// - Throws: ``BuzzlineError`` if nobody leaves, everybody does, an actor is named twice or does not exist, seeds are
  ///   unfit, the model does not fit, or the task is cancelled.
  /// - Complexity: O(*w* (*n* + *m* + *r*) / 64) time for *w* graphs and searches of *r* steps on 64 of them at a time, one
  ///   search or one a start; O(*n* + *m* + *g*) space a worker for *g* groups.
  public func loss(
    withoutActors leavers: [Int], by model: some LiveTieModel, for objective: ReachObjective, options: SpreadOptions,
    workers: Workers = .all
  ) throws(BuzzlineError) -> LeavingLoss {
    try objective.check(on: self)
    try check(seeds: leavers)
    guard leavers.count < actorCount else { throw BuzzlineError(.invalidSeeds, "If all leave, nobody stays to lose.") }
    let leave = Set(leavers)
    var comparison = try LossComparison(of: self, by: model, for: objective, options: options, workers: workers)
    return try comparison.loss(without: leavers) { !leave.contains($0) && !leave.contains($1) }
  }
}
