/// Whose word makes a tie, where both the giver and the receiver may have reported it.
///
/// Krackhardt (1987), [doi:10.1016/0378-8733(87)90009-8](https://doi.org/10.1016/0378-8733(87)90009-8), for two
/// observers. Where one of two reports is missing, the report there is decides, after Stork & Richards (1992),
/// [doi:10.1177/1059601192172006](https://doi.org/10.1177/1059601192172006).
public enum ReconciliationRule: String, Hashable, Sendable, CaseIterable {
  /// One side's yes is enough.
  case either
  /// Where both sides reported, both must say yes; where one did, its report decides.
  case both
  /// Only what the giver says counts.
  case giver
  /// Only what the receiver says counts.
  case receiver

  /// What becomes of a possible tie.
  ///
  /// - Parameters:
  ///   - giver: What the giver reported.
  ///   - receiver: What the receiver reported.
  ///   - loneDenial: What ``either`` makes of one no where the other side is missing.
  public func decision(giver: SideReport, receiver: SideReport, loneDenial: LoneDenial = .absent) -> TieDecision {
    switch self {
    case .giver: TieDecision(giver.answer)
    case .receiver: TieDecision(receiver.answer)
    case .both: TieDecision(Self.combine(giver.answer, receiver.answer) { $0 && $1 })
    case .either:
      if loneDenial == .unobserved, giver.answer != true, receiver.answer != true, giver.answer != receiver.answer {
        .unobserved
      } else {
        TieDecision(Self.combine(giver.answer, receiver.answer) { $0 || $1 })
      }
    }
  }

  /// What the sides said whose word counts.
  func heard(giver: Double?, receiver: Double?) -> [Double] {
    [self == .receiver ? nil : giver, self == .giver ? nil : receiver].compactMap(\.self)
  }

  private static func combine(_ giver: Bool?, _ receiver: Bool?, _ rule: (Bool, Bool) -> Bool) -> Bool? {
    guard let giver, let receiver else { return giver ?? receiver }
    return rule(giver, receiver)
  }
}

/// What ``ReconciliationRule/either`` makes of a no from one side where the other side is missing.
///
/// The other side might have said yes, so the no does not settle the matter; but where it is all that was reported,
/// most studies take it.
public enum LoneDenial: String, Hashable, Sendable, CaseIterable {
  /// The report there is decides: no tie.
  case absent
  /// The pair is unobserved.
  case unobserved
}

/// What reconciling made of a possible tie.
public enum TieDecision: String, Hashable, Sendable, CaseIterable {
  /// Knowledge went from giver to receiver.
  case tie
  /// It did not.
  case noTie = "no_tie"
  /// The report that would decide is missing.
  case unobserved

  init(_ answer: Bool?) { self = answer.map { $0 ? .tie : .noTie } ?? .unobserved }

  /// What several topics and channels say together: a tie if any is one, none only if all are decided against.
  static func joined(_ decisions: some Collection<TieDecision>) -> TieDecision {
    decisions.contains(.tie) ? .tie : decisions.contains(.unobserved) ? .unobserved : .noTie
  }
}
