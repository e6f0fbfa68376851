internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// The sum of inverse distances from all others.
  public static let harmonicIn = harmonic(.incoming)
  /// The sum of inverse distances to all others.
  public static let harmonicOut = harmonic(.outgoing)

  /// The sum of inverse distances along ties in a direction.
  public static func harmonic(_ direction: Direction, isNormalized: Bool = false) -> Measure {
    Measure(
      direction.trailing("harmonic"),
      "sum of inverse distances \(direction == .incoming ? "from" : "to") all other actors", isNormalized: isNormalized,
      weightsAs: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Harmonic centrality", inSteps: MemoryNeed.distances) },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        try analysis.graph.harmonic(
          TieSide(direction), lengths: analysis.lengths, isNormalized: isNormalized, progress: progress)
      },
      normalized: { .harmonic(direction, isNormalized: true) },
      sampled: SampledForm { network, options, workers throws(BuzzlineError) in
        try network.sampledHarmonic(direction, options, workers: workers)
      }
    ) { analysis throws(BuzzlineError) in
      Scored(try analysis.harmonic(direction, isNormalized: isNormalized))
    }
  }
}

extension KnowledgeNetwork {
  /// How near each actor is to everyone: the sum of one over the distance to each other actor.
  ///
  /// Marchiori & Latora (2000), [doi:10.1016/S0378-4371(00)00311-3](https://doi.org/10.1016/S0378-4371(00)00311-3); an
  /// actor out of reach adds 0, so an isolate scores 0 and networks in several parts need no exception. Weights are
  /// lengths if declared to be distances; else every connected pair is one step.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` for those the actor reaches, `.incoming` for those that reach it, `.both` for ways
  ///     along ties in either direction.
  ///   - isNormalized: Whether to divide by *n* − 1, so that without lengths 1 is the most.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming; without lengths it is at least the out-degree.
  public func harmonic(
    _ direction: Direction, isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.harmonic(direction, isNormalized: isNormalized), engine, workers)
  }
}

extension ParallelAnalysis {
  fileprivate func harmonic(_ direction: Direction, isNormalized: Bool) throws(BuzzlineError) -> [Double] {
    let others = isNormalized ? Double(max(1, network.actorCount - 1)) : 1
    guard hasLengths else {
      let sums = try distances(direction)
      return sums.actors.map { sums.scale.number($0.scaled) / others }
    }
    return try byLength(direction) { reached, distances in
      reached.reduce(0) { $0 + 1 / distances[Int($1)] } / others
    }
  }
}
