public import KnowledgeNetworks

/// What reach is lost when a part of a network is taken out;
/// ``KnowledgeNetworks/KnowledgeNetwork/losses(withoutEachOf:by:for:options:workers:)`` makes it.
public struct PartLoss: Hashable, Codable, Sendable {
  /// What is taken out.
  public let part: NetworkPart
  /// How many connected pairs go with it; a pair without direction counts once.
  public let pairs: Int
  /// What those who stay lose; nobody leaves where only ties are taken out.
  public let loss: LeavingLoss
}

extension KnowledgeNetwork {
  /// What reach would be lost without each of some parts, one at a time: a kind such as the cluster management, a channel, a
  /// topic, pipelines.
  ///
  /// Before and after are counted on the same graphs and among the same actors, those who stay, as in
  /// ``loss(withoutActors:by:for:options:workers:)``, which tells the same of any actors. Every tie that stays is as likely alive as
  /// before, also where a pair loses one of several ties; and nobody makes up for what is gone, by other ties or otherwise. In
  /// a model of thresholds, who would have listened over a tie taken out listens to nobody. A table of losses ranks parts by
  /// what depends on them alone: what two parts carry either way is lost by neither.
  ///
  /// Properties: `tieLossesEqualTheNetworkWithoutThem`, `kindLossesEqualLeaving`, `lossesMeetExactReach`,
  /// `aPairStaysWhileATieIsLeft`, `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - parts: What is taken out; ``parts`` lists what there is.
  ///   - model: How knowledge spreads.
  ///   - objective: Who starts. Of seeds, those that leave tell nobody any more; a random starter is one of those who stay.
  ///   - options: How many graphs, and their seed.
  ///   - workers: Who does it.
  /// - Returns: One row a part, in the order of `parts`.
  /// - Throws: ``BuzzlineError`` if a part does not occur, everybody is of the kind taken out, seeds are unfit, the model
  ///   does not fit, or the task is cancelled.
  /// - Complexity: O(*p* *w* (*n* + *m* + *r*) / 64) time for *p* parts, *w* graphs and searches of *r* steps on 64 of them at
  ///   a time, one search or one a starter; O(*n* + *m*) space, and O(*n* + *m* + *g*) a worker for *g* kinds and clusters.
  public func losses(
    withoutEachOf parts: [NetworkPart], by model: some LiveTieModel, for objective: ReachObjective,
    options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> [PartLoss] {
    try objective.check(on: self)
    for part in parts { try check(part) }
    try workers.afford(
      .losses(options.runs, groups: Set(actors.map(\.kind)).count + Set(actors.map(\.cluster)).count, in: self))
    let comparison = LossComparison(
      of: self, along: try model.liveTies(on: self), for: objective, options: options, workers: workers)
    // What comes before is the same wherever nobody leaves.
    var before: LossKernel.Counts?
    var losses: [PartLoss] = []
    for part in parts {
      let leavers = if case .kind(let kind) = part { actors(of: kind) } else { [Int]() }
      let known = leavers.isEmpty ? before : nil
      let counts = try comparison.counts(without: leavers, known) { keepsPair(from: $0, to: $1, without: part) }
      if leavers.isEmpty { before = counts.before }
      let pairs = self.pairs.count { !keepsPair(from: $0.source, to: $0.target, without: part) }
      losses.append(PartLoss(part: part, pairs: pairs, loss: comparison.loss(without: leavers, counts)))
    }
    return losses
  }
}
