internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// How near the actors are that can reach it.
  public static let closenessIn = closeness(.incoming)
  /// How near the actors are that it can reach.
  public static let closenessOut = closeness(.outgoing)

  /// How near others are, along ties in a direction.
  public static func closeness(_ direction: Direction, isNormalized: Bool = false) -> Measure {
    let others =
      direction == .incoming
      ? "from the actors that reach it; who does not" : "to the actors it reaches; who is not reached"
    return Measure(
      direction.trailing("closeness"), "one over the summed distances \(others) is left out",
      isNormalized: isNormalized, caution: isNormalized ? meanDistance : nil,
      weightsAs: .distance, followsPaths: true,
      memory: { .searches(in: $0, "Closeness", inSteps: MemoryNeed.distances) },
      igraph: IGraphCall(work: \.searchesFromAll) { analysis, progress throws(IGraphError) in
        try analysis.graph.closeness(
          TieSide(direction), lengths: analysis.lengths, isNormalized: isNormalized, progress: progress)
      },
      normalized: { .closeness(direction, isNormalized: true) },
      sampled: SampledForm(
        unlessNormalized: "a sample does not tell how many are reached, which the normalised form can do without"
      ) { network, options, workers throws(BuzzlineError) in
        try network.sampledCloseness(direction, options, workers: workers)
      }
    ) { analysis throws(BuzzlineError) in
      Scored(try analysis.closeness(direction, isNormalized: isNormalized))
    }
  }

  private static let meanDistance =
    "Normalised closeness is one over the mean distance to the actors reached: it may exceed 1, and is not comparable "
    + "between actors that reach different numbers."
}

extension KnowledgeNetwork {
  /// How near each actor is to those it reaches: one over the sum of the distances to them.
  ///
  /// Freeman (1979), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7), over the
  /// reachable actors only; one that reaches few but near ones may score high, which ``harmonic(_:isNormalized:engine:workers:)``
  /// avoids. Not defined for an actor that reaches nobody. Weights are lengths if declared to be distances; else every
  /// connected pair is one step.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` for those the actor reaches, `.incoming` for those that reach it, `.both` for ways
  ///     along ties in either direction.
  ///   - isNormalized: Whether to multiply by the number of actors reached: one over the mean distance.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* *m*) time, O(*n* *m* log *n*) with lengths; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming.
  public func closeness(
    _ direction: Direction, isNormalized: Bool = false, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.closeness(direction, isNormalized: isNormalized), engine, workers)
  }
}

extension ParallelAnalysis {
  fileprivate func closeness(_ direction: Direction, isNormalized: Bool) throws(BuzzlineError) -> [Double] {
    guard hasLengths else {
      return try distances(direction).actors.map { sums in
        sums.reached == 0 ? .nan : (isNormalized ? Double(sums.reached) : 1) / Double(sums.steps)
      }
    }
    return try byLength(direction) { reached, distances in
      let sum = reached.reduce(0) { $0 + distances[Int($1)] }
      return reached.isEmpty ? .nan : (isNormalized ? Double(reached.count) : 1) / sum
    }
  }
}
