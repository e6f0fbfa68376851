public import KnowledgeNetworks

/// Complex contagion: an actor takes knowledge up once a number of its givers have it.
///
/// Granovetter (1978), [doi:10.1086/226707](https://doi.org/10.1086/226707); Centola & Macy (2007),
/// [doi:10.1086/521848](https://doi.org/10.1086/521848), who show that from two on it needs wide bridges: one pipeline
/// carries nothing. Steps are synchronous; knowledge is never forgotten; nothing is left to chance, so all runs are
/// alike. An actor with fewer givers than that never hears of it. Telling one more actor can gain more than telling it
/// alone would, so greedy picks of seeds carry no guarantee.
public struct FixedThreshold: SpreadModel, Hashable, Sendable {
  /// How many givers must know.
  public let givers: Int

  /// A model in which `givers` givers must know.
  ///
  /// - Throws: ``BuzzlineError`` if that is less than one.
  public init(givers: Int) throws(BuzzlineError) {
    try require(givers >= 1, "At least one giver must know before an actor does; here it is \(givers).")
    self.givers = givers
  }

  /// The word files and commands use.
  public var name: String { "threshold" }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> ThresholdProcess {
    ThresholdProcess(on: network, needed: network.actors.map { _ in UInt32(clamping: givers) })
  }
}

/// Spreading in which each actor waits for a known number of its givers.
public struct ThresholdProcess: SpreadProcess {
  private let rows: CompressedRows
  private let needed: [UInt32]
  private var told: [UInt32]
  private var knows: [Bool]
  private var front: [Int] = []
  private var knowing = 0

  init(on network: KnowledgeNetwork, needed: [UInt32]) {
    rows = network.outgoing
    self.needed = needed
    told = [UInt32](repeating: 0, count: needed.count)
    knows = [Bool](repeating: false, count: needed.count)
  }

  /// Begins a run in which only the seeds know; they need nobody.
  public mutating func begin(from seeds: [Int], chance: RunChance) {
    for actor in needed.indices { (told[actor], knows[actor]) = (0, false) }
    for seed in seeds { knows[seed] = true }
    front = Set(seeds).sorted()
    knowing = front.count
  }

  /// Whoever has enough givers who know takes it up.
  public mutating func step() -> SpreadStep {
    var informed: [Int] = []
    for actor in front {
      for partner in rows[actor] {
        told[Int(partner)] += 1
        if told[Int(partner)] == needed[Int(partner)], !knows[Int(partner)] { informed.append(Int(partner)) }
      }
    }
    for actor in informed { knows[actor] = true }
    front = informed
    knowing += informed.count
    return SpreadStep(informed: informed, knowing: knowing, isLast: informed.isEmpty)
  }
}
