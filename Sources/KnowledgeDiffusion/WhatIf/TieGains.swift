internal import KnowledgeNetworks

/// What new ties would add, all graphs or graph by graph, before their chance is taken into account.
protocol TieGains: Sendable {
  /// What a new tie to each actor adds at most, whoever gives, all graphs together.
  func bounds() throws(BuzzlineError) -> [Double]
  /// For each of some receivers, what a new tie from each actor adds, all graphs together.
  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]]
  /// What each of some ties adds in each graph.
  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]]
  /// How many are reached in each graph.
  func reachByGraph() throws(BuzzlineError) -> [Int]
}

/// What new ties add where those chosen know from the start: in graphs in which the giver is reached and the receiver is
/// not, all whom the receiver would reach and the others do not.
extension LiveEdgeGains: TieGains {
  func bounds() throws(BuzzlineError) -> [Double] { try everyGain().map { Double($0) } }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    try graphs.sums(of: receivers.count, work: "new ties", by: workers) {
      LiveEdgeSearch(along: graphs.rows)
    } add: { search, block, sums in
      for (place, receiver) in receivers.enumerated() {
        run(&search, from: receiver, block)
        let counter = search.counter
        guard !counter.digits.isEmpty else { continue }
        for (giver, graphs) in covered[block].enumerated() where graphs != 0 {
          sums[place][giver] += counter.total(in: graphs)
        }
      }
    }
  }

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    try ties.map { tie throws(BuzzlineError) in
      try gain(of: tie.receiver).enumerated().map { graph, count in
        covered[graph >> 6][tie.giver] >> UInt64(graph & 63) & 1 == 1 ? count : 0
      }
    }
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    zip(graphs.blocks, covered).flatMap { block, covered in
      var counter = GraphCounter()
      for graphs in covered { counter.add(graphs) }
      return counter.counts(ofFirst: block.count)
    }
  }
}

/// What new ties add where each actor in turn knows from the start: for everyone who reaches the giver, all whom the
/// receiver reaches and they do not.
struct EveryoneTieGains: TieGains {
  let graphs: LiveEdgeTies
  let workers: Workers

  /// As many as reach the giver times as many as the receiver reaches, for the giver of whom that is most.
  func bounds() throws(BuzzlineError) -> [Double] {
    var bounds: [Double] = []
    // A table of all givers and receivers at once would be as large as all else together.
    for receivers in Chunks(total: graphs.actorCount, size: 512) {
      let columns = try columns(to: Array(receivers)) { $0.addBounds(to: $1, &$2) }
      bounds += columns.map { Double($0.max() ?? 0) }
    }
    return bounds
  }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    try columns(to: receivers) { $0.addColumn(to: $1, &$2) }
  }

  private func columns(
    to receivers: [Int], add: @Sendable (inout ReachMatrix, _ receiver: Int, _ sums: inout [Int]) -> Void
  ) throws(BuzzlineError) -> [[Int]] {
    try graphs.sums(of: receivers.count, work: "new ties", by: workers) {
      ReachMatrix(of: graphs)
    } add: { matrix, block, sums in
      matrix.fill(graphs.blocks[block])
      for (place, receiver) in receivers.enumerated() { add(&matrix, receiver, &sums[place]) }
    }
  }

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    let parts = try workers.map(graphs.blocks.count, work: "new ties") {
      ReachMatrix(of: graphs)
    } compute: { matrix, block in
      matrix.fill(graphs.blocks[block])
      return ties.map { matrix.gains(of: $0, graphs: graphs.blocks[block].count) }
    }
    return ties.indices.map { tie in parts.flatMap { $0[tie] } }
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(graphs.blocks.count, work: "who reaches whom") {
      LiveEdgeSearch(along: graphs.rows)
    } compute: { search, number in
      let block = graphs.blocks[number]
      var counter = GraphCounter()
      for actor in 0..<graphs.actorCount {
        search.run(from: actor, in: block.graphs, along: block)
        for met in search.met { counter.add(search.reached[Int(met)]) }
      }
      return counter.counts(ofFirst: block.count)
    }
    return parts.flatMap(\.self)
  }
}
