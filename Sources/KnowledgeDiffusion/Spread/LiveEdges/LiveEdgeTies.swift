internal import KnowledgeNetworks

/// Graphs and the rows of ties they are about, to which ties can be added.
struct LiveEdgeTies: Sendable {
  let rows: CompressedRows
  let blocks: [LiveEdgeBlock]
  /// How the graphs were drawn; `nil` once a tie was added.
  let drawn: GraphDrawer?
  private let seed: UInt64

  /// Draws graphs.
  ///
  /// - Complexity: O(*w* (*n* + *m*) / 64) time and 8 bytes of it space for *w* graphs.
  init(_ drawer: GraphDrawer, workers: Workers) throws(BuzzlineError) {
    let blocks = try drawer.blocks(by: workers)
    self.init(rows: drawer.ties.outgoing, blocks: blocks, drawn: drawer, seed: drawer.seed)
  }

  private init(rows: CompressedRows, blocks: [LiveEdgeBlock], drawn: GraphDrawer?, seed: UInt64) {
    self.rows = rows
    self.blocks = blocks
    self.drawn = drawn
    self.seed = seed
  }

  var actorCount: Int { rows.starts.count - 1 }
  /// How many graphs there are.
  var count: Int { blocks.reduce(0) { $0 + $1.count } }

  /// The same graphs with one more tie, alive where it would be had it been there from the start.
  ///
  /// - Complexity: O(*n* + *m*) time and space a block.
  func adding(from source: Int, to target: Int, chance: Double) -> LiveEdgeTies {
    let place = rows.range(of: source).first { rows.partners[$0] > target } ?? rows.range(of: source).upperBound
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
}
