/// What a tie rests on.
public enum TieEvidence: Hashable, Sendable {
  /// What its two sides reported.
  case reports(giver: SideReport, receiver: SideReport)
  /// It was given as a tie.
  case given

  /// What the giver reported, `nil` for a tie that was given.
  public var giver: SideReport? {
    if case .reports(let giver, _) = self { giver } else { nil }
  }
  /// What the receiver reported, `nil` for a tie that was given.
  public var receiver: SideReport? {
    if case .reports(_, let receiver) = self { receiver } else { nil }
  }
  /// Whether it was given as a tie.
  public var isGiven: Bool { self == .given }
  /// Whether both sides affirmed it.
  public var isConfirmed: Bool { giver == .affirmed && receiver == .affirmed }

  /// Orders evidence: by the giver's report, the receiver's, given ties last.
  var rank: Int {
    switch self {
    case .reports(let giver, let receiver): giver.rank * SideReport.allCases.count + receiver.rank
    case .given: Int.max
    }
  }

  /// What reports can say, in the order of ``rank``.
  static let allReports: [TieEvidence] = SideReport.allCases.flatMap { giver in
    SideReport.allCases.map { .reports(giver: giver, receiver: $0) }
  }
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
