public import KnowledgeNetworks

/// How many actors a group reaches only because there are pipelines;
/// ``LiveTieModel/reachThroughPipelines(by:on:options:workers:)`` makes it.
public struct PipelineReach: Hashable, Codable, Sendable {
  /// The group that starts; `nil` for everyone.
  public let group: String?
  /// How many actors it has.
  public let actors: Int
  /// How many are reached, the starter included, where one actor of the group drawn at random starts alone.
  public let all: Estimate
  /// How many are still reached without pipelines.
  public let withoutPipelines: Estimate
  /// How many fewer that are, graph by graph.
  public let onlyThroughPipelines: Estimate

  /// The part of reach that is only through pipelines, from 0 to below 1, since a starter reaches itself without any.
  public var share: Double { onlyThroughPipelines.mean / all.mean }
}

extension LiveTieModel {
  /// Expected reach with all ties less expected reach without pipelines, for a starter drawn at random among everyone and
  /// among each group.
  ///
  /// Pipelines are ties between actors of different clusters, as in Bathelt, Malmberg & Maskell (2004),
  /// [doi:10.1191/0309132504ph469oa](https://doi.org/10.1191/0309132504ph469oa). Local buzz stays and so do ties of which the
  /// cluster of an end is not stated; where no cluster is stated nothing is lost. Every tie that stays is as likely alive as before,
  /// so the difference is due to pipelines alone; in a model of thresholds, who would have listened over a pipeline listens
  /// to nobody. An isolate reaches itself, with and without. Whom pipelines serve, rather than who makes use of them, is told
  /// by ``KnowledgeNetworks/KnowledgeNetwork/losses(withoutEachOf:by:for:options:workers:)``. The step limit does not apply.
  ///
  /// Properties: `pipelineReachEqualsTheNetworkWithoutThem`, `pipelineReachMeetsExactReach`,
  /// `withoutClustersNothingIsThroughPipelines`, `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - grouping: Who starts, such as kinds or clusters; there may be no group.
  ///   - network: Who gives to whom.
  ///   - options: How many graphs, and their seed.
  ///   - workers: Who does it.
  /// - Returns: Everyone first, then one row a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  /// - Throws: ``BuzzlineError`` if there are no actors, the grouping is of another roster, the model does not fit the
  ///   network, or the task is cancelled.
  /// - Complexity: Twice that of ``reachOfEveryActor(on:options:workers:)``, and O(*w* *n* *g*) time for *w* graphs and *g*
  ///   groups; O(*n* (1 + *g*) + *w* *g*) space, and O(*n* + *m*) a thread.
  public func reachThroughPipelines(
    by grouping: Grouping, on network: KnowledgeNetwork, options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> [PipelineReach] {
    try network.check(rosterOf: grouping)
    let starters =
      [(name: String?.none, members: Array(network.actors.indices))]
      + grouping.groups.indices.map { (grouping.groups[$0], grouping.members(of: $0)) }
    let sets = starters.map { StarterReach.counting([$0.members], of: network.actorCount) }
    func reach(along ties: LiveTies) throws(BuzzlineError) -> StarterReach {
      let drawer = GraphDrawer(ties, seed: options.seed, graphs: options.runs)
      return try StarterReach(of: sets, in: drawer, workers: workers)
    }
    let ties = try liveTies(on: network)
    let before = try reach(along: ties)
    let after = try reach(along: ties.keeping { !network.scope(between: $0, and: $1).isPipeline })
    return starters.indices.map { set in
      let size = Double(starters[set].members.count)
      let (all, without) = (before.byGraph[set].map { Double($0) / size }, after.byGraph[set].map { Double($0) / size })
      return PipelineReach(
        group: starters[set].name, actors: starters[set].members.count, all: Estimate(of: all),
        withoutPipelines: Estimate(of: without),
        onlyThroughPipelines: Estimate(of: zip(before.byGraph[set], after.byGraph[set]).map { Double($0 - $1) / size }))
    }
  }
}
