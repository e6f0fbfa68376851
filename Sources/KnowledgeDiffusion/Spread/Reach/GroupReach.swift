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
    try require(!grouping.groups.isEmpty, "No actor belongs to a group by \(grouping.name).", .unknownGroup)
    try require(draws >= 1, "Others are drawn at least once; here \(draws) times.")
    let ties = try liveTies(on: network)
    return try GroupTrial(of: grouping, on: network, along: ties, draws: draws, options: options, workers: workers)
      .reaches()
  }
}

/// A group beside equally many actors of other groups, drawn many times.
///
/// ``LiveTieModel/reachOfEveryGroup(by:on:draws:options:workers:)`` makes it.
public struct DrawnComparison: Hashable, Codable, Sendable {
  /// How many start on each side: all of the smaller side, as many drawn from the larger one.
  public let starters: Int
  /// How many different actors were drawn; where they are hardly more than ``starters``, p says little.
  public let candidates: Int
  /// How many more receivers a starter of the group has on average than one of the others: how well degrees match.
  public let receiverGap: Double
  /// How many are reached where one of the starters, at random, starts alone.
  public let alone: DrawnReach
  /// How many are reached where the starters start together.
  public let together: DrawnReach
}

/// Reach of a group beside that of others who were drawn, on the same graphs.
///
/// Estimates are means over graphs and draws: each starter alone in all graphs, draws that start together by turns in 64 of
/// them. Standard errors cover the chance of both, as the square root of the variance of the means by graph plus that of
/// the means by draw: a little too wide, never too narrow.
public struct DrawnReach: Hashable, Codable, Sendable {
  /// How many the group's starters reach.
  public let own: Estimate
  /// How many the others reach, on average over the draws.
  public let others: Estimate
  /// How many more the group's starters reach, graph by graph.
  public let difference: Estimate
  /// What the whole group reaches, and what would be reached if it were made up by chance.
  ///
  /// As many actors as the group has are drawn from everyone who has a group, its own members among them: labels are dealt
  /// out anew, which makes p hold whatever the sizes. Beside like degrees they are dealt out among actors with equally many
  /// receivers only; where the group has nobody to exchange labels with, the standard deviation is 0, p is 1, and nothing
  /// can be said. Starters who start together do so in the first 256 graphs, or all if there are fewer, the same for group
  /// and chance; so the value observed is not quite that over all graphs.
  public let test: PermutationTest

  /// What two sides reach: the whole one in each graph, the draws in each graph on average, and each draw on average.
  init(fixed: [Double], drawn: [Double], draws: [Double], isGroupFixed: Bool, test: PermutationTest) {
    let sign: Double = isGroupFixed ? 1 : -1
    let (whole, average) = (Estimate(of: fixed), Estimate(graphs: drawn, draws: draws))
    (own, others) = isGroupFixed ? (whole, average) : (average, whole)
    difference = Estimate(graphs: zip(fixed, drawn).map { sign * ($0 - $1) }, draws: draws)
    self.test = test
  }
}

extension Estimate {
  /// The mean over graphs crossed with draws: what each graph has on average over the draws, and how much draws differ.
  fileprivate init(graphs: [Double], draws: [Double]) {
    let (byGraph, byDraw) = (Estimate(of: graphs), Estimate(of: draws))
    mean = byGraph.mean
    standardError = byGraph.standardError.flatMap { ofGraphs in
      byDraw.standardError.map { (ofGraphs * ofGraphs + $0 * $0).squareRoot() }
    }
    runs = byGraph.runs
  }
}
