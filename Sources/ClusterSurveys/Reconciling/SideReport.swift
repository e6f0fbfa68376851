/// What one side of a possible tie reported.
///
/// Being named by nobody is not a report: only an actor that answered the question can deny.
public enum SideReport: String, Hashable, Sendable, CaseIterable {
  /// The respondent said yes.
  case affirmed
  /// The respondent said no, or answered the question and did not name the partner.
  case denied
  /// Asked, but left open: a missing answer, a partial one, a refusal, absence from the wave.
  case silent
  /// Nobody put the question to this actor.
  case notAsked = "not_asked"

  /// Yes or no, `nil` where nothing was reported.
  public var answer: Bool? {
    switch self {
    case .affirmed: true
    case .denied: false
    case .silent, .notAsked: nil
    }
  }

  /// The place in ``allCases``.
  var rank: Int {
    switch self {
    case .affirmed: 0
    case .denied: 1
    case .silent: 2
    case .notAsked: 3
    }
  }

  /// What two sides can report, in the order of ``TieEvidence/rank``.
  static let pairs = allCases.flatMap { giver in allCases.map { (giver: giver, receiver: $0) } }

  /// What a respondent reports of several topics and channels taken together: affirmed if any is, denied only if all
  /// are (Kleene's three-valued *or*).
  static func joined(_ reports: some Collection<SideReport>) -> SideReport {
    if reports.contains(.affirmed) { return .affirmed }
    return reports.contains(.silent) ? .silent : reports.contains(.notAsked) ? .notAsked : .denied
  }
}

extension Answer {
  var report: SideReport {
    switch self {
    case .yes: .affirmed
    case .no: .denied
    case .missing: .silent
    }
  }
}

extension ResponseStatus {
  /// What it reports of a partner about whom no row says anything.
  var reportOfUnnamed: SideReport {
    switch self {
    case .answered: .denied
    case .partial, .refused, .absent: .silent
    case .notAsked, .notMember: .notAsked
    }
  }
}

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
}
