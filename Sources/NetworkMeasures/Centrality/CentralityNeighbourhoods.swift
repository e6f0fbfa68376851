public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// The innermost core each actor belongs to: the largest *k* so that it is among actors who all have *k* ties there.
  ///
  /// Seidman (1983), [doi:10.1016/0378-8733(83)90028-X](https://doi.org/10.1016/0378-8733(83)90028-X). With `.both` a
  /// pair tied in both directions counts twice. Weights do not count. An isolate scores 0.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* + *m*) time and space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming; coreness is at most the number of ties.
  public func coreness(
    _ direction: Direction = .both, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.coreness(direction), engine, workers)
  }

  /// How far each actor's partners are tied to one another, which leaves it few structural holes.
  ///
  /// Burt (1992), [doi:10.4159/9780674029095](https://doi.org/10.4159/9780674029095): the sum over partners *j* of
  /// (p_ij + Σ_q p_iq p_qj)², where p_ij is the share of *j* in all that *i* gives and receives, and *q* runs over the
  /// whole network. Weights count if declared to be strengths. Not defined for an isolate. It may exceed 1: each
  /// actor of a closed triangle has 9/8.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* + *m* *d*) time for the mean number of partners *d*; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties leaves constraint as it is; an actor with one partner who has no other has 1.
  public func constraint(
    engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.constraint, engine, workers)
  }
}
