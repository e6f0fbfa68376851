internal import KnowledgeNetworks

/// One graph: the ties that are alive in it.
///
/// Graph *w* depends on the seed, *w*, the model and the ends of the ties alone, so any thread can show any graph and
/// sees the same. A worker keeps one value and lets it show graph after graph, which reuses its memory; graphs are
/// cheapest in ascending order, for where there is room the live ties of neighbouring graphs are picked together.
struct LiveEdgeGraph: Sendable {
  let ties: LiveTies
  let seed: UInt64
  private(set) var number = -1
  /// The live ties from givers to receivers, of one picked graph after the other: for each, where the rows of its actors
  /// start among `partners`, and where the last one ends.
  var starts: [UInt32]
  var partners: [UInt32]
  var picked = 0..<0
  /// Where the graph shown begins among `starts`.
  private(set) var first = 0
  /// The live ties from receivers to givers, once asked for.
  private var turnedStarts: [UInt32] = []
  private var turnedPartners: [UInt32] = []
  private var turnedNumber = -1
  private var block = -1
  var bits: [UInt64]
  var stamps: VisitStamps

  init(of ties: LiveTies, seed: UInt64) {
    self.ties = ties
    self.seed = seed
    starts = [UInt32](repeating: 0, count: ties.actorCount + 1)
    bits = [UInt64](repeating: 0, count: ties.hasOneGiver ? 0 : ties.outgoing.partners.count)
    partners = [UInt32](repeating: 0, count: ties.hasOneGiver ? ties.actorCount : 0)
    stamps = VisitStamps(count: ties.actorCount)
  }

  var actorCount: Int { ties.actorCount }
  var liveCount: Int { live.count }
  private var live: Range<Int> { Int(starts[first])..<Int(starts[first + actorCount]) }

  /// - Complexity: O(*n* + *m*) time, less for the graphs that follow it; O(*n* + *m*) space, and at most 16 MB to pick graphs
  ///   together.
  mutating func show(_ graph: Int) {
    guard graph != number else { return }
    number = graph
    switch ties.rule {
    case .eachByItself(let chances):
      if graph >> 6 != block {
        block = graph >> 6
        picked = 0..<0
        ties.draw(&bits, block: block, seed: seed, chances)
      }
      if !picked.contains(graph & 63) { pickLive(with: graph & 63) }
      first = (graph & 63 - picked.lowerBound) * (actorCount + 1)
    case .oneGiver(let bounds): pickGivers(bounds)
    }
  }

  func receivers(of actor: Int) -> ArraySlice<UInt32> {
    partners[Int(starts[first + actor])..<Int(starts[first + actor + 1])]
  }

  mutating func givers(to actor: Int) -> ArraySlice<UInt32> {
    if turnedNumber != number { turn() }
    return turnedPartners[Int(turnedStarts[actor])..<Int(turnedStarts[actor + 1])]
  }

  /// Who is reached from some actors, these first, each once, in the order in which they hear of it; reversed, who
  /// reaches them.
  ///
  /// - Complexity: O(*r*) time and space for *r* actors reached and their live ties.
  mutating func reached(from seeds: some Sequence<Int>, isReversed: Bool = false) -> [UInt32] {
    stamps.begin()
    var reached = seeds.filter { stamps.visit($0) }.map { UInt32($0) }
    var next = 0
    while next < reached.count {
      let actor = Int(reached[next])
      for partner in isReversed ? givers(to: actor) : receivers(of: actor) where stamps.visit(Int(partner)) {
        reached.append(partner)
      }
      next += 1
    }
    return reached
  }

  /// Each actor's one live giver, sorted by giver.
  private mutating func pickGivers(_ bounds: [Double]) {
    var picks: [UInt32] = []
    picks.reserveCapacity(actorCount)
    for actor in starts.indices { starts[actor] = 0 }
    for actor in 0..<actorCount {
      let giver = ties.giver(of: actor, bounds: bounds, seed: seed, graph: number).map { ties.incoming.partners[$0] }
      picks.append(giver ?? .max)
      if let giver { starts[Int(giver) + 1] += 1 }
    }
    for actor in 0..<actorCount { starts[actor + 1] += starts[actor] }
    var next = starts
    for (actor, giver) in picks.enumerated() where giver != .max {
      partners[Int(next[Int(giver)])] = UInt32(actor)
      next[Int(giver)] += 1
    }
  }

  private mutating func turn() {
    turnedNumber = number
    turnedStarts = [UInt32](repeating: 0, count: actorCount + 1)
    for partner in partners[live] { turnedStarts[Int(partner) + 1] += 1 }
    for actor in 0..<actorCount { turnedStarts[actor + 1] += turnedStarts[actor] }
    if turnedPartners.count < liveCount { turnedPartners = [UInt32](repeating: 0, count: liveCount) }
    var next = turnedStarts
    for actor in 0..<actorCount {
      for partner in receivers(of: actor) {
        turnedPartners[Int(next[Int(partner)])] = UInt32(actor)
        next[Int(partner)] += 1
      }
    }
  }

  /// How many numbers the rows of graphs that are picked together may take.
  private static let room = 1 << 22

  /// Picks the ties that are alive in one of the 64 graphs drawn, and in its neighbours as far as there is room.
  ///
  /// Each tie is looked at once for all of them and goes straight into the row of each graph it is alive in.
  mutating func pickLive(with graph: Int) {
    let lives = bits.reduce(into: GraphCounter()) { $0.add($1) }.counts(ofFirst: 64)
    let size = actorCount + 1 + lives.reduce(0, +) / 64
    var span = 1
    while span < 64, 2 * span * size <= Self.room { span *= 2 }
    picked = graph / span * span..<(graph / span + 1) * span
    var ends: [Int] = []
    for live in lives[picked] { ends.append((ends.last ?? 0) + live) }
    let total = ends.last ?? 0
    if partners.count < total { partners = [UInt32](repeating: 0, count: total) }
    if starts.count < span * (actorCount + 1) { starts = [UInt32](repeating: 0, count: span * (actorCount + 1)) }
    var next = [0] + ends.dropLast()
    next.withUnsafeMutableBufferPointer { scatter(into: $0) }
  }

  /// - Parameter next: For each picked graph where its next tie goes.
  private mutating func scatter(into next: UnsafeMutableBufferPointer<Int>) {
    let (rows, actorCount, lowest) = (ties.outgoing, actorCount, UInt64(picked.lowerBound))
    let mask: UInt64 = next.count == 64 ? ~0 : ((1 << UInt64(next.count)) - 1) << lowest
    rows.partners.withUnsafeBufferPointer { all in
      bits.withUnsafeBufferPointer { bits in
        partners.withUnsafeMutableBufferPointer { partners in
          starts.withUnsafeMutableBufferPointer { starts in
            for actor in 0...actorCount {
              for graph in next.indices { starts[graph * (actorCount + 1) + actor] = UInt32(next[graph]) }
              if actor == actorCount { break }
              for pair in rows.range(of: actor) {
                var graphs = (bits[pair] & mask) >> lowest
                while graphs != 0 {
                  let graph = graphs.trailingZeroBitCount
                  partners[next[graph]] = all[pair]
                  next[graph] += 1
                  graphs &= graphs - 1
                }
              }
            }
          }
        }
      }
    }
  }
}

/// Marks of whom a search has been at; a new search begins without wiping them.
struct VisitStamps: Sendable {
  private var marks: [UInt32]
  private var current: UInt32 = 0

  init(count: Int) { marks = [UInt32](repeating: 0, count: count) }

  mutating func begin() {
    current &+= 1
    guard current == 0 else { return }
    for actor in marks.indices { marks[actor] = 0 }
    current = 1
  }

  /// Marks an actor; whether it was not marked before.
  @inline(__always)
  mutating func visit(_ actor: Int) -> Bool {
    if marks[actor] == current { return false }
    marks[actor] = current
    return true
  }
}
