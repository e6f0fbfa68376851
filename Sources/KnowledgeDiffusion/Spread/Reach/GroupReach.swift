public import KnowledgeNetworks

/// How far what a group knows spreads: the diffusion role of its actors;
/// ``LiveTieModel/reachOfEveryGroup(by:on:draws:options:workers:)`` makes it.
public struct GroupReach: Hashable, Codable, Sendable {
  /// The group's name.
  public let group: String
  /// How many actors it has.
  public let actors: Int
  /// How many are reached, the starter included, where one member drawn at random starts alone.
  public let alone: Estimate
  /// How many are reached, the members included, where all members start together.
  public let together: Estimate
  /// Beside equally many actors of other groups, each set equally likely; `nil` where no other group has an actor.
  public let besideOthers: DrawnComparison?
  /// Beside equally many actors of other groups with as many receivers as can be; `nil` where no other group has an actor.
  ///
  /// What is left of a difference here is not due to how many actors they give to, but to whom.
  public let besideLikeDegrees: DrawnComparison?
}

extension LiveTieModel {
  /// Expected reach from the members of each group, alone and together, beside as many actors of other groups.
  ///
  /// All is compared on the same graphs, those of ``SpreadModel/spread(on:from:options:workers:)`` under the same seed. A
  /// group that has no more members than there are actors of other groups starts whole, and as many others are drawn, again
  /// and again; of a larger group as many members are drawn as there are others. Draws take each actor once at most. Where
  /// numbers of receivers are to be alike, the side that starts whole is gone through from most receivers to fewest, and each
  /// of its actors takes the nearest that is left, of equally near ones one by chance: greedy matching without replacement,
  /// Stuart (2010), [doi:10.1214/09-STS313](https://doi.org/10.1214/09-STS313). Receivers are counted once a pair, whatever
  /// the weights; isolates take part. Actors without a group start nowhere but can be reached. The step limit does not
  /// apply.
  ///
  /// The difference is tested by dealing out labels anew (``DrawnReach/test``). Groups are tested one by one, so of many
  /// groups some come out rare by chance.
  ///
  /// Properties: `aloneIsTheMeanOverMembers`, `togetherIsTheSpreadFromAllMembers`, `differencesMeetExactReach`,
  /// `pIsTheShareOfAllLabellings`, `labelsWithoutMeaningAreSeldomRare`, `everybodyHasNobodyBeside`, `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - grouping: The groups, such as kinds or clusters.
  ///   - network: Who gives to whom.
  ///   - draws: How often others are drawn and labels dealt out; p is at least 1 / (1 + draws).
  ///   - options: How many graphs, and the seed of graphs and draws.
  ///   - workers: Who does it.
  /// - Returns: One row a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  /// - Throws: ``BuzzlineError`` if there are no actors, none has a group, the grouping is of another roster, there is no
  ///   draw, the model does not fit the network, or the task is cancelled.
  /// - Complexity: O(*w* (*n* + *m* + *s* + *g* *n*)) time for *w* graphs with searches of *s* steps in all, and
  ///   O(*g* (*b* + *w*) *r*) for *g* groups, *b* draws and searches of *r* steps on 64 graphs at a time;
  ///   O(*g* *n* + *b* *k*) space for groups of *k*, and O(*n* + *m*) a thread.
  public func reachOfEveryGroup(
    by grouping: Grouping, on network: KnowledgeNetwork, draws: Int = 999, options: SpreadOptions,
    workers: Workers = .all
  ) throws(BuzzlineError) -> [GroupReach] {
    try network.check(rosterOf: grouping)
    guard !grouping.groups.isEmpty else {
      throw BuzzlineError(.unknownGroup, "No actor belongs to a group by \(grouping.name).")
    }
    guard draws >= 1 else {
      throw BuzzlineError(.invalidOptions, "Others are drawn at least once; here \(draws) times.")
    }
    let ties = try liveTies(on: network)
    let trial = GroupTrial(
      of: grouping, on: network, along: ties, draws: draws, options: options, workers: workers)
    return try trial.reaches()
  }
}

extension KnowledgeNetwork {
  /// Refuses groups of another roster.
  func check(rosterOf grouping: Grouping) throws(BuzzlineError) {
    try requireActors()
    guard grouping.actorCount == actorCount else {
      throw BuzzlineError(
        .invalidOptions,
        "There are \(actorCount) actors, but the groups by \(grouping.name) are of \(grouping.actorCount).")
    }
  }
}
