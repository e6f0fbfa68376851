internal import KnowledgeNetworks

/// What actors gain on common graphs beyond those already chosen.
struct LiveEdgeGains: Sendable {
  let graphs: LiveEdgeTies
  private let workers: Workers
  private var isUntouched = true
  /// For each block, the graphs in which each actor is reached by those chosen.
  private(set) var covered: [[UInt64]]

  init(_ graphs: LiveEdgeTies, workers: Workers) {
    self.graphs = graphs
    self.workers = workers
    covered = graphs.blocks.map { _ in [UInt64](repeating: 0, count: graphs.actorCount) }
  }

  /// What each actor gains, all graphs together.
  func everyGain() throws(BuzzlineError) -> [Int] {
    if isUntouched, let drawn = graphs.drawn { try everyReach(in: drawn) } else { try everyGainBeyondChosen() }
  }

  /// What each actor reaches, one graph after the other: nobody chosen has to be told apart.
  private func everyReach(in drawn: GraphDrawer) throws(BuzzlineError) -> [Int] {
    var sums = [Int](repeating: 0, count: graphs.actorCount)
    try workers.forEach(of: graphs.blocks.count, work: "gains") {
      ReachKernel(of: drawn.ties, seed: drawn.seed)
    } compute: { kernel, block in
      kernel.tally(graphs: block * 64..<min(drawn.graphs, (block + 1) * 64)).sums
    } commit: { _, part in
      for actor in sums.indices { sums[actor] += part[actor] }
    }
    return sums
  }

  private func everyGainBeyondChosen() throws(BuzzlineError) -> [Int] {
    let actors = graphs.actorCount
    let parts = try workers.gather(graphs.blocks.count, work: "gains") { [rows = graphs.rows] in
      (search: LiveEdgeSearch(along: rows), sums: [Int](repeating: 0, count: actors))
    } compute: { scratch, block in
      for actor in 0..<actors {
        run(&scratch.search, from: actor, block)
        scratch.sums[actor] += scratch.search.total
      }
    }
    return (0..<actors).map { actor in parts.reduce(0) { $0 + $1.sums[actor] } }
  }

  /// What an actor gains in each graph.
  func gain(of actor: Int) throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(graphs.blocks.count, work: "gains") { [rows = graphs.rows] in
      LiveEdgeSearch(along: rows)
    } compute: { search, block in
      run(&search, from: actor, block)
      return search.countsByGraph.prefix(graphs.blocks[block].count)
    }
    return parts.flatMap(\.self)
  }

  /// Takes an actor among the chosen.
  mutating func choose(_ actor: Int) throws(BuzzlineError) {
    // What a worker sees does not change under it.
    let before = self
    let parts = try workers.map(graphs.blocks.count, work: "gains") { [rows = graphs.rows] in
      LiveEdgeSearch(along: rows)
    } compute: { search, block in
      before.run(&search, from: actor, block)
      return search.met.map { (actor: Int($0), graphs: search.reached[Int($0)]) }
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
        search.begin()
        search.start(actor, in: block.graphs)
        search.run(along: block)
        return (0..<block.count).map { graph in
          search.met.reduce(0 as UInt64) { $0 | (search.reached[Int($1)] >> UInt64(graph) & 1) << UInt64($1) }
        }
      }
    }
  }

  /// Searches one block from an actor beyond those chosen.
  func run(_ search: inout LiveEdgeSearch, from actor: Int, _ block: Int) {
    search.begin()
    search.start(actor, in: graphs.blocks[block].graphs & ~covered[block][actor])
    search.run(along: graphs.blocks[block], beyond: covered[block])
  }
}
