internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// Burt's constraint in the whole network.
  public static let constraint = Measure(
    "constraint", "Burt's constraint, whole-network model", weightsAs: .strength,
    memory: { .holes(in: $0, "Constraint") },
    igraph: IGraphCall(work: { Double($0.pairCount) * Double($0.pairCount) / Double(max(1, $0.actorCount)) }) {
      analysis, _ throws(IGraphError) in try analysis.graph.constraint(weights: analysis.strengths)
    }
  ) { analysis throws(BuzzlineError) in Scored(try analysis.holes(.wholeNetwork).constraint) }
  /// Burt's effective size in the whole network.
  public static let effectiveSize = hole(.wholeNetwork, "effective-size", "Burt's effective size", \.effectiveSize)
  /// Effective size a contact, in the whole network.
  public static let efficiency = hole(
    .wholeNetwork, "efficiency", "effective size over number of contacts", \.efficiency)
  /// How far constraint comes from few contacts, in the whole network.
  public static let hierarchy = hole(.wholeNetwork, "hierarchy", "Burt's hierarchy", \.hierarchy)
  /// Burt's constraint in the ego-network.
  public static let egoConstraint = hole(.egoNetwork, "constraint", "Burt's constraint", \.constraint)
  /// Burt's effective size in the ego-network.
  public static let egoEffectiveSize = hole(
    .egoNetwork, "effective-size", "Burt's effective size", \.effectiveSize)
  /// Effective size a contact, in the ego-network.
  public static let egoEfficiency = hole(
    .egoNetwork, "efficiency", "effective size over number of contacts", \.efficiency)
  /// How far constraint comes from few contacts, in the ego-network.
  public static let egoHierarchy = hole(.egoNetwork, "hierarchy", "Burt's hierarchy", \.hierarchy)

  private static func hole(
    _ model: StructuralHoleModel, _ name: String, _ summary: String,
    _ scores: @escaping @Sendable (StructuralHoles) -> ActorScores
  ) -> Measure {
    let isWhole = model == .wholeNetwork
    return Measure(
      isWhole ? name : name + "-ego",
      summary + (isWhole ? ", whole-network model" : ", ego-network model (UCINET)"), weightsAs: .strength,
      memory: { .holes(in: $0, "Structural holes") }
    ) { analysis throws(BuzzlineError) in Scored(scores(try analysis.holes(model))) }
  }
}

extension KnowledgeNetwork {
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
    try score(.constraint, engine, workers)
  }
}
