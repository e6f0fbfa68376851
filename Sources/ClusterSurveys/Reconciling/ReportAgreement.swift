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
