public import KnowledgeNetworks

/// Over which ties the proportions behind structural holes are taken.
public enum StructuralHoleModel: String, Hashable, Sendable, CaseIterable {
  /// Inside each actor's own network of contacts; their ties to outsiders have no effect. What UCINET does unless told
  /// otherwise.
  case egoNetwork = "ego-network"
  /// Over the whole network, as Burt's formulas are written and as igraph computes constraint.
  case wholeNetwork = "whole-network"
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
      let isWhole = model == .wholeNetwork
      return ActorScores(measure: isWhole ? name : name + "-ego", positions.map(number), remarks: remarks)
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
    let usesWeights = weightMeaning == .strength
    let kernel = EgoKernel(of: self, model: model, usesWeights: usesWeights, workers: workers)
    let positions = try kernel.positions(by: workers)
    let remarks = usesWeights ? [] : remarks(onWeightsAs: .strength)
    return StructuralHoles(model, positions: positions, remarks: remarks)
  }
}
