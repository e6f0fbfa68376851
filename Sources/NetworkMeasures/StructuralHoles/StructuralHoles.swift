internal import IGraph
public import KnowledgeNetworks

/// Over which ties the proportions behind structural holes are taken.
public enum StructuralHoleModel: String, Hashable, Sendable, CaseIterable {
  /// Inside each actor's own network of contacts; their ties to outsiders have no effect. What UCINET does unless told
  /// otherwise.
  case egoNetwork = "ego-network"
  /// Over the whole network, as Burt's formulas are written and as igraph computes constraint.
  case wholeNetwork = "whole-network"

  /// The name of a measure in this model, such as `efficiency-ego`.
  fileprivate func named(_ measure: String) -> String { self == .wholeNetwork ? measure : measure + "-ego" }
}

/// How far each actor stands between contacts who are not tied to one another.
public struct StructuralHoles: Sendable {
  /// Over which ties proportions were taken.
  public let model: StructuralHoleModel
  /// How many actors each one is tied to in either direction.
  public let contacts: ActorScores
  /// The number of contacts less their redundancy; 0 for an isolate, 1 for a single contact.
  public let effectiveSize: ActorScores
  /// Effective size as a share of the contacts; `nil` for an isolate.
  public let efficiency: ActorScores
  /// How much all contacts lead back to the same ones; `nil` for an isolate and, in the ego-network model, for a
  /// single contact.
  public let constraint: ActorScores
  /// How unevenly constraint is spread over the contacts: 0 evenly, 1 a single contact; `nil` for an isolate.
  public let hierarchy: ActorScores

  init(_ model: StructuralHoleModel, positions: [EgoPosition], remarks: [String]) {
    func scores(_ name: String, _ number: (EgoPosition) -> Double) -> ActorScores {
      ActorScores(measure: model.named(name), positions.map(number), remarks: remarks)
    }
    self.model = model
    contacts = ActorScores(measure: "contacts", positions.map { Double($0.contacts) })
    effectiveSize = scores("effective-size", \.effectiveSize)
    efficiency = scores("efficiency", \.efficiency)
    constraint = scores("constraint", \.constraint)
    hierarchy = scores("hierarchy", \.hierarchy)
  }
}

extension KnowledgeNetwork {
  /// Burt's structural holes: effective size, efficiency, constraint and hierarchy of every actor.
  ///
  /// Between two actors stands the mutual weight *z* = what went one way plus what went the other; *p*(i,j) is
  /// *z*(i,j) as a share of *i*'s total, *m*(i,j) as a share of *i*'s largest. With *j* and *q* among the contacts
  /// of *i*:
  ///
  /// - effective size: Σⱼ (1 − Σ_q *p*(i,q) *m*(j,q)); efficiency: that over the number of contacts;
  /// - constraint: Σⱼ *c*(i,j) with *c*(i,j) = (*p*(i,j) + Σ_q *p*(i,q) *p*(q,j))²; it can exceed 1;
  /// - hierarchy: the Coleman–Theil index of the *c*(i,j); shares of at most 10⁻⁶ of the mean are left out, as UCINET
  ///   does.
  ///
  /// The model says whether *p*(q,j) and *m*(j,q) look at all ties of a contact or only at those inside the actor's
  /// network. Weights count only where they were declared to be strengths, else every connected pair counts as
  /// one; unobserved pairs count as absent. An isolate has effective size 0 and nothing else defined. With a single
  /// contact constraint is not defined in the ego-network model (UCINET's convention) and 1 in the whole-network model.
  ///
  /// Burt (1992), *Structural Holes*; Burt (2004), [doi:10.1086/421787](https://doi.org/10.1086/421787);
  /// Borgatti (1997), *Connections* 20(1):35–38.
  ///
  /// Properties: reversalChangesNothing, triangleHasConstraintNineEighths, starCentreHasNoRedundancy.
  ///
  /// - Parameters:
  ///   - model: Over which ties proportions are taken.
  ///   - workers: The threads that compute, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(Σ min(*d*, *d*′)) time, over the numbers of contacts of the two ends of every pair; O(*n* + *m*) space,
  ///   about 90 bytes a connected pair and 8 bytes an actor and worker.
  public func structuralHoles(
    model: StructuralHoleModel, workers: Workers = .all
  ) throws(BuzzlineError) -> StructuralHoles {
    try workers.afford(.holes(in: self, "Structural holes"))
    let positions = try EgoKernel(of: self, model: model, workers: workers).positions(by: workers)
    let remarks = weightMeaning == .strength ? [] : remarks(onWeightsAs: .strength)
    return StructuralHoles(model, positions: positions, remarks: remarks)
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
  public func constraint(engine: Engine = .auto, workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.constraint, engine, workers)
  }
}

extension Measure {
  /// Burt's constraint in the whole network.
  public static let constraint = Measure(
    name: "constraint", summary: "Burt's constraint, whole-network model", weights: .strength,
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
  public static let egoEffectiveSize = hole(.egoNetwork, "effective-size", "Burt's effective size", \.effectiveSize)
  /// Effective size a contact, in the ego-network.
  public static let egoEfficiency = hole(
    .egoNetwork, "efficiency", "effective size over number of contacts", \.efficiency)
  /// How far constraint comes from few contacts, in the ego-network.
  public static let egoHierarchy = hole(.egoNetwork, "hierarchy", "Burt's hierarchy", \.hierarchy)

  private static func hole(
    _ model: StructuralHoleModel, _ name: String, _ summary: String,
    _ scores: @escaping @Sendable (StructuralHoles) -> ActorScores
  ) -> Measure {
    Measure(
      name: model.named(name),
      summary: summary + (model == .wholeNetwork ? ", whole-network model" : ", ego-network model (UCINET)"),
      weights: .strength, memory: { .holes(in: $0, "Structural holes") }
    ) { analysis throws(BuzzlineError) in Scored(scores(try analysis.holes(model))) }
  }
}
