public import KnowledgeNetworks

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
    try centrality(.betweenness(isNormalized: isNormalized), engine, workers)
  }

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
    try centrality(.closeness(direction, isNormalized: isNormalized), engine, workers)
  }

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
    try centrality(.harmonic(direction, isNormalized: isNormalized), engine, workers)
  }
}
