internal import KnowledgeNetworks

/// What new ties add where some actors know from the start: in worlds in which the giver is reached and the receiver is
/// not, all whom the receiver would reach and the others do not.
struct SeedTieGains: TieGains {
  private let gains: WorldGains
  private let workers: Workers

  /// - Returns:.
  init(_ worlds: WorldTies, from seeds: [Int], workers: Workers) throws(BuzzlineError) {
    var gains = WorldGains(worlds, workers: workers)
    for seed in seeds { try gains.choose(seed) }
    self.gains = gains
    self.workers = workers
  }

  private var blocks: [WorldBlock] { gains.worlds.blocks }
  private var actors: Int { gains.worlds.actorCount }

  func bounds() throws(BuzzlineError) -> [Double] { try gains.everyGain().map { Double($0) } }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    let zeros = receivers.map { _ in [Int](repeating: 0, count: actors) }
    let parts = try workers.gather(blocks.count, work: "new ties") {
      (search: WorldSearch(along: gains.worlds.rows), sums: zeros)
    } compute: { scratch, block in
      for (place, receiver) in receivers.enumerated() {
        gains.run(&scratch.search, from: receiver, block)
        let counter = scratch.search.counter
        guard !counter.digits.isEmpty else { continue }
        for giver in 0..<actors where gains.covered[block][giver] != 0 {
          scratch.sums[place][giver] += counter.total(in: gains.covered[block][giver])
        }
      }
    }
    return zeros.indices.map { place in
      (0..<actors).map { giver in parts.reduce(0) { $0 + $1.sums[place][giver] } }
    }
  }

  func byWorld(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    var gained: [[Int]] = []
    for tie in ties {
      let newly = try gains.gain(of: tie.receiver)
      gained.append(
        newly.enumerated().map { world, count in
          gains.covered[world >> 6][tie.giver] >> UInt64(world & 63) & 1 == 1 ? count : 0
        })
    }
    return gained
  }

  func reachByWorld() throws(BuzzlineError) -> [Int] {
    blocks.indices.flatMap { block in
      var counter = WorldCounter()
      for worlds in gains.covered[block] { counter.add(worlds) }
      return counter.counts.prefix(blocks[block].count)
    }
  }
}
