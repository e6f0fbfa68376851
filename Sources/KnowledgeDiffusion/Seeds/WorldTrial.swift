internal import KnowledgeNetworks

/// How many actors a set reaches in each of some worlds, whose ties are drawn as they are come to.
struct WorldTrial: Sendable {
  let ties: LiveTies
  let seed: UInt64
  let worlds: Int
  let workers: Workers

  init(_ ties: LiveTies, seed: UInt64, worlds: Int, workers: Workers) {
    self.ties = ties
    self.seed = seed
    self.worlds = worlds
    self.workers = workers
  }

  /// One number a world.
  ///
  /// - Complexity: O(*w* (*r* + *t*) / 64) time for *r* actors reached in any of 64 worlds and their *t* ties, O(*n*) space a
  ///   worker.
  func reachByWorld(from seeds: [Int]) throws(BuzzlineError) -> [Int] {
    try reachByWorld { _, worlds in seeds.map { ($0, worlds) } }
  }

  /// The same where each world has seeds of its own: for a block, the actors and in which of its worlds they start.
  func reachByWorld(
    from starts: @Sendable (_ block: Int, _ worlds: UInt64) -> [(actor: Int, worlds: UInt64)]
  ) throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(WorldBlock.count(of: worlds), work: "worlds") { [ties] in
      WorldSearch(along: ties.outgoing)
    } compute: { search, block in
      let asked = WorldBlock.worlds(of: block, in: worlds)
      search.begin()
      for start in starts(block, asked) { search.start(start.actor, in: start.worlds) }
      search.run(along: DrawnLuck(ties: ties, seed: seed, block: block))
      return search.countsByWorld.prefix(asked.nonzeroBitCount)
    }
    return parts.flatMap(\.self)
  }
}
