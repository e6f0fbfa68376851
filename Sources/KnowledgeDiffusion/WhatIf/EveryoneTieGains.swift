internal import KnowledgeNetworks

/// What new ties add where each actor in turn knows from the start: for everyone who reaches the giver, all whom the
/// receiver reaches and they do not.
struct EveryoneTieGains: TieGains {
  let graphs: LiveEdgeTies
  let workers: Workers

  private var actors: Int { graphs.actorCount }

  /// As many as reach the giver times as many as the receiver reaches, for the giver of whom that is most.
  func bounds() throws(BuzzlineError) -> [Double] {
    let size = 512
    var bounds: [Double] = []
    // A table of all givers and receivers at once would be as large as all else together.
    for first in stride(from: 0, to: actors, by: size) {
      let receivers = Array(first..<min(first + size, actors))
      let columns = try columns(to: receivers) { matrix, receiver, sums in matrix.addBounds(to: receiver, &sums) }
      bounds += columns.map { Double($0.max() ?? 0) }
    }
    return bounds
  }

  private var zeros: [Int] { [Int](repeating: 0, count: actors) }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    try columns(to: receivers) { matrix, receiver, sums in matrix.addColumn(to: receiver, &sums) }
  }

  private func columns(
    to receivers: [Int], add: @Sendable (inout ReachMatrix, Int, inout [Int]) -> Void
  ) throws(BuzzlineError) -> [[Int]] {
    let parts = try workers.gather(graphs.blocks.count, work: "new ties") {
      (matrix: ReachMatrix(of: graphs), sums: receivers.map { _ in zeros })
    } compute: { scratch, block in
      scratch.matrix.fill(graphs.blocks[block])
      for (place, receiver) in receivers.enumerated() { add(&scratch.matrix, receiver, &scratch.sums[place]) }
    }
    return receivers.indices.map { place in
      (0..<actors).map { giver in parts.reduce(0) { $0 + $1.sums[place][giver] } }
    }
  }

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    let parts = try workers.map(graphs.blocks.count, work: "new ties") {
      ReachMatrix(of: graphs)
    } compute: { matrix, block in
      matrix.fill(graphs.blocks[block])
      return ties.map { Array(matrix.gains(of: $0).prefix(graphs.blocks[block].count)) }
    }
    return ties.indices.map { tie in parts.flatMap { $0[tie] } }
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(graphs.blocks.count, work: "who reaches whom") {
      LiveEdgeSearch(along: graphs.rows)
    } compute: { search, block in
      var counter = GraphCounter()
      for actor in 0..<actors {
        search.begin()
        search.start(actor, in: graphs.blocks[block].graphs)
        search.run(along: graphs.blocks[block])
        for met in search.met { counter.add(search.reached[Int(met)]) }
      }
      return counter.counts.prefix(graphs.blocks[block].count)
    }
    return parts.flatMap(\.self)
  }
}
