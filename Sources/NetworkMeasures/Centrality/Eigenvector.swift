public import KnowledgeNetworks

extension Measure {
  /// Received from actors that receive much.
  public static let eigenvector = spectral(
    "eigenvector", "eigenvector centrality: received from central actors, largest 1"
  ) { network throws(BuzzlineError) in try LeadingEigenvector(of: GiverRows(receivingIn: network)).scores() }

  /// Gives to good authorities.
  public static let hub = spectral("hub", "hub score (Kleinberg), largest 1") { network throws(BuzzlineError) in
    try network.sides()?.hubs
  }

  /// Receives from good hubs.
  public static let authority = spectral(
    "authority", "authority score (Kleinberg), largest 1"
  ) { network throws(BuzzlineError) in try network.sides()?.authorities }

  private static func spectral(
    _ name: String, _ summary: String,
    _ scores: @escaping @Sendable (KnowledgeNetwork) throws(BuzzlineError) -> [Double]?
  ) -> Measure {
    Measure(name: name, summary: summary, weights: .strength) { analysis throws(BuzzlineError) in
      let network = analysis.network
      guard network.pairCount > 0 else {
        return Scored(network.actors.map { _ in 1 }, ["There are no ties, so all scores are equal."])
      }
      guard let scores = try scores(network) else {
        return .undefined(
          network.actorCount, "The \(name) scores did not settle to a residual of 1e-9, so they are not defined.")
      }
      guard scores.allSatisfy({ $0 == 0 }) else { return Scored(scores) }
      return Scored(scores, ["Knowledge nowhere comes back to where it started, so all \(name) scores are 0."])
    }
  }
}

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
  /// Properties: the residual is below 1e-9; the order of actors and ties is without effect; parts of the same shape have
  /// the same scores; multiplying all weights leaves scores as they are.
  public func eigenvector(workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.eigenvector, .auto, workers)
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
  public func hubs(workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.hub, .auto, workers)
  }

  /// How much each actor receives from those who give much: its score as an authority; the largest is 1.
  ///
  /// The other side of ``hubs(workers:)``, with the same source and conventions.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled` or `.outOfMemory`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, at most 22,000 a component; O(*n* + *m*) space.
  public func authorities(workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.authority, .auto, workers)
  }

  /// The leading eigenvector of givers and receivers kept apart; without direction both are one.
  fileprivate func sides() throws(BuzzlineError) -> (hubs: [Double], authorities: [Double])? {
    let rows = isDirected ? GiverRows(bothSidesOf: self) : GiverRows(receivingIn: self)
    guard let scores = try LeadingEigenvector(of: rows).scores() else { return nil }
    return (
      LeadingEigenvector.scaled(Array(scores.prefix(actorCount))),
      LeadingEigenvector.scaled(Array(scores.suffix(actorCount)))
    )
  }
}
