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
    try require(
      recovery == 0 || fate != .tellsForEver, "In the SI model nobody recovers; here the recovery is \(recovery).")
    self.fate = fate
    self.rule = rule
    self.recovery = recovery
  }

  /// The word files and commands use.
  public var name: String { fate.rawValue }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> EpidemicProcess {
    EpidemicProcess(self, rows: network.outgoing, chances: try rule.chances(on: network))
  }
}

/// A contagion under way.
public struct EpidemicProcess: SpreadProcess {
  private let model: Epidemic
  private let rows: CompressedRows
  private let chances: TieChances
  private var chance = RunChance(seed: 0, run: 0)
  private var stepNumber = 0
  /// Who is telling, ascending, so that products of chances are the same in every run.
  private var telling: [Int] = []
  private var canHear: [Bool]
  private var hasHeard: [Bool]
  private var knowing = 0
  /// The chance that no tie carries it, for those who could hear of it in this step.
  private var escape: [Double]

  init(_ model: Epidemic, rows: CompressedRows, chances: TieChances) {
    (self.model, self.rows, self.chances) = (model, rows, chances)
    canHear = [Bool](repeating: true, count: rows.starts.count - 1)
    hasHeard = canHear
    escape = canHear.map { _ in 1 }
  }

  /// Begins a run in which only the seeds know.
  public mutating func begin(from seeds: [Int], chance: RunChance) {
    self.chance = chance
    stepNumber = 0
    for actor in canHear.indices { (canHear[actor], hasHeard[actor]) = (true, false) }
    for seed in seeds { (canHear[seed], hasHeard[seed]) = (false, true) }
    telling = Set(seeds).sorted()
    knowing = telling.count
  }

  /// All who are telling tell all receivers; then some stop.
  public mutating func step() -> SpreadStep {
    stepNumber += 1
    let told = tell()
    let caught = told.filter { chance.unit(actor: $0, step: stepNumber) >= escape[$0] }
    for actor in told { escape[actor] = 1 }
    let stopped =
      model.recovery == 0
      ? [] : telling.filter { chance.unit(actor: $0, step: stepNumber, purpose: 1) < model.recovery }
    let informed = caught.filter { !hasHeard[$0] }
    for actor in caught { (canHear[actor], hasHeard[actor]) = (false, true) }
    if !stopped.isEmpty {
      let gone = Set(stopped)
      telling.removeAll { gone.contains($0) }
    }
    if model.fate == .forgets {
      for actor in stopped { canHear[actor] = true }
      knowing -= stopped.count
    }
    telling = (telling + caught).sorted()
    knowing += caught.count
    // Nobody can be told: those who are telling will do no better later, unless someone forgets.
    let isLast = telling.isEmpty || (told.isEmpty && (model.fate != .forgets || model.recovery == 0))
    return SpreadStep(informed: informed, knowing: knowing, isLast: isLast)
  }

  /// Whom telling may come through to, and the chance that it does not.
  private mutating func tell() -> [Int] {
    var told: [Int] = []
    for actor in telling {
      for pair in rows.range(of: actor) where chances[pair] > 0 {
        let partner = Int(rows.partners[pair])
        guard canHear[partner] else { continue }
        // No chance is so small that one less it is 1 but for those below 2⁻⁵⁴, which never come true.
        if escape[partner] == 1 { told.append(partner) }
        escape[partner] *= 1 - chances[pair]
      }
    }
    return told
  }
}
