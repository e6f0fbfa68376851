public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Which new tie, or which few, would add most expected reach.
  ///
  /// In each graph of live ties, a new tie from *u* to *v* adds its chance times the number of actors that *v* reaches and
  /// the seeds do not, if *u* is reached and *v* is not. This is worked out for all givers at once, receiver by receiver,
  /// those first to whom a tie can add most, until no other can add as much: exact on these graphs, as if each candidate
  /// had been tried. Further ties are chosen one by one, each with those before it in place, alive or not as its chance
  /// has it in each graph. That is no proof that they are the best together: two ties in a row may add what neither adds
  /// alone, so greedy choice has no bound here.
  ///
  /// Needs a model in which each tie carries knowledge by a chance of its own. Without direction, a new tie carries either
  /// way. Two actors already tied are no candidates. Of equal gains the first by giver and receiver is chosen.
  ///
  /// Properties: `gainsEqualTryingEachTie`, `severalTiesEqualTryingEachInTurn`, `candidatesAreRestricted`,
  /// `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - count: How many ties.
  ///   - model: How knowledge spreads.
  ///   - candidates: Which ties come into question, and their chance.
  ///   - objective: Whose reach counts.
  ///   - options: How many graphs, and their seed.
  ///   - workers: Who does it.
  /// - Throws: ``BuzzlineError`` if fewer than one tie is asked for, the network is empty, seeds or kinds are unfit, the
  ///   model does not fit or lets actors choose between givers, or the task is cancelled.
  /// - Complexity: A tie takes O(*w* *n* *r* / 64) time for *w* graphs and searches of *r* steps on 64 of them at a time,
  ///   and O(*w* *n* / 64) for each receiver looked at; with every actor as start O(*w* *n* *f* / 64) for each of those, *f*
  ///   being whom it reaches in any of 64 graphs. Space O(*w* (*n* + *m*) / 8) bytes, and 8 *n*² a worker with every actor
  ///   as start.
  public func newTies(
    _ count: Int = 1, by model: some LiveTieModel, among candidates: TieCandidates, for objective: ReachObjective,
    options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> NewTies {
    guard count >= 1 else { throw BuzzlineError(.invalidOptions, "At least one new tie is looked for, not \(count).") }
    try objective.check(on: self)
    try candidates.check(on: self)
    let ties = try model.liveTies(on: self)
    guard case .eachByItself = ties.rule else {
      throw BuzzlineError(
        .invalidOptions, "A new tie needs a model in which each tie has a chance of its own, not shares of one giver.")
    }
    let need: MemoryNeed =
      objective == .everyActor
      ? .reachMatrices(options.runs, in: self, receivers: min(512, actorCount))
      : .commonGraphs(options.runs, in: self, for: "The search for new ties")
    try workers.afford(need)
    let drawer = GraphDrawer(ties, seed: options.seed, graphs: options.runs)
    let graphs = try LiveEdgeTies(drawer, workers: workers)
    switch objective {
    case .seeds(let seeds):
      return try newTies(count, in: graphs, among: candidates, starts: 1) { graphs throws(BuzzlineError) in
        try SeedTieGains(graphs, from: seeds, workers: workers)
      }
    case .everyActor:
      return try newTies(count, in: graphs, among: candidates, starts: actorCount) { graphs in
        EveryoneTieGains(graphs: graphs, workers: workers)
      }
    }
  }

  private func newTies<Gains: TieGains>(
    _ count: Int, in before: LiveEdgeTies, among candidates: TieCandidates, starts: Int,
    gains: (LiveEdgeTies) throws(BuzzlineError) -> Gains
  ) throws(BuzzlineError) -> NewTies {
    var current = try gains(before)
    let reachBefore = try current.reachByGraph()
    var (graphs, ties) = (before, [NewTie]())
    while ties.count < count {
      let chosen = Set(ties.map(\.ends))
      var search = try TieSearch(self, candidates, without: chosen, by: current)
      guard let tie = try search.best(starts: starts) else { break }
      ties.append(tie)
      graphs = graphs.adding(from: tie.ends.giver, to: tie.ends.receiver, chance: candidates.chance)
      if !isDirected {
        graphs = graphs.adding(from: tie.ends.receiver, to: tie.ends.giver, chance: candidates.chance)
      }
      current = try gains(graphs)
    }
    let reachAfter = try current.reachByGraph()
    let scale = 1 / Double(starts)
    return NewTies(
      ties: ties, reachBefore: Estimate(of: reachBefore.map { Double($0) * scale }),
      together: Estimate(of: zip(reachBefore, reachAfter).map { Double($1 - $0) * scale }))
  }
}
