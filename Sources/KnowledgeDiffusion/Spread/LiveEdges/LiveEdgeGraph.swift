internal import KnowledgeNetworks

/// One graph: the ties that are alive in it.
///
/// Graph *w* depends on the seed, *w*, the model and the ends of the ties alone, so any thread can show any graph and
/// sees the same. A worker keeps one value and lets it show graph after graph, which reuses its memory; graphs are
/// cheapest in ascending order, for where there is room the live ties of neighbouring graphs are picked together.
package struct LiveEdgeGraph: Sendable {
  package let ties: LiveTies
  package let seed: UInt64
  /// Which graph is shown.
  package private(set) var number = -1
  /// The live ties from givers to receivers, of one picked graph after the other: for each, where the rows of its actors
  /// start among `partners`, and where the last one ends.
  var starts: [UInt32]
  var partners: [UInt32]
  /// Which graphs of the block are picked.
  var picked = 0..<0
  /// Where the graph shown begins among `starts`.
  private(set) var first = 0
  /// The live ties from receivers to givers, once asked for.
  private var turnedStarts: [UInt32] = []
  private var turnedPartners: [UInt32] = []
  private var turnedNumber = -1
  /// For each pair the graphs of this block in which it is alive.
  private var block = -1
  var bits: [UInt64]
  var stamps: VisitStamps

  /// Makes room; shows no graph yet.
  package init(of ties: LiveTies, seed: UInt64) {
    self.ties = ties
    self.seed = seed
    starts = [UInt32](repeating: 0, count: ties.actorCount + 1)
    let isBitwise = if case .eachByItself = ties.rule { true } else { false }
    bits = [UInt64](repeating: 0, count: isBitwise ? ties.outgoing.partners.count : 0)
    partners = [UInt32](repeating: 0, count: isBitwise ? 0 : ties.actorCount)
    stamps = VisitStamps(count: ties.actorCount)
  }

  package var actorCount: Int { ties.actorCount }
  /// How many ties are alive.
  package var liveCount: Int { live.count }
  private var live: Range<Int> { Int(starts[first])..<Int(starts[first + actorCount]) }

  /// Shows a graph.
  ///
  /// - Complexity: O(*n* + *m*) time, less for the graphs that follow it; O(*n* + *m*) space, and at most 16 MB to pick graphs
  ///   together.
  package mutating func show(_ graph: Int) {
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

  /// Whom an actor tells along live ties.
  package func receivers(of actor: Int) -> ArraySlice<UInt32> {
    partners[Int(starts[first + actor])..<Int(starts[first + actor + 1])]
  }

  /// Who tells an actor along live ties.
  package mutating func givers(to actor: Int) -> ArraySlice<UInt32> {
    if turnedNumber != number { turn() }
    return turnedPartners[Int(turnedStarts[actor])..<Int(turnedStarts[actor + 1])]
  }

  /// Who is reached from some actors, these first, each once, in the order in which they hear of it.
  ///
  /// - Complexity: O(*r*) time and space for *r* actors reached and their live ties.
  package mutating func reached(from seeds: some Sequence<Int>) -> [UInt32] {
    var reached: [UInt32] = []
    stamps.begin()
    for seed in seeds where stamps.visit(seed) { reached.append(UInt32(seed)) }
    var next = 0
    while next < reached.count {
      for partner in receivers(of: Int(reached[next])) where stamps.visit(Int(partner)) { reached.append(partner) }
      next += 1
    }
    return reached
  }

  /// Who reaches an actor, itself first.
  package mutating func reaching(_ actor: Int) -> [UInt32] {
    stamps.begin()
    _ = stamps.visit(actor)
    var reaching = [UInt32(actor)]
    var next = 0
    while next < reaching.count {
      for partner in givers(to: Int(reaching[next])) where stamps.visit(Int(partner)) { reaching.append(partner) }
      next += 1
    }
    return reaching
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
}

/// Marks of whom a search has been at; a new search begins without wiping them.
package struct VisitStamps: Sendable {
  private var marks: [UInt32]
  private var current: UInt32 = 0

  package init(count: Int) { marks = [UInt32](repeating: 0, count: count) }

  /// Begins a search that has been nowhere.
  package mutating func begin() {
    current &+= 1
    guard current == 0 else { return }
    for actor in marks.indices { marks[actor] = 0 }
    current = 1
  }

  /// Marks an actor; whether it was not marked before.
  @inline(__always)
  package mutating func visit(_ actor: Int) -> Bool {
    if marks[actor] == current { return false }
    marks[actor] = current
    return true
  }

  /// Whether an actor is marked.
  package func contains(_ actor: Int) -> Bool { marks[actor] == current }
}
