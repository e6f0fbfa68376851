internal import KnowledgeNetworks

/// A contagion under way.
public struct EpidemicProcess: SpreadProcess {
  private let rows: CompressedRows
  private let chances: TieChances
  private let fate: Epidemic.Fate
  private let recovery: Double
  private var chance = RunChance(seed: 0, run: 0)
  private var stepNumber = 0
  /// Who is telling, ascending, so that products of chances are the same in every run.
  private var telling: [Int] = []
  private var canHear: [Bool]
  private var hasHeard: [Bool]
  private var knowing = 0
  /// The chance that nobody's telling comes through, for those who are told in this step.
  private var escape: [Double]

  init(rows: CompressedRows, chances: TieChances, fate: Epidemic.Fate, recovery: Double) {
    (self.rows, self.chances, self.fate, self.recovery) = (rows, chances, fate, recovery)
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
      recovery == 0 ? [] : telling.filter { chance.unit(actor: $0, step: stepNumber, purpose: 1) < recovery }
    let informed = caught.filter { !hasHeard[$0] }
    for actor in caught { (canHear[actor], hasHeard[actor]) = (false, true) }
    stop(stopped)
    telling = (telling + caught).sorted()
    knowing += caught.count
    // Nobody can be told: those who are telling will do no better later, unless someone forgets.
    let isLast = telling.isEmpty || (told.isEmpty && (fate != .forgets || recovery == 0))
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

  private mutating func stop(_ stopped: [Int]) {
    guard !stopped.isEmpty else { return }
    let gone = Set(stopped)
    telling.removeAll { gone.contains($0) }
    guard fate == .forgets else { return }
    for actor in stopped { canHear[actor] = true }
    knowing -= stopped.count
  }
}
