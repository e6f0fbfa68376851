public import KnowledgeNetworks

/// How what an actor affirms on one side of ties compares with what its partners affirm, over the ordered pairs on
/// which both reported.
public struct ClaimBalance: Hashable, Codable, Sendable {
  /// Pairs the actor affirms.
  public internal(set) var affirmed = 0
  /// Of these, the pairs the partner denies.
  public internal(set) var deniedByPartner = 0
  /// Pairs the partner affirms.
  public internal(set) var affirmedByPartner = 0
  /// Of these, the pairs the actor denies.
  public internal(set) var denied = 0

  /// The share of the actor's affirmations that the partner denies, `nil` where it affirms nothing.
  ///
  /// A partner's denial does not prove the actor wrong: recall fails on both sides.
  public var overClaiming: Double? { ratio(deniedByPartner, affirmed) }
  /// The share of its partners' affirmations that the actor denies, `nil` where they affirm nothing.
  public var underClaiming: Double? { ratio(denied, affirmedByPartner) }

  /// Counts a pair on which the actor and the partner gave these answers.
  mutating func add(own: Bool, partner: Bool) {
    if own {
      affirmed += 1
      if !partner { deniedByPartner += 1 }
    }
    if partner {
      affirmedByPartner += 1
      if !own { denied += 1 }
    }
  }

  mutating func add(_ other: ClaimBalance) {
    affirmed += other.affirmed
    deniedByPartner += other.deniedByPartner
    affirmedByPartner += other.affirmedByPartner
    denied += other.denied
  }
}

/// The claims of an actor, or of all actors of a kind, as giver and as receiver.
public struct ActorClaims: Hashable, Codable, Sendable {
  /// What it says it shared, against what its partners say they received.
  public internal(set) var asGiver = ClaimBalance()
  /// What it says it received, against what its partners say they shared.
  public internal(set) var asReceiver = ClaimBalance()

  /// Both sides together.
  public var total: ClaimBalance {
    var total = asGiver
    total.add(asReceiver)
    return total
  }

  mutating func add(_ other: ActorClaims) {
    asGiver.add(other.asGiver)
    asReceiver.add(other.asReceiver)
  }
}

/// The claims of all actors of a kind.
public struct KindClaims: Hashable, Codable, Sendable {
  /// The kind, `nil` for actors whose kind nobody stated.
  public let kind: ActorKind?
  /// How many actors are of this kind.
  public let actorCount: Int
  /// Their claims, summed.
  public let claims: ActorClaims
}
