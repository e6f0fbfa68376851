public import KnowledgeNetworks

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
    let ties = try model.liveTies(on: self)
    switch options.method {
    case .commonGraphs(let graphs):
      try workers.afford(
        .commonGraphs(graphs, in: self, for: "The choice of seeds"))
      return try greedyChoice(ties, limits, graphs: graphs, options, workers)
    case .reverseSamples(let epsilon, let delta):
      return try sampledChoice(ties, limits, epsilon: epsilon, delta: delta, options, workers)
    }
  }

  private func greedyChoice(
    _ ties: LiveTies, _ limits: SeedLimits, graphs: Int, _ options: SeedOptions, _ workers: Workers
  ) throws(BuzzlineError) -> SeedChoice {
    let graphs = try LiveEdgeTies(GraphDrawer(ties, seed: options.seed, graphs: graphs), workers: workers)
    let gains = LiveEdgeGains(graphs, workers: workers)
    var greedy = GreedySeeds(gains, under: limits)
    try greedy.run()
    let guarantee = SeedGuarantee.greedy(
      under: limits, wasTurnedDown: greedy.wasTurnedDown, ranOut: greedy.room.left == 0)
    var evaluations = greedy.evaluations
    if let single = try singleChoice(better: greedy, gains, limits) {
      greedy = single
      evaluations += single.evaluations
    }
    return SeedChoice(
      picks: greedy.picks, expectedReach: Estimate(wholes: greedy.reached), guarantee: guarantee,
      evaluations: evaluations, bestSets: try bestSets(gains, limits, options, workers), samples: nil)
  }

  /// Under a budget, the best single actor beside those that must be chosen, where it alone reaches more.
  private func singleChoice(
    better greedy: GreedySeeds, _ gains: LiveEdgeGains, _ limits: SeedLimits
  ) throws(BuzzlineError) -> GreedySeeds? {
    let constraints = limits.constraints
    guard let costs = constraints.costs, constraints.atLeastOfEachCluster == 0, let single = greedy.bestSingle else {
      return nil
    }
    let given = constraints.mustInclude
    let gained = greedy.reached.reduce(0, +) - greedy.reachedByGiven
    guard single.gain > gained else { return nil }
    let others = Set(actors.indices).subtracting(given + [single.actor])
    let alone = try SeedConstraints(
      mustInclude: given, mustExclude: others.sorted(), costs: costs, budget: constraints.budget)
    var choice = GreedySeeds(gains, under: try SeedLimits(alone, count: given.count + 1, on: self))
    try choice.run()
    return choice
  }
}
