internal import KnowledgeNetworks

/// What new ties would add, all graphs or graph by graph, before their chance is taken into account.
///
/// Where ties have no direction, a tie adds what it adds either way.
protocol TieGains: Sendable {
  /// How many receivers are best looked at together at first.
  var fewest: Int { get }
  /// What a new tie to each actor adds at most, whichever of the candidates gives, all graphs together.
  func bounds(
    among isCandidate: @Sendable (_ giver: Int, _ receiver: Int) -> Bool
  ) throws(BuzzlineError) -> [Int]
  /// For each of some receivers, what a new tie from each actor adds, all graphs together.
  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]]
  /// What each of some ties adds in each graph.
  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]]
  /// How many are reached in each graph.
  func reachByGraph() throws(BuzzlineError) -> [Int]
}

/// What new ties add where those chosen know from the start: in graphs in which the giver is reached and the receiver is
/// not, all whom the receiver would reach and the others do not.
struct SeededTieGains: TieGains {
  let gains: LiveEdgeGains
  let isDirected: Bool

  /// What both directions of a pair bring together is known only from searches from everyone, so all are looked at then.
  var fewest: Int { isDirected ? 32 : gains.graphs.actorCount }

  func bounds(
    among isCandidate: @Sendable (_ giver: Int, _ receiver: Int) -> Bool
  ) throws(BuzzlineError) -> [Int] {
    let sums = try gains.everyGain()
    return isDirected ? sums : sums.map { $0 + (sums.max() ?? 0) }
  }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    let columns = try oneWay(to: receivers)
    if isDirected { return columns }
    // These are all receivers.
    var places = [Int](repeating: 0, count: receivers.count)
    for (place, receiver) in receivers.enumerated() { places[receiver] = place }
    return zip(receivers, columns).map { receiver, column in
      column.indices.map { column[$0] + columns[places[$0]][receiver] }
    }
  }

  private func oneWay(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    try gains.graphs.sums(of: receivers.count, work: "new ties", by: gains.workers) {
      LiveEdgeSearch(along: gains.graphs.rows)
    } add: { search, block, sums in
      for (place, receiver) in receivers.enumerated() {
        gains.run(&search, from: receiver, block)
        let counter = search.counter
        guard !counter.digits.isEmpty else { continue }
        for (giver, graphs) in gains.covered[block].enumerated() where graphs != 0 {
          sums[place][giver] += counter.total(in: graphs)
        }
      }
    }
  }

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    try ties.map { tie throws(BuzzlineError) in
      let sums = try oneWay(tie)
      return isDirected ? sums : zip(sums, try oneWay(TieEnds(from: tie.receiver, to: tie.giver))).map { $0 + $1 }
    }
  }

  private func oneWay(_ tie: TieEnds) throws(BuzzlineError) -> [Int] {
    try gains.gain(of: tie.receiver).enumerated().map { graph, count in
      gains.covered[graph >> 6][tie.giver] >> UInt64(graph & 63) & 1 == 1 ? count : 0
    }
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    zip(gains.graphs.blocks, gains.covered).flatMap { block, covered in
      var counter = GraphCounter()
      for graphs in covered { counter.add(graphs) }
      return counter.counts(ofFirst: block.count)
    }
  }
}
