internal import KnowledgeNetworks

/// Which ties are alive in 64 graphs at once: one word a tie, one bit a graph, in the order of the rows of receivers.
///
/// The same graphs that ``LiveEdgeGraph`` shows one by one: bit *b* of block *k* is graph 64 *k* + *b*.
struct LiveEdgeBlock: Sendable {
  /// Which 64 graphs.
  let number: Int
  /// The graphs of the block that were asked for.
  let graphs: UInt64
  /// For each connected pair the graphs in which it is alive.
  var bits: [UInt64]

  /// How many graphs of the block were asked for.
  var count: Int { graphs.nonzeroBitCount }

  /// The blocks that hold so many graphs.
  static func count(of graphs: Int) -> Int { (graphs + 63) / 64 }

  /// The graphs of a block, where there are so many in all.
  static func graphs(of number: Int, in count: Int) -> UInt64 {
    let left = count - number * 64
    return left >= 64 ? ~0 : (1 << left) - 1
  }
}

extension LiveEdgeBlock: TieDraws {
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

extension LiveTies {
  /// The place of a tie in the rows its rule follows, given its place in the rows of receivers.
  fileprivate func ruleOrder(_ place: Int, from source: Int, to target: Int) -> Int {
    guard case .oneGiver = rule else { return place }
    var (low, high) = (Int(incoming.starts[target]), Int(incoming.starts[target + 1]))
    while low < high {
      let middle = (low + high) / 2
      if incoming.partners[middle] < source { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Draws blocks of graphs.
struct GraphDrawer: Sendable {
  let ties: LiveTies
  let seed: UInt64
  /// How many graphs there are.
  let graphs: Int
  /// For each entry of the rows of givers its place in the rows of receivers, where graphs are drawn by receiver.
  private let places: [UInt32]

  init(_ ties: LiveTies, seed: UInt64, graphs: Int) {
    self.ties = ties
    self.seed = seed
    self.graphs = graphs
    if case .oneGiver = ties.rule { places = Self.places(of: ties) } else { places = [] }
  }

  var blockCount: Int { LiveEdgeBlock.count(of: graphs) }

  /// - Complexity: O(*n* + *m*) time and space; for graphs in which each actor listens to one giver,
  ///   O(*n* log *d* + *m*) time.
  func block(_ number: Int) -> LiveEdgeBlock {
    let asked = LiveEdgeBlock.graphs(of: number, in: graphs)
    var bits = [UInt64](repeating: 0, count: ties.outgoing.partners.count)
    guard case .oneGiver(let bounds) = ties.rule else {
      if case .eachByItself(let chances) = ties.rule { ties.draw(&bits, block: number, seed: seed, chances) }
      return LiveEdgeBlock(number: number, graphs: asked, bits: bits)
    }
    for actor in 0..<ties.actorCount where ties.incoming.count(of: actor) > 0 {
      for bit in 0..<64 where asked >> UInt64(bit) & 1 == 1 {
        let entry = ties.giver(of: actor, bounds: bounds, seed: seed, graph: number * 64 + bit)
        if let entry { bits[Int(places[entry])] |= 1 << UInt64(bit) }
      }
    }
    return LiveEdgeBlock(number: number, graphs: asked, bits: bits)
  }

  /// All blocks.
  func blocks(by workers: Workers) throws(BuzzlineError) -> [LiveEdgeBlock] {
    try workers.map(blockCount, work: "live-edge graphs") { block($0) }
  }

  private static func places(of ties: LiveTies) -> [UInt32] {
    var next = ties.incoming.starts
    var places = [UInt32](repeating: 0, count: ties.incoming.partners.count)
    // Givers ascend in both orders.
    for (place, receiver) in ties.outgoing.partners.enumerated() {
      places[Int(next[Int(receiver)])] = UInt32(place)
      next[Int(receiver)] += 1
    }
    return places
  }
}
