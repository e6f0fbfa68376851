internal import KnowledgeNetworks

/// Which ties are alive in 64 worlds at once: one word a tie, one bit a world, in the order of the rows of receivers.
///
/// The same worlds that ``LiveWorld`` shows one by one: bit *b* of block *k* is world 64 *k* + *b*.
struct WorldBlock: Sendable {
  /// Which 64 worlds.
  let number: Int
  /// The worlds of the block that were asked for.
  let worlds: UInt64
  /// For each connected pair the worlds in which it is alive.
  var bits: [UInt64]

  /// How many worlds of the block were asked for.
  var count: Int { worlds.nonzeroBitCount }

  /// The blocks that hold so many worlds.
  static func count(of worlds: Int) -> Int { (worlds + 63) / 64 }

  /// The worlds of a block, where there are so many in all.
  static func worlds(of number: Int, in count: Int) -> UInt64 {
    let left = count - number * 64
    return left >= 64 ? ~0 : (1 << left) - 1
  }
}

extension WorldBlock: TieLuck {
  @inline(__always)
  func live(_ place: Int, from source: Int, to target: Int, in worlds: UInt64) -> UInt64 { worlds & bits[place] }
}

/// The same luck, drawn for one tie after another as it is asked for: for few searches in large networks.
struct DrawnLuck: TieLuck {
  let ties: LiveTies
  let seed: UInt64
  let block: Int

  func live(_ place: Int, from source: Int, to target: Int, in worlds: UInt64) -> UInt64 {
    if ties.isGone?[ties.ruleOrder(place, from: source, to: target)] == true { return 0 }
    switch ties.rule {
    case .eachByItself(let chances):
      let key = ChanceHash.key(seed, from: source, to: target)
      return worlds & ChanceThreshold(chances[place]).worlds(key, block: block)
    case .oneGiver(let bounds):
      let entry = ties.ruleOrder(place, from: source, to: target)
      return (0..<64).reduce(0) { live, bit in
        guard worlds >> UInt64(bit) & 1 == 1,
          ties.giver(of: target, bounds: bounds, seed: seed, world: block * 64 + bit) == entry
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

/// Draws blocks of worlds.
struct WorldDrawer: Sendable {
  let ties: LiveTies
  let seed: UInt64
  /// How many worlds there are.
  let worlds: Int
  /// For each entry of the rows of givers its place in the rows of receivers, where worlds are drawn by receiver.
  private let places: [UInt32]

  init(_ ties: LiveTies, seed: UInt64, worlds: Int) {
    self.ties = ties
    self.seed = seed
    self.worlds = worlds
    if case .oneGiver = ties.rule { places = Self.places(of: ties) } else { places = [] }
  }

  var blockCount: Int { WorldBlock.count(of: worlds) }

  /// - Complexity: O(*n* + *m*) time and space; for worlds in which each actor listens to one giver,
  ///   O(*n* log *d* + *m*) time.
  func block(_ number: Int) -> WorldBlock {
    let asked = WorldBlock.worlds(of: number, in: worlds)
    var bits = [UInt64](repeating: 0, count: ties.outgoing.partners.count)
    guard case .oneGiver(let bounds) = ties.rule else {
      if case .eachByItself(let chances) = ties.rule { ties.draw(&bits, block: number, seed: seed, chances) }
      return WorldBlock(number: number, worlds: asked, bits: bits)
    }
    for actor in 0..<ties.actorCount where ties.incoming.count(of: actor) > 0 {
      for bit in 0..<64 where asked >> UInt64(bit) & 1 == 1 {
        let entry = ties.giver(of: actor, bounds: bounds, seed: seed, world: number * 64 + bit)
        if let entry { bits[Int(places[entry])] |= 1 << UInt64(bit) }
      }
    }
    return WorldBlock(number: number, worlds: asked, bits: bits)
  }

  /// All blocks.
  func blocks(by workers: Workers) throws(BuzzlineError) -> [WorldBlock] {
    try workers.map(blockCount, work: "worlds") { block($0) }
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
