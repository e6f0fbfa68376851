public import KnowledgeNetworks

/// Whom to tell first, and how sure that is.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/seeds(_:by:constraints:options:workers:)`` makes it.
public struct SeedChoice: Hashable, Codable, Sendable {
  /// The actors in the order in which they were chosen, those that had to be first.
  public let picks: [SeedPick]
  /// How many actors are expected to be reached, the chosen ones included.
  ///
  /// On common graphs, the mean over those graphs, which favour the choice a little, for it was made on them; from reverse
  /// samples, the mean over as many new samples, which had no part in it.
  public let expectedReach: Estimate
  /// How near to the best choice this one is certain to be.
  public let guarantee: SeedGuarantee
  /// How many gains were worked out in all.
  public let evaluations: Int
  /// The best of all sets on the same graphs; `nil` where there are too many to compare.
  public let bestSets: BestSeedSets?
  /// What was drawn; `nil` on common graphs.
  public let samples: ReverseSampleCounts?

  /// The roster positions of the chosen actors, in the order in which they were chosen.
  public var seeds: [Int] { picks.map(\.actor) }
}

/// One actor chosen to be told first.
public struct SeedPick: Hashable, Codable, Sendable {
  /// The actor's roster position.
  public let actor: Int
  /// How many more are expected to be reached than by those chosen before it.
  public let gain: Estimate
  /// How many gains were worked out to find it: all actors' for the first, then only those that might be the highest.
  public let evaluations: Int
  /// Whether the constraints named it.
  public let isGiven: Bool
  /// What telling it costs; `nil` where cost is no matter.
  public let cost: Double?
  /// Other actors that could have been chosen and gain as much, as far as these graphs can tell.
  ///
  /// The difference (for each unit of cost, where there is one) is within its standard error and within that of the
  /// pick's own gain. Not looked for in reverse samples.
  public let equals: [Int]
  /// Whether there are more of them.
  public let hasMoreEquals: Bool
}

/// How many reverse samples were drawn and what they took.
public struct ReverseSampleCounts: Hashable, Codable, Sendable {
  /// Samples drawn to learn how far the best set reaches at least.
  public let bounding: Int
  /// Samples drawn anew to choose by: θ.
  public let choosing: Int
  /// What the best set reaches at least, by the first samples.
  public let lowerBound: Double
  /// Members of the samples chosen by, themselves included.
  public let members: Int
  /// Bytes that samples and their index took at most.
  public let bytes: Int
}

extension KnowledgeNetwork {
  /// Whom to tell first so that most come to know.
  ///
  /// Actors are chosen one by one, each time the one that adds most expected reach to those before it: Kempe, Kleinberg &
  /// Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). Of equal gains the first in
  /// the roster is chosen. Judged on common graphs, with lazy evaluation (Leskovec & al. 2007,
  /// [doi:10.1145/1281192.1281239](https://doi.org/10.1145/1281192.1281239)), every gain comes with its standard error
  /// and with those who gain as much; judged by reverse samples (Tang, Shi & Xiao 2015,
  /// [doi:10.1145/2723372.2723734](https://doi.org/10.1145/2723372.2723734)), as many are drawn as ε and δ ask for, and
  /// all anew once their number is known, as Chen (2018), [arXiv:1808.09363](https://arxiv.org/abs/1808.09363), found
  /// necessary.
  ///
  /// Under a budget gains are divided by costs, the best single actor is set against the result, and fewer actors than
  /// `count` may be chosen; otherwise exactly `count` are, those that must be among them. An isolate gains 1. An
  /// unobserved pair counts as no tie.
  ///
  /// Properties: `lazyEqualsPlain`, `greedyIsWithinItsBound`, `reverseSamplesMeetTheirGuarantee`, `constraintsAreMet`,
  /// `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - count: How many actors to tell.
  ///   - model: How knowledge spreads from them.
  ///   - constraints: What the choice must respect.
  ///   - options: What reach is judged by.
  ///   - workers: Who does it.
  /// - Throws: ``BuzzlineError`` if the network has no actors or too few, the model does not fit it, constraints name a
  ///   kind nobody has or contradict one another, ε asks for more samples than 32 bits can number, or the task is
  ///   cancelled.
  /// - Complexity: On *w* common graphs O(*w* (*n* + *m*) / 8) bytes; time for *n* + *e* searches on all of them, *e* being
  ///   the evaluations that follow the first round. By reverse samples, expected time O((*k* + ln 1/δ) (*n* + *m*) ln *n*
  ///   / ε²) and the bytes the choice reports.
  public func seeds(
    _ count: Int, by model: some LiveTieModel, constraints: SeedConstraints = .none,
    options: SeedOptions = .standard, workers: Workers = .all
  ) throws(BuzzlineError) -> SeedChoice {
    let limits = try SeedLimits(constraints, count: count, on: self)
    let search = SeedSearch(
      network: self, ties: try model.liveTies(on: self), limits: limits, options: options, workers: workers)
    switch options.method {
    case .commonGraphs(let graphs):
      try workers.afford(.commonGraphs(graphs, in: self, for: "The choice of seeds"))
      return try search.greedyChoice(graphs: graphs)
    case .reverseSamples(let epsilon, let delta):
      return try search.sampledChoice(epsilon: epsilon, delta: delta)
    }
  }
}

/// Whom to tell first, looked for on one network under one set of limits.
struct SeedSearch {
  let network: KnowledgeNetwork
  let ties: LiveTies
  let limits: SeedLimits
  let options: SeedOptions
  let workers: Workers

  fileprivate func greedyChoice(graphs: Int) throws(BuzzlineError) -> SeedChoice {
    let graphs = try LiveEdgeTies(GraphDrawer(ties, seed: options.seed, graphs: graphs), workers: workers)
    let gains = LiveEdgeGains(graphs, workers: workers)
    var greedy = GreedySeeds(gains, under: limits)
    try greedy.run()
    let guarantee = SeedGuarantee.greedy(
      under: limits, wasTurnedDown: greedy.wasTurnedDown, ranOut: greedy.room.left == 0)
    var evaluations = greedy.evaluations
    if let single = try singleChoice(better: greedy, gains) {
      greedy = single
      evaluations += single.evaluations
    }
    return SeedChoice(
      picks: greedy.picks, expectedReach: Estimate(wholes: greedy.reached), guarantee: guarantee,
      evaluations: evaluations, bestSets: try bestSets(gains), samples: nil)
  }

  /// Under a budget, the best single actor beside those that must be chosen, where it alone reaches more.
  private func singleChoice(better greedy: GreedySeeds, _ gains: LiveEdgeGains) throws(BuzzlineError) -> GreedySeeds? {
    let constraints = limits.constraints
    guard let costs = constraints.costs, constraints.atLeastOfEachCluster == 0, let single = greedy.bestSingle,
      single.gain > greedy.reached.reduce(0, +) - greedy.reachedByGiven
    else { return nil }
    let given = constraints.mustInclude
    let others = Set(network.actors.indices).subtracting(given + [single.actor])
    let alone = try SeedConstraints(
      mustInclude: given, mustExclude: others.sorted(), costs: costs, budget: constraints.budget)
    var choice = GreedySeeds(gains, under: try SeedLimits(alone, count: given.count + 1, on: network))
    try choice.run()
    return choice
  }
}
