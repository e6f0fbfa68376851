internal import KnowledgeNetworks

/// What new ties add where some actors know from the start: in graphs in which the giver is reached and the receiver is
/// not, all whom the receiver would reach and the others do not.
struct SeedTieGains: TieGains {
  private let gains: LiveEdgeGains
  private let workers: Workers

  /// - Returns:.
  init(_ graphs: LiveEdgeTies, from seeds: [Int], workers: Workers) throws(BuzzlineError) {
    var gains = LiveEdgeGains(graphs, workers: workers)
    for seed in seeds { try gains.choose(seed) }
    self.gains = gains
    self.workers = workers
  }

  private var blocks: [LiveEdgeBlock] { gains.graphs.blocks }
  private var actors: Int { gains.graphs.actorCount }

  func bounds() throws(BuzzlineError) -> [Double] { try gains.everyGain().map { Double($0) } }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    let zeros = receivers.map { _ in [Int](repeating: 0, count: actors) }
    let parts = try workers.gather(blocks.count, work: "new ties") {
      (search: LiveEdgeSearch(along: gains.graphs.rows), sums: zeros)
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

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    var gained: [[Int]] = []
    for tie in ties {
      let newly = try gains.gain(of: tie.receiver)
      gained.append(
        newly.enumerated().map { graph, count in
          gains.covered[graph >> 6][tie.giver] >> UInt64(graph & 63) & 1 == 1 ? count : 0
        })
    }
    return gained
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    blocks.indices.flatMap { block in
      var counter = GraphCounter()
      for graphs in gains.covered[block] { counter.add(graphs) }
      return counter.counts.prefix(blocks[block].count)
    }
  }
}
