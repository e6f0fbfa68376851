internal import KnowledgeNetworks

/// What actors gain on common worlds beyond those already chosen.
struct WorldGains: Sendable {
  let worlds: Int
  private let ties: LiveTies
  private let seed: UInt64
  private var isUntouched = true
  private let blocks: [WorldBlock]
  private var rows: CompressedRows { ties.outgoing }
  private let workers: Workers
  /// For each block, the worlds in which each actor is reached by those chosen.
  private var covered: [[UInt64]]

  /// - Returns: `nil` if the task was cancelled.
  /// - Complexity: O(*w* (*n* + *m*) / 64) time and 8 bytes of it space for *w* worlds.
  init?(_ ties: LiveTies, seed: UInt64, worlds: Int, workers: Workers) {
    guard let blocks = WorldDrawer(ties, seed: seed, worlds: worlds).blocks(by: workers) else { return nil }
    self.blocks = blocks
    self.worlds = worlds
    self.workers = workers
    self.ties = ties
    self.seed = seed
    covered = blocks.map { _ in [UInt64](repeating: 0, count: ties.actorCount) }
  }

  /// What each actor gains, all worlds together; `nil` if the task was cancelled.
  func everyGain() -> [Int]? {
    isUntouched ? everyReach() : everyGainBeyondChosen()
  }

  /// What each actor reaches, one world after the other: nobody chosen has to be told apart.
  private func everyReach() -> [Int]? {
    var sums = [Int](repeating: 0, count: ties.actorCount)
    let isComplete = workers.forEach(of: blocks.count, work: "gains") { [ties, seed] in
      ReachKernel(of: ties, seed: seed)
    } compute: { [worlds] kernel, block in
      kernel.tally(worlds: block * 64..<min(worlds, (block + 1) * 64)).sums
    } commit: { _, part in
      for actor in sums.indices { sums[actor] += part[actor] }
    }
    return isComplete ? sums : nil
  }

  private func everyGainBeyondChosen() -> [Int]? {
    let actors = ties.actorCount
    let parts = workers.gather(blocks.count, work: "gains") { [rows] in
      (search: WorldSearch(along: rows), sums: [Int](repeating: 0, count: actors))
    } compute: { scratch, block in
      for actor in 0..<actors {
        run(&scratch.search, from: actor, block)
        scratch.sums[actor] += scratch.search.total
      }
    }
    guard let parts else { return nil }
    return (0..<actors).map { actor in parts.reduce(0) { $0 + $1.sums[actor] } }
  }

  /// What an actor gains in each world; `nil` if the task was cancelled.
  func gain(of actor: Int) -> [Int]? {
    let parts = workers.map(blocks.count, work: "gains") { [rows] in
      WorldSearch(along: rows)
    } compute: { search, block in
      run(&search, from: actor, block)
      return search.countsByWorld.prefix(blocks[block].count)
    }
    return parts.map { $0.flatMap(\.self) }
  }

  /// Takes an actor among the chosen; `nil` if the task was cancelled.
  mutating func choose(_ actor: Int) -> Void? {
    // What a worker sees does not change under it.
    let before = self
    let parts = workers.map(blocks.count, work: "gains") { [rows] in
      WorldSearch(along: rows)
    } compute: { search, block in
      before.run(&search, from: actor, block)
      return search.met.map { (actor: Int($0), worlds: search.reached[Int($0)]) }
    }
    guard let parts else { return nil }
    isUntouched = false
    for (block, reached) in parts.enumerated() {
      for (actor, worlds) in reached { covered[block][actor] |= worlds }
    }
    return ()
  }

  /// For each of at most 64 actors, whom it reaches in each world, one bit an actor; `nil` if the task was cancelled.
  func reachedByWorld() -> [[UInt64]]? {
    workers.map(ties.actorCount, work: "all sets") { [rows] in
      WorldSearch(along: rows)
    } compute: { search, actor in
      blocks.flatMap { block in
        search.begin()
        search.start(actor, in: block.worlds)
        search.run(along: block)
        return (0..<block.count).map { world in
          search.met.reduce(0 as UInt64) { $0 | (search.reached[Int($1)] >> UInt64(world) & 1) << UInt64($1) }
        }
      }
    }
  }

  private func run(_ search: inout WorldSearch, from actor: Int, _ block: Int) {
    search.begin()
    search.start(actor, in: blocks[block].worlds & ~covered[block][actor])
    search.run(along: blocks[block], beyond: covered[block])
  }
}
