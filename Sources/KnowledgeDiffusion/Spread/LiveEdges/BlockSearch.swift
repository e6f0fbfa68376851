/// Searches one block of graphs after another; a block is drawn once for all that start in it.
struct BlockSearch: Sendable {
  private let drawer: GraphDrawer
  private var search: LiveEdgeSearch
  private var block: LiveEdgeBlock?

  init(_ drawer: GraphDrawer) {
    self.drawer = drawer
    search = LiveEdgeSearch(along: drawer.ties.outgoing)
  }

  /// How many graphs of the block were asked for.
  var graphCount: Int { block?.count ?? 0 }
  /// Everyone who is reached in any graph of the block.
  var met: some Sequence<Int> { search.met.lazy.map { Int($0) } }
  /// How many are reached in each graph of the block.
  var counts: [Int] { Array(search.countsByGraph.prefix(graphCount)) }

  /// The graphs of the block in which an actor is reached.
  func graphs(reaching actor: Int) -> UInt64 { search.reached[actor] }

  /// Spreads from some actors in all graphs of a block.
  mutating func search(from seeds: some Sequence<Int>, block number: Int) {
    let drawn = if let block, block.number == number { block } else { drawer.block(number) }
    block = drawn
    search.begin()
    for seed in seeds { search.start(seed, in: drawn.graphs) }
    search.run(along: drawn)
  }
}
