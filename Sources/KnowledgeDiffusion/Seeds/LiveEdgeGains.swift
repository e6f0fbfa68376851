internal import KnowledgeNetworks

/// What actors gain on common graphs beyond those already chosen.
struct LiveEdgeGains: Sendable {
  let graphs: LiveEdgeTies
  let workers: Workers
  private var isUntouched = true
  /// For each block, the graphs in which each actor is reached by those chosen.
  private(set) var covered: [[UInt64]]

  init(_ graphs: LiveEdgeTies, workers: Workers) {
    self.graphs = graphs
    self.workers = workers
    covered = graphs.blocks.map { _ in [UInt64](repeating: 0, count: graphs.actorCount) }
  }

  func everyGain() throws(BuzzlineError) -> [Int] {
    if isUntouched, let drawn = graphs.drawn { try everyReach(in: drawn) } else { try everyGainBeyondChosen() }
  }

  /// What each actor reaches, one graph after the other: nobody chosen has to be told apart.
  private func everyReach(in drawn: GraphDrawer) throws(BuzzlineError) -> [Int] {
    let blocks = LiveEdgeBlock.blocks(of: drawn.graphs)
    var sums: [Int] = []
    try workers.forEach(
      of: blocks.count, work: "gains", scratch: { ReachKernel(of: drawn.ties, seed: drawn.seed) },
      compute: { $0.tally(graphs: blocks[$1]).sums }, commit: { sums.add($1) })
    return sums
  }

  private func everyGainBeyondChosen() throws(BuzzlineError) -> [Int] {
    try graphs.sums(of: 1, work: "gains", by: workers) {
      LiveEdgeSearch(along: graphs.rows)
    } add: { search, block, sums in
      for actor in sums[0].indices {
        run(&search, from: actor, block)
        sums[0][actor] += search.total
      }
    }[0]
  }

  func gain(of actor: Int) throws(BuzzlineError) -> [Int] {
    try eachBlock(from: actor) { search, block in search.counter.counts(ofFirst: block.count) }.flatMap(\.self)
  }

  mutating func choose(_ actor: Int) throws(BuzzlineError) {
    let parts = try eachBlock(from: actor) { search, _ in
      search.met.map { (actor: Int($0), graphs: search.reached[Int($0)]) }
    }
    isUntouched = false
    for (block, reached) in parts.enumerated() {
      for (actor, graphs) in reached { covered[block][actor] |= graphs }
    }
  }

  /// For each of at most 64 actors, whom it reaches in each graph, one bit an actor.
  func reachedByGraph() throws(BuzzlineError) -> [[UInt64]] {
    try workers.map(graphs.actorCount, work: "all sets") { [rows = graphs.rows] in
      LiveEdgeSearch(along: rows)
    } compute: { search, actor in
      graphs.blocks.flatMap { block in
        search.run(from: actor, in: block.graphs, along: block)
        return (0..<block.count).map { graph in
          search.met.reduce(0 as UInt64) { $0 | (search.reached[Int($1)] >> UInt64(graph) & 1) << UInt64($1) }
        }
      }
    }
  }

  /// What is found in each block by a search from an actor beyond those chosen.
  private func eachBlock<Found: Sendable>(
    from actor: Int, _ find: @Sendable (LiveEdgeSearch, LiveEdgeBlock) -> Found
  ) throws(BuzzlineError) -> [Found] {
    try workers.map(graphs.blocks.count, work: "gains") {
      LiveEdgeSearch(along: graphs.rows)
    } compute: { search, block in
      run(&search, from: actor, block)
      return find(search, graphs.blocks[block])
    }
  }

  func run(_ search: inout LiveEdgeSearch, from actor: Int, _ block: Int) {
    search.run(
      from: actor, in: graphs.blocks[block].graphs & ~covered[block][actor], along: graphs.blocks[block],
      beyond: covered[block])
  }
}
