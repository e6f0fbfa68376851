/// Where an actor stands in the knowledge system of its cluster, after Giuliani & Bell (2005).
///
/// The five positions of the paper, [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008), and
/// three for actors that fit none of its descriptions (``absorbingStar``, ``source``, ``absorber``). The paper formed its
/// groups by looking at the numbers and printed no cut-offs that could be confirmed: the rule that assigns positions here
/// (``KnowledgeNetworks/KnowledgeNetwork/cognitivePositions(options:)``) is our operationalisation.
public enum CognitivePosition: String, Hashable, Codable, Sendable, CaseIterable {
  /// Open to outside knowledge, central inside, and gives at least about as much as it takes.
  case technologicalGatekeeper = "technological_gatekeeper"
  /// Open to outside knowledge, few or no ties inside.
  case externalStar = "external_star"
  /// Open to outside knowledge, central inside, but takes clearly more than it gives: an external star in a wider sense.
  case absorbingStar = "absorbing_star"
  /// Central inside, gives about as much as it takes, less open.
  case activeMutualExchanger = "active_mutual_exchanger"
  /// Few ties inside, gives about as much as it takes, less open.
  case weakMutualExchanger = "weak_mutual_exchanger"
  /// No tie inside, and not open to outside knowledge.
  case isolated
  /// Gives clearly more inside than it takes, less open.
  case source
  /// Takes clearly more inside than it gives, less open.
  case absorber

  /// The words people read.
  public var label: String {
    switch self {
    case .technologicalGatekeeper: "technological gatekeeper"
    case .externalStar: "external star"
    case .absorbingStar: "external star (absorbing)"
    case .activeMutualExchanger: "active mutual exchanger"
    case .weakMutualExchanger: "weak mutual exchanger"
    case .isolated: "isolated"
    case .source: "source"
    case .absorber: "absorber"
    }
  }

  /// Whether it is an external star, absorbing or not.
  public var isExternalStar: Bool { self == .externalStar || self == .absorbingStar }

  /// The rule, from what is known of an actor.
  ///
  /// - Parameters:
  ///   - isCentral: Whether the actor's ties inside reach the cut-off.
  ///   - isOpen: Whether its outside sources reach the cut-off.
  ///   - balance: Given minus received over their sum, inside; `nil` without ties inside.
  ///   - tolerance: Up to which balance giving and taking are about equal.
  init(isCentral: Bool, isOpen: Bool, balance: Double?, tolerance: Double) {
    guard let balance else {
      self = isOpen ? .externalStar : .isolated
      return
    }
    switch (isOpen, isCentral) {
    case (true, true): self = balance >= -tolerance ? .technologicalGatekeeper : .absorbingStar
    case (true, false): self = .externalStar
    case (false, _) where balance > tolerance: self = .source
    case (false, _) where balance < -tolerance: self = .absorber
    case (false, true): self = .activeMutualExchanger
    case (false, false): self = .weakMutualExchanger
    }
  }
}
