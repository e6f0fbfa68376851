/// Counts whom each actor reaches in one graph after another.
///
/// Where live ties are many, most actors share one core: from a pivot in it, F is whom it reaches and B who reaches it.
/// Who is in both reaches exactly F; who is in B alone reaches F and what it finds beside F; all others are searched.
/// Where they are few, many actors hear of nothing and tell one other: such an actor reaches itself and whom the other
/// reaches, so only the other is searched. Bare pointers reach into arrays of so many entries an actor, and rows are those
/// of the graph shown.
struct ReachKernel: Sendable {
  private var graph: LiveEdgeGraph
  private let actorCount: Int
  /// Four numbers an actor: marks, a list, an order and reaches, one array after the other.
  private var numbers: [UInt32]
  private var mark: UInt32 = 0
  /// Who has a live giver, a bit an actor.
  private var hearers: [UInt64]

  struct Tally: Sendable {
    var sums: [Int] = []
    var squares: [Int] = []
    var graphs = 0

    mutating func add(_ reaches: ArraySlice<UInt32>) {
      graphs += 1
      reaches.withUnsafeBufferPointer { reaches in
        sums.withUnsafeMutableBufferPointer { sums in
          squares.withUnsafeMutableBufferPointer { squares in
            for actor in reaches.indices {
              let reach = Int(reaches[actor])
              sums[actor] &+= reach
              squares[actor] &+= reach &* reach
            }
          }
        }
      }
    }

    mutating func append(_ part: Tally) {
      sums.add(part.sums)
      squares.add(part.squares)
      graphs += part.graphs
    }
  }

  init(of ties: LiveTies, seed: UInt64) {
    graph = LiveEdgeGraph(of: ties, seed: seed)
    actorCount = ties.actorCount
    numbers = [UInt32](repeating: 0, count: 4 * actorCount)
    hearers = [UInt64](repeating: 0, count: actorCount / 64 + 1)
  }

  mutating func tally(graphs: Range<Int>) -> Tally {
    let zeros = [Int](repeating: 0, count: actorCount)
    var tally = Tally(sums: zeros, squares: zeros)
    for number in graphs {
      graph.show(number)
      let hasCore = graph.liveCount * 5 > 4 * actorCount
      count(around: hasCore ? Core(in: &graph) : nil)
      tally.add(numbers[(3 * actorCount)...])
    }
    return tally
  }

  private mutating func count(around core: Core?) {
    if UInt64(mark) + UInt64(actorCount) >= UInt64(UInt32.max) {
      for actor in 0..<actorCount { numbers[actor] = 0 }
      mark = 0
    }
    let (actorCount, last, first) = (actorCount, mark, graph.first)
    mark += UInt32(actorCount)
    graph.starts.withUnsafeBufferPointer { starts in
      graph.partners.withUnsafeBufferPointer { partners in
        numbers.withUnsafeMutableBufferPointer { numbers in
          hearers.withUnsafeMutableBufferPointer { hearers in
            guard let starts = starts.baseAddress, let marks = numbers.baseAddress, let hearers = hearers.baseAddress
            else { return }
            let search = MarkedSearch(
              // Without any tie there is no row to read.
              starts: starts + first, partners: partners.baseAddress ?? starts, marks: marks,
              list: marks + actorCount, order: marks + 2 * actorCount, reaches: marks + 3 * actorCount,
              hearers: hearers)
            search.count(actorCount, after: last, core)
          }
        }
      }
    }
  }
}

/// The actors around a pivot that many reach and that reaches many.
struct Core: Sendable {
  /// Whom the pivot reaches, and how many.
  let isAhead: [Bool]
  let aheadCount: Int
  /// Who reaches the pivot.
  let isBehind: [Bool]

  /// Tries the busiest actor, some downstream of it and some of the roster, and keeps the one through which most pairs reach
  /// each other.
  init?(in graph: inout LiveEdgeGraph) {
    let busiest = (0..<graph.actorCount).max { graph.receivers(of: $0).count < graph.receivers(of: $1).count }
    guard let busiest else { return nil }
    var best: (ahead: [UInt32], behind: [UInt32]) = ([], [])
    let downstream = graph.reached(from: [busiest])
    let some = (1...8).map { downstream[$0 * (downstream.count - 1) / 8] }
    let others = (0..<8).map { UInt32($0 * graph.actorCount / 8) }
    for candidate in [UInt32(busiest)] + some + others {
      let ahead = graph.reached(from: [Int(candidate)])
      let behind = graph.reached(from: [Int(candidate)], isReversed: true)
      if ahead.count * behind.count > best.ahead.count * best.behind.count { best = (ahead, behind) }
      // A hundredth of all pairs is a core; a better one would save little.
      if 100 * ahead.count * behind.count > graph.actorCount * graph.actorCount { break }
    }
    var isAhead = [Bool](repeating: false, count: graph.actorCount)
    var isBehind = isAhead
    for actor in best.ahead { isAhead[Int(actor)] = true }
    for actor in best.behind { isBehind[Int(actor)] = true }
    (self.isAhead, self.isBehind, aheadCount) = (isAhead, isBehind, best.ahead.count)
  }
}

/// A search over bare rows that marks whom it has met.
private struct MarkedSearch {
  let starts: UnsafePointer<UInt32>
  let partners: UnsafePointer<UInt32>
  let marks: UnsafeMutablePointer<UInt32>
  let list: UnsafeMutablePointer<UInt32>
  let order: UnsafeMutablePointer<UInt32>
  let reaches: UnsafeMutablePointer<UInt32>
  let hearers: UnsafeMutablePointer<UInt64>

  /// Writes down whom each actor reaches; marks up to `last` are of earlier graphs.
  func count(_ actorCount: Int, after last: UInt32, _ core: Core?) {
    let (searched, waiting) = sort(actorCount)
    for place in 0..<searched {
      let actor = Int(order[place])
      reaches[actor] = UInt32(truncatingIfNeeded: reach(of: actor, mark: last + UInt32(actor) + 1, core))
    }
    // Who hears of nothing is not waited for.
    for place in actorCount - waiting..<actorCount {
      let actor = Int(order[place])
      reaches[actor] = 1 + reaches[Int(partners[Int(starts[actor])])]
    }
  }

  /// Tells who is to be searched from who can wait; who tells nobody reaches itself.
  private func sort(_ actorCount: Int) -> (searched: Int, waiting: Int) {
    for word in 0...actorCount / 64 { hearers[word] = 0 }
    for place in Int(starts[0])..<Int(starts[actorCount]) {
      hearers[Int(partners[place] >> 6)] |= 1 << UInt64(partners[place] & 63)
    }
    var (searched, waiting) = (0, 0)
    for actor in 0..<actorCount {
      let told = starts[actor + 1] - starts[actor]
      let hears = Int(truncatingIfNeeded: hearers[actor >> 6] >> UInt64(actor & 63) & 1)
      let waits = (told == 1 ? 1 : 0) & (1 - hears)
      // Written at both ends without a branch; who does not belong there is written over, or never read.
      order[searched] = UInt32(truncatingIfNeeded: actor)
      order[actorCount - 1 - waiting] = UInt32(truncatingIfNeeded: actor)
      searched += (told == 0 ? 0 : 1) - waits
      waiting += waits
      reaches[actor] = 1
    }
    return (searched, waiting)
  }

  @inline(__always)
  private func reach(of actor: Int, mark: UInt32, _ core: Core?) -> Int {
    guard let core, core.isBehind[actor] else { return search(from: actor, mark: mark) { _ in false } }
    if core.isAhead[actor] { return core.aheadCount }
    return core.aheadCount + search(from: actor, mark: mark) { core.isAhead[$0] }
  }

  /// How many are met, the actor included, without setting foot on what is avoided.
  @inline(__always)
  private func search(from actor: Int, mark: UInt32, avoiding isAvoided: (Int) -> Bool) -> Int {
    marks[actor] = mark
    list[0] = UInt32(truncatingIfNeeded: actor)
    var (next, met) = (0, 1)
    while next < met {
      let giver = Int(list[next])
      next += 1
      for place in Int(starts[giver])..<Int(starts[giver + 1]) {
        let partner = Int(partners[place])
        if marks[partner] == mark || isAvoided(partner) { continue }
        marks[partner] = mark
        list[met] = UInt32(truncatingIfNeeded: partner)
        met += 1
      }
    }
    return met
  }
}
