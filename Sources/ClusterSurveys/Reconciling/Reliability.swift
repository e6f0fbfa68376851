public import KnowledgeNetworks

/// How reliable two-sided claims are: where both sides of a pair reported, how often they say the same.
///
/// Counted on ordered pairs of actors in a wave. A side affirms a pair if it affirms any topic and channel of it, denies
/// it if it denies all of which a row speaks, and else did not report. Pairs of which no row speaks count as well, where
/// both actors answered. Given ties have one side only and do not count.
public struct Reliability: Hashable, Codable, Sendable {
  /// All waves together.
  public let overall: ReportAgreement
  /// Each wave, ascending, the wave without a name first.
  public let byWave: [AgreementSlice]
  /// Each topic, ascending, over the waves in which it occurs; empty where no claim states one.
  public let byTopic: [AgreementSlice]
  /// Over- and under-claiming by actor, in roster order, over all waves.
  public let byActor: [ActorClaims]
  /// The same by kind, ascending, actors without a kind first.
  public let byKind: [KindClaims]
}

/// The agreement within one wave or topic.
public struct AgreementSlice: Hashable, Codable, Sendable {
  /// The wave or topic.
  public let label: String?
  /// The agreement in it.
  public let agreement: ReportAgreement
}

/// How far givers and receivers agree, over the ordered pairs on which both reported.
///
/// Agreement looks high in sparse networks, for most pairs are denied by both: read ``confirmationRate`` beside it.
/// A number that would divide by nothing is `nil`.
public struct ReportAgreement: Hashable, Codable, Sendable {
  /// Pairs both sides affirm: S ∧ R.
  public internal(set) var both = 0
  /// Pairs the giver affirms and the receiver denies.
  public internal(set) var giverOnly = 0
  /// Pairs the receiver affirms and the giver denies.
  public internal(set) var receiverOnly = 0
  /// Pairs both sides deny, pairs that nobody named among them.
  public internal(set) var neither = 0

  /// The pairs on which both sides reported.
  public var jointPairs: Int { both + giverOnly + receiverOnly + neither }
  /// Of the pairs that any side affirms, the share that both do: #(S ∧ R) / #(S ∨ R).
  public var confirmationRate: Double? { ratio(both, both + giverOnly + receiverOnly) }
  /// Of what givers affirm, the share that receivers affirm as well: P(R | S).
  public var giverConditional: Double? { ratio(both, both + giverOnly) }
  /// Of what receivers affirm, the share that givers affirm as well: P(S | R).
  public var receiverConditional: Double? { ratio(both, both + receiverOnly) }
  /// The share of joint pairs on which both say the same.
  public var rawAgreement: Double? { ratio(both + neither, jointPairs) }

  /// Cohen's kappa: agreement beyond what the margins alone would give, 1 where complete, 0 where none.
  ///
  /// `nil` also where both sides say the same of every pair, for then there is nothing beyond chance to reach.
  /// Cohen (1960), [doi:10.1177/001316446002000104](https://doi.org/10.1177/001316446002000104).
  public var kappa: Double? {
    let (both, neither) = (Double(both), Double(neither))
    let (giverOnly, receiverOnly) = (Double(giverOnly), Double(receiverOnly))
    let scale = (both + giverOnly) * (giverOnly + neither) + (both + receiverOnly) * (receiverOnly + neither)
    return scale == 0 ? nil : 2 * (both * neither - giverOnly * receiverOnly) / scale
  }

  /// Counts a pair; one on which a side did not report is passed over.
  mutating func add(giver: SideReport, receiver: SideReport) {
    switch (giver.answer, receiver.answer) {
    case (true?, true?): both += 1
    case (true?, false?): giverOnly += 1
    case (false?, true?): receiverOnly += 1
    case (false?, false?): neither += 1
    default: break
    }
  }

  mutating func add(_ other: ReportAgreement) {
    both += other.both
    giverOnly += other.giverOnly
    receiverOnly += other.receiverOnly
    neither += other.neither
  }
}

/// A share, `nil` of nothing.
func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

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
    affirmed += own ? 1 : 0
    deniedByPartner += own && !partner ? 1 : 0
    affirmedByPartner += partner ? 1 : 0
    denied += partner && !own ? 1 : 0
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
