internal import KnowledgeNetworks

/// Who is reached in each of 64 graphs: one search for all of them, one word an actor.
///
/// An actor is gone through again whenever it is reached in a graph in which it was not before; graphs resemble each other
/// little where few ties are alive, and much where many are, so that either way few actors are gone through often.
struct LiveEdgeSearch {
  private let rows: CompressedRows
  /// The graphs in which each actor is reached.
  private(set) var reached: [UInt64]
  /// Those in which it has not yet told its receivers.
  private var pending: [UInt64]
  private var queue: [UInt32] = []
  /// Everyone who is reached in any graph, in the order in which the search came to them.
  private(set) var met: [UInt32] = []

  /// - Parameter rows: To whom ties lead; reversed, the search finds who reaches an actor.
  init(along rows: CompressedRows) {
    self.rows = rows
    reached = Array(repeating: 0, count: rows.starts.count - 1)
    pending = reached
  }

  /// Spreads from an actor that knows in some graphs.
  mutating func run(from actor: Int, in graphs: UInt64, along draws: some TieDraws, beyond covered: [UInt64] = []) {
    run(from: CollectionOfOne((actor: actor, graphs: graphs)), along: draws, beyond: covered)
  }

  /// Forgets the last search and spreads from some actors, each of which knows in some graphs from the start.
  ///
  /// - Parameter covered: The graphs in which each actor is not wanted; who is reached behind it must not be either. Empty
  ///   where everyone is wanted.
  mutating func run(
    from starts: some Sequence<(actor: Int, graphs: UInt64)>, along draws: some TieDraws, beyond covered: [UInt64] = []
  ) {
    for actor in met { reached[Int(actor)] = 0 }
    met.removeAll(keepingCapacity: true)
    for (actor, graphs) in starts { start(actor, in: graphs) }
    let rows = rows
    covered.withUnsafeBufferPointer { covered in
      rows.starts.withUnsafeBufferPointer { starts in
        rows.partners.withUnsafeBufferPointer { partners in
          reached.withUnsafeMutableBufferPointer { reached in
            pending.withUnsafeMutableBufferPointer { pending in
              let state = State(
                starts: starts, partners: partners, covered: covered, reached: reached, pending: pending)
              state.spread(along: draws, &queue, &met)
            }
          }
        }
      }
    }
    queue.removeAll(keepingCapacity: true)
  }

  private mutating func start(_ actor: Int, in graphs: UInt64) {
    let new = graphs & ~reached[actor]
    guard new != 0 else { return }
    if reached[actor] == 0 { met.append(UInt32(actor)) }
    reached[actor] |= new
    if pending[actor] == 0 { queue.append(UInt32(actor)) }
    pending[actor] |= new
  }

  /// What the inner loop reads and writes; every position is an actor or a place in the rows.
  private struct State {
    let starts: UnsafeBufferPointer<UInt32>
    let partners: UnsafeBufferPointer<UInt32>
    let covered: UnsafeBufferPointer<UInt64>
    let reached: UnsafeMutableBufferPointer<UInt64>
    let pending: UnsafeMutableBufferPointer<UInt64>

    func spread(along draws: some TieDraws, _ queue: inout [UInt32], _ met: inout [UInt32]) {
      var head = 0
      while head < queue.count {
        let actor = Int(queue[head])
        head += 1
        let telling = pending[actor]
        pending[actor] = 0
        for place in Int(starts[actor])..<Int(starts[actor + 1]) {
          let partner = Int(partners[place])
          let unaware = covered.isEmpty ? ~reached[partner] : ~(reached[partner] | covered[partner])
          let wanted = telling & unaware
          if wanted == 0 { continue }
          let new = draws.live(place, from: actor, to: partner, in: wanted)
          if new == 0 { continue }
          if reached[partner] == 0 { met.append(UInt32(truncatingIfNeeded: partner)) }
          reached[partner] |= new
          if pending[partner] == 0 { queue.append(UInt32(truncatingIfNeeded: partner)) }
          pending[partner] |= new
        }
      }
    }
  }

  var total: Int { met.reduce(0) { $0 + reached[Int($1)].nonzeroBitCount } }

  var counter: GraphCounter {
    var counter = GraphCounter()
    for actor in met { counter.add(reached[Int(actor)]) }
    return counter
  }
}

/// In which of 64 graphs ties are alive.
protocol TieDraws {
  /// The graphs among those asked for in which a tie, told by its place in the rows and its ends, is alive.
  func live(_ place: Int, from source: Int, to target: Int, in graphs: UInt64) -> UInt64
}

/// Counts, in each of 64 graphs, the words that have the graph's bit: 64 sums whose digits are held as words.
struct GraphCounter: Sendable {
  /// `digits[i]` has the *i*-th binary digit of each sum.
  private(set) var digits: [UInt64] = []

  @inline(__always)
  mutating func add(_ graphs: UInt64) {
    var carry = graphs
    var place = 0
    while carry != 0 {
      if place == digits.count { digits.append(0) }
      (digits[place], carry) = (digits[place] ^ carry, digits[place] & carry)
      place += 1
    }
  }

  /// The sum of each of the first graphs; no word may have the bit of another.
  func counts(ofFirst graphs: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: graphs)
    for (place, digit) in digits.enumerated() {
      var graphs = digit
      while graphs != 0 {
        counts[graphs.trailingZeroBitCount] += 1 << place
        graphs &= graphs - 1
      }
    }
    return counts
  }

  func total(in graphs: UInt64) -> Int {
    digits.enumerated().reduce(0) { $0 + ($1.element & graphs).nonzeroBitCount << $1.offset }
  }
}

/// Searches one block of graphs after another; a block is drawn once for all that start in it.
struct BlockSearch: Sendable {
  private let drawer: GraphDrawer
  private(set) var found: LiveEdgeSearch
  private var block: LiveEdgeBlock?

  init(_ drawer: GraphDrawer) {
    self.drawer = drawer
    found = LiveEdgeSearch(along: drawer.ties.outgoing)
  }

  var graphCount: Int { block?.count ?? 0 }

  mutating func search(from seeds: some Sequence<Int>, block number: Int) {
    let drawn = if let block, block.number == number { block } else { drawer.block(number) }
    block = drawn
    found.run(from: seeds.lazy.map { (actor: $0, graphs: drawn.graphs) }, along: drawn)
  }
}
