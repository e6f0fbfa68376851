public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// What each actor receives from those who themselves receive much; the largest score is 1.
  ///
  /// Bonacich (1972), [doi:10.1080/0022250X.1972.9989806](https://doi.org/10.1080/0022250X.1972.9989806): the leading
  /// eigenvector of who gives to whom. Weights count if declared to be strengths. Where no knowledge comes back to
  /// where it started all scores are 0, and without any ties all are 1; a remark says so.
  ///
  /// Above 0 scores a strong component with the largest spectral radius that leads to no other such component, and
  /// whoever it leads to (theorem of Frobenius and Victory: Berman & Plemmons 1994, chapter 2,
  /// [doi:10.1137/1.9781611971262](https://doi.org/10.1137/1.9781611971262)). Where several components qualify, the
  /// largest score within each of them is 1. Scores below 1e-12 are 0. Scores are given only if they solve the equation
  /// to a residual of 1e-9; else they are not defined, and a remark says so.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled` or `.outOfMemory`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, at most 22,000 a component; O(*n* + *m*) space.
  ///
  /// Properties: the residual is below 1e-9; the order of actors and ties is without effect; parts of the same shape have the same scores; multiplying all weights leaves scores as they are.
  public func eigenvector(
    workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.eigenvector, .auto, workers)
  }

  /// The share of time a walker spends at each actor who follows ties at random and now and then starts anywhere.
  ///
  /// Brin & Page (1998), [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552(98)00110-X). The walker
  /// goes on from actors who give to nobody to any actor. Weights count if declared to be strengths. Scores add up to
  /// 1; an isolate has the least.
  ///
  /// - Parameters:
  ///   - damping: The chance to follow a tie, at least 0 and below 1.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for another damping; `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, O(*n* + *m*) space.
  ///
  /// Properties: scores add up to one; with a damping of 0 all are equal.
  public func pageRank(
    damping: Double = 0.85, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.pageRank(damping: damping), engine, workers)
  }

  /// How much each actor gives to those who receive much: its score as a hub; the largest is 1.
  ///
  /// Kleinberg (1999), [doi:10.1145/324133.324140](https://doi.org/10.1145/324133.324140). Hubs give to good
  /// ``authorities(workers:)``, which receive from good hubs. Without direction both are ``eigenvector(workers:)``. Weights count if
  /// declared to be strengths. An actor that gives nothing scores 0, unless there are no ties at all: then all score 1.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled` or `.outOfMemory`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, at most 22,000 a component; O(*n* + *m*) space.
  ///
  /// Properties: turning all ties swaps hubs and authorities; parts of the same shape have the same scores.
  public func hubs(
    workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.hubs, .auto, workers)
  }

  /// How much each actor receives from those who give much: its score as an authority; the largest is 1.
  ///
  /// The other side of ``hubs(workers:)``, with the same source and conventions.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled` or `.outOfMemory`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, at most 22,000 a component; O(*n* + *m*) space.
  public func authorities(
    workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try centrality(.authorities, .auto, workers)
  }
}
