internal import KnowledgeNetworks

/// How many actors a set reaches in each of some graphs, whose ties are drawn as they are come to.
struct LiveEdgeTrial: Sendable {
  let ties: LiveTies
  let seed: UInt64
  let graphs: Int
  let workers: Workers

  init(_ ties: LiveTies, seed: UInt64, graphs: Int, workers: Workers) {
    self.ties = ties
    self.seed = seed
    self.graphs = graphs
    self.workers = workers
  }

  /// One number a graph.
  ///
  /// - Complexity: O(*w* (*r* + *t*) / 64) time for *r* actors reached in any of 64 graphs and their *t* ties, O(*n*) space a
  ///   worker.
  func reachByGraph(from seeds: [Int]) throws(BuzzlineError) -> [Int] {
    try reachByGraph { _, graphs in seeds.map { ($0, graphs) } }
  }

  /// The same where each graph has seeds of its own: for a block, the actors and in which of its graphs they start.
  func reachByGraph(
    from starts: @Sendable (_ block: Int, _ graphs: UInt64) -> [(actor: Int, graphs: UInt64)]
  ) throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(LiveEdgeBlock.count(of: graphs), work: "live-edge graphs") { [ties] in
      LiveEdgeSearch(along: ties.outgoing)
    } compute: { search, block in
      let asked = LiveEdgeBlock.graphs(of: block, in: graphs)
      search.begin()
      for start in starts(block, asked) { search.start(start.actor, in: start.graphs) }
      search.run(along: SeededDraws(ties: ties, seed: seed, block: block))
      return search.countsByGraph.prefix(asked.nonzeroBitCount)
    }
    return parts.flatMap(\.self)
  }
}
