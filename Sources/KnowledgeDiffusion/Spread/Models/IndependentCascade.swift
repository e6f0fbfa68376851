public import KnowledgeNetworks

/// Who newly knows something tells each receiver once, and it comes through with the chance of the tie.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). Steps are
/// synchronous: all who heard of it in one step tell in the next, each on its own, and then tell no more. Knowledge is
/// never forgotten. An isolate that starts reaches itself alone.
public struct IndependentCascade: LiveTieModel, Hashable, Sendable {
  /// How likely a tie is to carry knowledge.
  public let rule: ChanceRule

  /// A cascade with chances by a rule.
  public init(_ rule: ChanceRule) { self.rule = rule }

  /// A cascade with one chance for all ties.
  ///
  /// - Throws: ``BuzzlineError`` if the chance is not between 0 and 1.
  public init(probability: Double) throws(BuzzlineError) {
    try TieChances.check(probability, of: "a tie")
    rule = .constant(probability)
  }

  /// The word files and commands use.
  public var name: String { "cascade" }

  /// Each tie is alive with its chance, independently of all others.
  public func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    LiveTies(on: network, chances: try rule.chances(on: network))
  }
}
