internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// Where a random follower of ties would be found.
  public static let pagerank = pageRank(damping: 0.85)

  /// The same with another chance to follow a tie.
  public static func pageRank(damping: Double) -> Measure {
    Measure(
      name: "pagerank", summary: "PageRank, damping \(damping), sum 1", settings: "\(damping)", weights: .strength,
      memory: { .numbers(in: $0, "PageRank") },
      // Our own kernel is ahead of igraph at every size; a few thousand ties either does at once.
      igraph: IGraphCall(work: { 1_000 * Double($0.pairCount) }) { analysis, _ throws(IGraphError) in
        try analysis.graph.pageRank(damping: damping, weights: analysis.strengths)
      }
    ) { analysis throws(BuzzlineError) in Scored(try analysis.network.walkShares(damping)) }
  }
}

extension KnowledgeNetwork {
  /// The share of time a walker spends at each actor who follows ties at random and now and then starts anywhere.
  ///
  /// Brin & Page (1998), [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552(98)00110-X). The walker
  /// goes on from actors who give to nobody to any actor. Weights count if declared to be strengths. Scores add up to
  /// 1; an isolate has the least.
  ///
  /// - Parameters:
  ///   - damping: The chance to follow a tie, at least 0 and below 1.
  ///   - engine: What computes it.
  ///   - workers: How much memory the work may take; it runs on one thread.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for another damping; `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* rounds of the slowest strong component, O(*n* + *m*) space. All errors
  ///   together are below 1e-12 for a damping up to 0.99.
  ///
  /// Properties: scores add up to one; with a damping of 0 all are equal; they solve their equations.
  public func pageRank(
    damping: Double = 0.85, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.pageRank(damping: damping), engine, workers)
  }

  fileprivate func walkShares(_ damping: Double) throws(BuzzlineError) -> [Double] {
    guard damping >= 0, damping < 1 else {
      throw BuzzlineError(.invalidInput, "A damping is at least 0 and below 1; here it is \(damping).")
    }
    guard actorCount > 0 else { return [] }
    guard damping > 0 else { return [Double](repeating: 1 / Double(actorCount), count: actorCount) }
    var walk = WalkShares(of: self, damping: damping)
    try walk.solve()
    let sum = walk.shares.reduce(0, +)
    return walk.shares.map { $0 / sum }
  }
}
