/// Searches one block of worlds after another; a block is drawn once for all that start in it.
struct BlockSearch: Sendable {
  private let drawer: WorldDrawer
  private var search: WorldSearch
  private var block: WorldBlock?

  init(_ drawer: WorldDrawer) {
    self.drawer = drawer
    search = WorldSearch(along: drawer.ties.outgoing)
  }

  /// How many worlds of the block were asked for.
  var worldCount: Int { block?.count ?? 0 }
  /// Everyone who is reached in any world of the block.
  var met: some Sequence<Int> { search.met.lazy.map { Int($0) } }
  /// How many are reached in each world of the block.
  var counts: [Int] { Array(search.countsByWorld.prefix(worldCount)) }

  /// The worlds of the block in which an actor is reached.
  func worlds(reaching actor: Int) -> UInt64 { search.reached[actor] }

  /// Spreads from some actors in all worlds of a block.
  mutating func search(from seeds: some Sequence<Int>, block number: Int) {
    let drawn = if let block, block.number == number { block } else { drawer.block(number) }
    block = drawn
    search.begin()
    for seed in seeds { search.start(seed, in: drawn.worlds) }
    search.run(along: drawn)
  }
}
