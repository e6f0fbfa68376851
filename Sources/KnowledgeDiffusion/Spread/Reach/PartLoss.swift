public import KnowledgeNetworks

/// What can be taken out of a network by name, to see what it was good for.
public enum NetworkPart: Hashable, Codable, Sendable {
  /// All actors of a kind; the cluster management is one.
  case kind(ActorKind)
  /// All ties of a channel; a pair stays while another tie joins it, be it of a channel or of none.
  case channel(String)
  /// All ties of a topic; a pair stays while another tie joins it, be it of a topic or of none.
  case topic(String)
  /// All ties between actors of different clusters.
  case pipelines

  /// What it is, in a word and its name, such as `kind sme`; names come from the data as they stand.
  public var label: String {
    switch self {
    case .kind(let kind): "kind \(kind.rawValue)"
    case .channel(let channel): "channel \(channel)"
    case .topic(let topic): "topic \(topic)"
    case .pipelines: "pipelines"
    }
  }
}

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
  /// - Complexity: For each part and once before, that of ``loss(withoutActors:by:for:options:workers:)``.
  public func losses(
    withoutEachOf parts: [NetworkPart], by model: some LiveTieModel, for objective: ReachObjective,
    options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> [PartLoss] {
    try objective.check(on: self)
    for part in parts { try check(part) }
    var comparison = try LossComparison(of: self, by: model, for: objective, options: options, workers: workers)
    return try parts.map { part throws(BuzzlineError) in
      let leavers = if case .kind(let kind) = part { actors(of: kind) } else { [Int]() }
      let loss = try comparison.loss(without: leavers) { keepsPair(from: $0, to: $1, without: part) }
      let pairs = self.pairs.count { !keepsPair(from: $0.source, to: $0.target, without: part) }
      return PartLoss(part: part, pairs: pairs, loss: loss)
    }
  }

  /// Everything that can be taken out by name: kinds, channels and topics, each ascending, and pipelines where there are any.
  ///
  /// A kind that is everybody is left out, for nobody would stay.
  ///
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) space.
  public var parts: [NetworkPart] {
    let kinds = Set(actors.compactMap(\.kind)).sorted().filter { actors(of: $0).count < actorCount }
    let hasPipelines = pairs.contains { scope(between: $0.source, and: $0.target).isPipeline }
    return kinds.map { .kind($0) } + channels.map { .channel($0) } + topics.map { .topic($0) }
      + (hasPipelines ? [.pipelines] : [])
  }

  private func check(_ part: NetworkPart) throws(BuzzlineError) {
    switch part {
    case .kind(let kind):
      try require(
        try seeds(of: kind).count < actorCount,
        "All actors are of the kind '\(kind.rawValue)': without it nobody stays.", .invalidSeeds)
    case .channel(let channel): try ChanceRule.check(channel, isA: "channel", among: channels)
    case .topic(let topic): try ChanceRule.check(topic, isA: "topic", among: topics)
    case .pipelines: break
    }
  }

  /// Whether a connected pair is still one without a part.
  private func keepsPair(from source: Int, to target: Int, without part: NetworkPart) -> Bool {
    switch part {
    case .kind(let kind): actors[source].kind != kind && actors[target].kind != kind
    case .channel(let channel): ties(from: source, to: target).contains { $0.channel != channel }
    case .topic(let topic): ties(from: source, to: target).contains { $0.topic != topic }
    case .pipelines: !scope(between: source, and: target).isPipeline
    }
  }
}
