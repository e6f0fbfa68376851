internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// How often an actor lies on the shortest way between two others.
  public static let betweenness = betweenness(isNormalized: false)

  /// The same, divided by the number of pairs of others or not.
  public static func betweenness(isNormalized: Bool) -> Measure {
    Measure(
      "betweenness", "shortest paths between two others that lead through it", isNormalized: isNormalized,
      weightsAs: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Betweenness", inSteps: MemoryNeed.paths) },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        let answer = try analysis.graph.betweenness(lengths: analysis.lengths, progress: progress)
        let pairs = isNormalized ? analysis.network.pairsOfOthers : 1
        return answer.map { scores in scores.map { $0 / pairs } }
      },
      normalized: { .betweenness(isNormalized: true) },
      sampled: SampledForm { network, options, workers throws(BuzzlineError) in
        try network.sampledBetweenness(options, workers: workers)
      }
    ) { analysis throws(BuzzlineError) in
      let pairs = isNormalized ? analysis.network.pairsOfOthers : 1
      return Scored(try analysis.betweenness().map { $0 / pairs })
    }
  }
}

extension KnowledgeNetwork {
  /// On how many shortest paths between two others each actor lies: how often it is in between.
  ///
  /// Freeman (1977), [doi:10.2307/3033543](https://doi.org/10.2307/3033543): the sum over all pairs of others of the
  /// share of their shortest paths that pass the actor. Pairs are ordered where ties have a direction, unordered where
  /// they have none; a pair that is not connected counts 0. Weights are lengths if declared to be distances; else every
  /// connected pair is one step. An isolate scores 0. Unobserved pairs count as absent ties.
  ///
  /// - Parameters:
  ///   - isNormalized: Whether to divide by the number of pairs of others, (*n* − 1)(*n* − 2), or half of it without
  ///     direction, so that 1 is the most; below three actors that is not defined.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties leaves betweenness as it is; in a star the centre lies between all.
  public func betweenness(
    isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.betweenness(isNormalized: isNormalized), engine, workers)
  }
}

extension ParallelAnalysis {
  /// Raw betweenness, over all pairs or those of different groups.
  func betweenness(between grouping: Grouping? = nil) throws(BuzzlineError) -> [Double] {
    let sums =
      hasLengths
      ? try LengthKernel(network, .outgoing).dependencies(
        from: Array(0..<UInt32(network.actorCount)), on: ends(between: grouping, at: nil), by: workers,
        work: "betweenness")
      : try betweennessInSteps(rows(.outgoing), between: grouping)
    return network.isDirected ? sums : sums.map { $0 / 2 }
  }

  private func betweennessInSteps(_ rows: SearchRows, between grouping: Grouping?) throws(BuzzlineError) -> [Double] {
    try BetweennessKernel(rows: rows, ends: ends(between: grouping, at: rows.order))
      .dependencies(from: rows.places, by: workers)
  }

  /// - Parameter order: The roster positions in the order of a kernel's numbers; `nil` where it uses the roster's.
  private func ends(between grouping: Grouping?, at order: [UInt32]?) -> CountedEnds {
    guard let grouping else { return .all }
    let codes = grouping.groupCodes
    return .otherGroups(
      codes: order.map { $0.map { codes[Int($0)] } } ?? codes, groupCount: grouping.groups.count)
  }
}
