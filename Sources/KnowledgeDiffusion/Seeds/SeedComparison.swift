public import KnowledgeNetworks

/// How a choice fares beside another way of choosing, on the same graphs.
public struct SeedComparison: Hashable, Codable, Sendable {
  /// How the others were chosen: `degree`, `chance`, or the name of a measure.
  public let rival: String
  /// Those actors in the order in which they were chosen; `nil` by chance, where every graph has actors of its own.
  public let seeds: [Int]?
  /// How many actors the choice is expected to reach, on the same live-edge graphs as the rivals: drawn anew, so that they
  /// do not favour it.
  public let chosenReach: Estimate
  /// How many actors they are expected to reach.
  public let expectedReach: Estimate
  /// How many more the choice reaches than they do, graph by graph.
  public let advantage: Estimate
}

extension KnowledgeNetwork {
  /// Sets a choice of actors beside those with the most receivers, those with the highest scores, and chance.
  ///
  /// All choose as many, under the same constraints, and spread on the same graphs, so that most of what chance does falls
  /// out of the differences. By scores the highest come first, of equals the first in the roster, undefined ones last. By
  /// chance each graph draws actors of its own, so that the standard error covers who is drawn as well. A choice made on
  /// common graphs is favoured by them: give another seed than it was made with.
  ///
  /// Properties: `aChoiceEqualToItsRivalHasNoAdvantage`, `advantagesArePaired`.
  ///
  /// - Parameters:
  ///   - seeds: The roster positions of the choice.
  ///   - model: How knowledge spreads.
  ///   - scores: Other measures to choose by, such as betweenness.
  ///   - constraints: What the rivals must respect too.
  ///   - options: How many graphs, and their seed.
  ///   - workers: Who does it.
  /// - Returns: `degree` first, then the scores in their order, `chance` last.
  /// - Throws: ``BuzzlineError`` if seeds or constraints are unfit, scores are of another roster, the model does not fit
  ///   the network, or the task is cancelled.
  /// - Complexity: O(*w* (*r* + *t*) / 64) time a rival for *w* graphs, *r* actors reached in any of 64 and their *t* ties;
  ///   O(*n* + *w*) space a worker.
  public func comparison(
    ofSeeds seeds: [Int], by model: some LiveTieModel, with scores: [ActorScores] = [],
    constraints: SeedConstraints = .none, options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> [SeedComparison] {
    try check(seeds: seeds)
    for score in scores {
      try require(
        score.count == actorCount,
        "There are \(actorCount) actors, but \(score.count) scores of \(score.measure).")
    }
    let limits = try SeedLimits(constraints, count: seeds.count, on: self)
    try affordComparison(by: workers)
    let ties = try model.liveTies(on: self)
    func reach(from seeds: [Int]) throws(BuzzlineError) -> [Int] {
      try ties.reachByGraph(options, workers) { _, graphs in seeds.map { ($0, graphs) } }
    }
    let own = try reach(from: seeds)
    func comparison(with rival: String, _ seeds: [Int]?, reaching theirs: [Int]) -> SeedComparison {
      SeedComparison(
        rival: rival, seeds: seeds, chosenReach: Estimate(wholes: own), expectedReach: Estimate(wholes: theirs),
        advantage: Estimate(of: zip(own, theirs).map { Double($0 - $1) }))
    }
    let degree = ActorScores(measure: "degree", actors.indices.map { Double(receiverCount(of: $0)) })
    let comparisons = try ([degree] + scores).map { score throws(BuzzlineError) in
      let rivals = limits.highest(by: score)
      return comparison(with: score.measure, rivals, reaching: try reach(from: rivals))
    }
    let drawn = try ties.reachByGraph(options, workers) { block, graphs in
      (0..<graphs.nonzeroBitCount).flatMap { graph in
        limits.drawn(seed: options.seed, graph: block * 64 + graph).map { ($0, 1 << UInt64(graph)) }
      }
    }
    return comparisons + [comparison(with: "chance", nil, reaching: drawn)]
  }

  /// Refuses a comparison of seeds for which there is not enough memory; to be asked before the choice, so that it is not
  /// lost to the refusal.
  package func affordComparison(by workers: Workers) throws(BuzzlineError) {
    try workers.afford(.runs(in: self, for: "The comparison of seeds"))
  }
}

extension SeedLimits {
  fileprivate func highest(by scores: ActorScores) -> [Int] {
    let defined = scores.highest(scores.count)
    let undefined = scores.indices.filter { scores[$0] == nil }
    var room = SeedRoom(self)
    room.fill(from: defined + undefined)
    return room.chosen
  }

  fileprivate func drawn(seed: UInt64, graph: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed, for: .starters, stream: UInt64(graph))
    var room = SeedRoom(self)
    // Most actors are allowed as a rule; where few are, all are gone through.
    for _ in 0..<8 * count where room.left > 0 { room.fill(from: CollectionOfOne(generator.below(isExcluded.count))) }
    guard room.left > 0 else { return room.chosen }
    var others = Array(isExcluded.indices)
    generator.shuffle(&others)
    room.fill(from: others)
    return room.chosen
  }
}

extension LiveTies {
  /// How many actors are reached in each graph, drawing ties as they are come to; `starts` says for a block of graphs who
  /// starts in which of them.
  ///
  /// - Complexity: O(*w* (*r* + *t*) / 64) time for *r* actors reached in any of 64 graphs and their *t* ties, O(*n*) space a
  ///   worker.
  fileprivate func reachByGraph(
    _ options: SpreadOptions, _ workers: Workers,
    from starts: @Sendable (_ block: Int, _ graphs: UInt64) -> [(actor: Int, graphs: UInt64)]
  ) throws(BuzzlineError) -> [Int] {
    let blocks = LiveEdgeBlock.blocks(of: options.runs)
    let parts = try workers.map(blocks.count, work: "live-edge graphs") {
      LiveEdgeSearch(along: outgoing)
    } compute: { search, block in
      let asked = LiveEdgeBlock.graphs(of: block, in: options.runs)
      search.run(from: starts(block, asked), along: SeededDraws(ties: self, seed: options.seed, block: block))
      return search.counter.counts(ofFirst: blocks[block].count)
    }
    return parts.flatMap(\.self)
  }
}
