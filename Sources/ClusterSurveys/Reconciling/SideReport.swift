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

  /// What a respondent reports of several topics and channels taken together: affirmed if any is, denied only if all
  /// are (Kleene's three-valued *or*).
  static func joined(_ reports: some Sequence<SideReport>) -> SideReport {
    var joint = SideReport.denied
    for report in reports {
      if report == .affirmed { return .affirmed }
      if joint != .silent, report != .denied { joint = report }
    }
    return joint
  }
}

extension Answer {
  /// What the answer reports.
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
    case .notAsked: .notAsked
    }
  }
}
