internal import KnowledgeNetworks

/// What actors gain on common worlds beyond those already chosen.
struct WorldGains: Sendable {
  let worlds: WorldTies
  private let workers: Workers
  private var isUntouched = true
  /// For each block, the worlds in which each actor is reached by those chosen.
  private(set) var covered: [[UInt64]]

  init(_ worlds: WorldTies, workers: Workers) {
    self.worlds = worlds
    self.workers = workers
    covered = worlds.blocks.map { _ in [UInt64](repeating: 0, count: worlds.actorCount) }
  }

  /// What each actor gains, all worlds together.
  func everyGain() throws(BuzzlineError) -> [Int] {
    if isUntouched, let drawn = worlds.drawn { try everyReach(in: drawn) } else { try everyGainBeyondChosen() }
  }

  /// What each actor reaches, one world after the other: nobody chosen has to be told apart.
  private func everyReach(in drawn: WorldDrawer) throws(BuzzlineError) -> [Int] {
    var sums = [Int](repeating: 0, count: worlds.actorCount)
    try workers.forEach(of: worlds.blocks.count, work: "gains") {
      ReachKernel(of: drawn.ties, seed: drawn.seed)
    } compute: { kernel, block in
      kernel.tally(worlds: block * 64..<min(drawn.worlds, (block + 1) * 64)).sums
    } commit: { _, part in
      for actor in sums.indices { sums[actor] += part[actor] }
    }
    return sums
  }

  private func everyGainBeyondChosen() throws(BuzzlineError) -> [Int] {
    let actors = worlds.actorCount
    let parts = try workers.gather(worlds.blocks.count, work: "gains") { [rows = worlds.rows] in
      (search: WorldSearch(along: rows), sums: [Int](repeating: 0, count: actors))
    } compute: { scratch, block in
      for actor in 0..<actors {
        run(&scratch.search, from: actor, block)
        scratch.sums[actor] += scratch.search.total
      }
    }
    return (0..<actors).map { actor in parts.reduce(0) { $0 + $1.sums[actor] } }
  }

  /// What an actor gains in each world.
  func gain(of actor: Int) throws(BuzzlineError) -> [Int] {
    let parts = try workers.map(worlds.blocks.count, work: "gains") { [rows = worlds.rows] in
      WorldSearch(along: rows)
    } compute: { search, block in
      run(&search, from: actor, block)
      return search.countsByWorld.prefix(worlds.blocks[block].count)
    }
    return parts.flatMap(\.self)
  }

  /// Takes an actor among the chosen.
  mutating func choose(_ actor: Int) throws(BuzzlineError) {
    // What a worker sees does not change under it.
    let before = self
    let parts = try workers.map(worlds.blocks.count, work: "gains") { [rows = worlds.rows] in
      WorldSearch(along: rows)
    } compute: { search, block in
      before.run(&search, from: actor, block)
      return search.met.map { (actor: Int($0), worlds: search.reached[Int($0)]) }
    }
    isUntouched = false
    for (block, reached) in parts.enumerated() {
      for (actor, worlds) in reached { covered[block][actor] |= worlds }
    }
  }

  /// For each of at most 64 actors, whom it reaches in each world, one bit an actor.
  func reachedByWorld() throws(BuzzlineError) -> [[UInt64]] {
    try workers.map(worlds.actorCount, work: "all sets") { [rows = worlds.rows] in
      WorldSearch(along: rows)
    } compute: { search, actor in
      worlds.blocks.flatMap { block in
        search.begin()
        search.start(actor, in: block.worlds)
        search.run(along: block)
        return (0..<block.count).map { world in
          search.met.reduce(0 as UInt64) { $0 | (search.reached[Int($1)] >> UInt64(world) & 1) << UInt64($1) }
        }
      }
    }
  }

  /// Searches one block from an actor beyond those chosen.
  func run(_ search: inout WorldSearch, from actor: Int, _ block: Int) {
    search.begin()
    search.start(actor, in: worlds.blocks[block].worlds & ~covered[block][actor])
    search.run(along: worlds.blocks[block], beyond: covered[block])
  }
}
