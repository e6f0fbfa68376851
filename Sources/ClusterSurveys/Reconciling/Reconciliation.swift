public import KnowledgeNetworks

/// The network that two-sided answers make under a rule, with what every tie rests on and what is not known.
public struct Reconciliation: Sendable {
  /// The rule.
  public let rule: ReconciliationRule
  /// What the rule made of a no that stands alone.
  public let loneDenial: LoneDenial
  /// The ties: those the rule made of claims, and those that were given.
  public let network: KnowledgeNetwork
  /// What each tie rests on, in the order of the network's `ties`.
  public let evidence: [TieEvidence]
  /// What somebody affirmed but did not become a tie, ascending by giver, receiver, wave, topic and channel.
  public let rejected: [RejectedTie]
  /// How many possible ties rest on which evidence; only those of which a row speaks, and given ties.
  ///
  /// Ordered by the giver's report and then the receiver's, given ties last; evidence that does not occur is left out.
  public let evidenceCounts: [EvidenceCount]
  /// On how many pairs the claims are decided, by wave, ascending, the wave without a name first.
  public let coverage: [WaveCoverage]
  /// What is known of each pair of actors, where the study is one wave; of several, the first decides.
  let observation: PairObservation
  /// Who named which groups: evidence about kinds of actors, which makes no ties.
  public let groupClaims: [GroupClaimShare]
  /// How many claims are about words that match no actor and no group.
  public let textClaims: Int
  /// Doubts about how well the two sides fit together.
  public let remarks: [Remark]

  /// The number of ordered pairs of members, summed over waves, of which it is decided whether a tie joins them.
  public var observedPairs: Int { coverage.reduce(0) { $0 + $1.observedPairs } }
  /// The number of ordered pairs of members, summed over waves, on which the report that would decide is missing.
  public var unobservedPairs: Int { coverage.reduce(0) { $0 + $1.unobservedPairs } }

  /// How many pairs of some actors are tied or known not to be; in order where ties have a direction.
  ///
  /// - Parameter actors: Roster positions, each once.
  /// - Returns: `nil` where several waves are taken together, which observe different pairs.
  /// - Complexity: O(*n* + *c*) time for *n* actors and *c* pairs of which a row speaks; O(*n*² log *c*) where rules settle
  ///   each direction of ties without direction by itself.
  public func observedPairs(among actors: [Int]) -> Int? {
    guard coverage.count < 2 else { return nil }
    return observation.jointlyObserved(with: observation, actors.map { ($0, $0) })
  }
}

/// On how many ordered pairs of different members the claims of a wave are decided.
///
/// A pair is observed if the rule makes a tie of any topic and channel of which a row speaks, or decides against all of
/// them; where no row speaks of the pair, if both or one of the two answered the item, as the rule demands. Given ties
/// do not count: nobody says who was asked for them.
public struct WaveCoverage: Hashable, Sendable {
  /// The survey wave.
  public let wave: String?
  /// The pairs joined by a tie, or known not to be.
  public let observedPairs: Int
  /// The pairs on which the report that decides is missing.
  public let unobservedPairs: Int
  /// The pairs on which both sides reported, whatever the rule.
  public let seenByBoth: Int
  /// The pairs on which one side reported.
  public let seenByOne: Int
  /// The pairs on which neither did.
  public var seenByNobody: Int { observedPairs + unobservedPairs - seenByBoth - seenByOne }
}

/// How many possible ties rest on the same evidence, and what the rule made of them.
public struct EvidenceCount: Hashable, Sendable {
  /// The evidence.
  public let evidence: TieEvidence
  /// What the rule makes of it.
  public let decision: TieDecision
  /// How many possible ties (giver, receiver, wave, topic and channel) rest on it.
  public let count: Int
}

/// A possible tie that somebody affirmed but the rule did not make one.
public struct RejectedTie: Hashable, Sendable {
  /// The giver's position in the roster.
  public let giver: Int
  /// The receiver's position in the roster.
  public let receiver: Int
  /// The survey wave.
  public let wave: String?
  /// What the knowledge was about, where it was stated.
  public let topic: String?
  /// How it travelled, where it was stated.
  public let channel: String?
  /// What the two sides reported.
  public let evidence: TieEvidence
  /// Whether the rule decided against it; `false` where the report that decides is missing.
  public let isObserved: Bool
}
