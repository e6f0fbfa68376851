internal import KnowledgeNetworks

/// Spreading in which each actor waits for a known number of its givers.
public struct ThresholdProcess: SpreadProcess {
  private let rows: CompressedRows
  private let needed: [UInt32]
  /// How many givers of each actor know.
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
