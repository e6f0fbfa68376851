internal import KnowledgeNetworks

/// Which ties are alive in 64 graphs at once: one word a tie, one bit a graph, in the order of the rows of receivers.
///
/// The same graphs that ``LiveEdgeGraph`` shows one by one: bit *b* of block *k* is graph 64 *k* + *b*.
struct LiveEdgeBlock: TieDraws, Sendable {
  let number: Int
  /// The graphs of the block that were asked for.
  let graphs: UInt64
  var bits: [UInt64]

  var count: Int { graphs.nonzeroBitCount }

  static func blocks(of graphs: Int) -> Chunks { Chunks(total: graphs, size: 64) }

  /// The graphs of a block, where there are so many in all.
  static func graphs(of number: Int, in count: Int) -> UInt64 { ~0 >> UInt64(64 - blocks(of: count)[number].count) }

  @inline(__always)
  func live(_ place: Int, from source: Int, to target: Int, in graphs: UInt64) -> UInt64 { graphs & bits[place] }
}

/// The same draws, drawn for one tie after another as it is asked for: for few searches in large networks.
struct SeededDraws: TieDraws {
  let ties: LiveTies
  let seed: UInt64
  let block: Int

  func live(_ place: Int, from source: Int, to target: Int, in graphs: UInt64) -> UInt64 {
    if ties.isGone?[ties.ruleOrder(place, from: source, to: target)] == true { return 0 }
    switch ties.rule {
    case .eachByItself(let chances):
      let key = ChanceHash.key(seed, from: source, to: target)
      return graphs & ChanceThreshold(chances[place]).graphs(key, block: block)
    case .oneGiver(let bounds):
      let entry = ties.ruleOrder(place, from: source, to: target)
      return (0..<64).reduce(0) { live, bit in
        guard graphs >> UInt64(bit) & 1 == 1,
          ties.giver(of: target, bounds: bounds, seed: seed, graph: block * 64 + bit) == entry
        else { return live }
        return live | 1 << UInt64(bit)
      }
    }
  }
}

struct GraphDrawer: Sendable {
  let ties: LiveTies
  let seed: UInt64
  let graphs: Int
  /// For each entry of the rows of givers its place in the rows of receivers, where graphs are drawn by receiver.
  private let places: [UInt32]

  init(_ ties: LiveTies, seed: UInt64, graphs: Int) {
    self.ties = ties
    self.seed = seed
    self.graphs = graphs
    places = ties.hasOneGiver ? ties.places : []
  }

  var blockCount: Int { LiveEdgeBlock.blocks(of: graphs).count }

  /// - Complexity: O(*n* + *m*) time and space; for graphs in which each actor listens to one giver,
  ///   O(*n* log *d* + *m*) time.
  func block(_ number: Int) -> LiveEdgeBlock {
    let asked = LiveEdgeBlock.graphs(of: number, in: graphs)
    var bits = [UInt64](repeating: 0, count: ties.outgoing.partners.count)
    switch ties.rule {
    case .eachByItself(let chances): ties.draw(&bits, block: number, seed: seed, chances)
    case .oneGiver(let bounds):
      for actor in 0..<ties.actorCount where ties.incoming.count(of: actor) > 0 {
        for bit in 0..<64 where asked >> UInt64(bit) & 1 == 1 {
          let entry = ties.giver(of: actor, bounds: bounds, seed: seed, graph: number * 64 + bit)
          if let entry { bits[Int(places[entry])] |= 1 << UInt64(bit) }
        }
      }
    }
    return LiveEdgeBlock(number: number, graphs: asked, bits: bits)
  }
}

/// Graphs and the rows of ties they are about, to which ties can be added.
struct LiveEdgeTies: Sendable {
  let rows: CompressedRows
  let blocks: [LiveEdgeBlock]
  /// How the graphs were drawn; `nil` once a tie was added.
  let drawn: GraphDrawer?
  let seed: UInt64

  var actorCount: Int { rows.starts.count - 1 }
  var count: Int { blocks.reduce(0) { $0 + $1.count } }
}

extension LiveEdgeTies {
  /// - Complexity: O(*w* (*n* + *m*) / 64) time and 8 bytes of it space for *w* graphs.
  init(_ drawer: GraphDrawer, workers: Workers) throws(BuzzlineError) {
    let blocks = try workers.map(drawer.blockCount, work: "live-edge graphs") { drawer.block($0) }
    self.init(rows: drawer.ties.outgoing, blocks: blocks, drawn: drawer, seed: drawer.seed)
  }

  /// The same graphs with one more tie, alive where it would be had it been there from the start.
  ///
  /// - Complexity: O(*n* + *m*) time and space a block.
  func adding(from source: Int, to target: Int, chance: Double) -> LiveEdgeTies {
    let place = rows.range(of: source).partitioningIndex { rows.partners[$0] > target }
    var (starts, partners) = (rows.starts, rows.partners)
    partners.insert(UInt32(target), at: place)
    for actor in source + 1..<starts.count { starts[actor] += 1 }
    let key = ChanceHash.key(seed, from: source, to: target)
    let blocks = blocks.map { block in
      var block = block
      block.bits.insert(ChanceThreshold(chance).graphs(key, block: block.number), at: place)
      return block
    }
    return LiveEdgeTies(
      rows: CompressedRows(starts: starts, partners: partners), blocks: blocks, drawn: nil, seed: seed)
  }
  /// A whole number for each actor and each of some subjects, added up over all blocks.
  func sums<Scratch: Sendable>(
    of subjects: Int, work: String, by workers: Workers, scratch: @Sendable () -> Scratch,
    add: @Sendable (inout Scratch, _ block: Int, _ sums: inout [[Int]]) -> Void
  ) throws(BuzzlineError) -> [[Int]] {
    let zeros = [[Int]](repeating: [Int](repeating: 0, count: actorCount), count: subjects)
    let parts = try workers.gather(
      blocks.count, work: work, scratch: { (scratch: scratch(), sums: zeros) },
      compute: { add(&$0.scratch, $1, &$0.sums) })
    return parts.reduce(into: zeros) { sums, part in
      for subject in sums.indices { sums[subject].add(part.sums[subject]) }
    }
  }
}

/// Whole numbers from 0 on, cut into chunks of one size; the last may be shorter.
struct Chunks: RandomAccessCollection, Sendable {
  let total: Int
  let size: Int

  var startIndex: Int { 0 }
  var endIndex: Int { (total + size - 1) / size }

  subscript(place: Int) -> Range<Int> { place * size..<Swift.min(total, (place + 1) * size) }
}
