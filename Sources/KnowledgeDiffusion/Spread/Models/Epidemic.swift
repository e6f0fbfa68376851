public import KnowledgeNetworks

/// Knowledge as a contagion: who has it tells all receivers in every step, until it stops telling or forgets.
///
/// Kermack & McKendrick (1927), [doi:10.1098/rspa.1927.0118](https://doi.org/10.1098/rspa.1927.0118), on a network in
/// discrete steps: Pastor-Satorras et al. (2015),
/// [doi:10.1103/RevModPhys.87.925](https://doi.org/10.1103/RevModPhys.87.925). In a step an actor hears of it with the
/// chance 1 − ∏(1 − *p*) over the givers that are telling, where *p* is the chance of the tie; each that was telling
/// before the step then stops with the recovery chance. Both are decided on how things stood before the step, so nobody
/// hears of it and stops in one step. An ``IndependentCascade`` is the case ``Fate/tellsForATime`` with recovery 1.
///
/// Properties: `aCascadeIsAnEpidemicOfOneStep`, `withoutRecoveryEveryoneReachableHears`.
public struct Epidemic: SpreadModel, Hashable, Sendable {
  /// What becomes of those who have heard.
  public enum Fate: String, Hashable, Sendable, CaseIterable {
    /// They tell for ever (SI).
    case tellsForEver = "si"
    /// They forget at some time, and can hear of it again (SIS).
    case forgets = "sis"
    /// They stop telling at some time, and still know (SIR).
    case tellsForATime = "sir"
  }

  /// What becomes of those who have heard.
  public let fate: Fate
  /// How likely a tie is to carry knowledge in one step.
  public let rule: ChanceRule
  /// The chance to stop telling, or to forget, in one step.
  public let recovery: Double

  /// A contagion; where actors tell for ever, recovery is 0.
  ///
  /// - Throws: ``BuzzlineError`` if the recovery chance is not between 0 and 1, or not 0 where actors tell for ever.
  public init(_ fate: Fate, _ rule: ChanceRule, recovery: Double = 0) throws(BuzzlineError) {
    try TieChances.check(recovery, of: "recovery")
    guard recovery == 0 || fate != .tellsForEver else {
      throw BuzzlineError(.invalidOptions, "In the SI model nobody recovers; here the recovery is \(recovery).")
    }
    self.fate = fate
    self.rule = rule
    self.recovery = recovery
  }

  /// The word files and commands use.
  public var name: String { fate.rawValue }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> EpidemicProcess {
    EpidemicProcess(rows: network.outgoing, chances: try rule.chances(on: network), fate: fate, recovery: recovery)
  }
}
