/// Counts whom each actor reaches in one world after another.
///
/// Where live ties are many, most actors share one core: from a pivot in it, F is whom it reaches and B who reaches it.
/// Who is in both reaches exactly F; who is in B alone reaches F and what it finds beside F; all others are searched.
/// Bare pointers reach into arrays of one entry an actor, and rows are those of the world shown.
struct ReachKernel: Sendable {
  private var world: LiveWorld
  private var marks: [UInt32]
  private var mark: UInt32 = 0
  private var list: [UInt32]

  /// What some worlds add up to.
  struct Tally: Sendable {
    var sums: [Int]
    var squares: [Int]
    var worlds = 0
  }

  init(of ties: LiveTies, seed: UInt64) {
    world = LiveWorld(of: ties, seed: seed)
    marks = [UInt32](repeating: 0, count: ties.actorCount)
    list = marks
  }

  mutating func tally(worlds: Range<Int>) -> Tally {
    let zeros = [Int](repeating: 0, count: marks.count)
    var tally = Tally(sums: zeros, squares: zeros)
    for number in worlds {
      world.show(number)
      let hasCore = world.liveCount * 5 > 4 * world.actorCount
      count(around: hasCore ? Core(in: &world) : nil, into: &tally)
      tally.worlds += 1
    }
    return tally
  }

  private mutating func count(around core: Core?, into tally: inout Tally) {
    if UInt64(mark) + UInt64(marks.count) >= UInt64(UInt32.max) {
      for actor in marks.indices { marks[actor] = 0 }
      mark = 0
    }
    let (actorCount, first) = (marks.count, mark)
    mark += UInt32(actorCount)
    world.starts.withUnsafeBufferPointer { starts in
      world.partners.withUnsafeBufferPointer { partners in
        marks.withUnsafeMutableBufferPointer { marks in
          list.withUnsafeMutableBufferPointer { list in
            tally.sums.withUnsafeMutableBufferPointer { sums in
              tally.squares.withUnsafeMutableBufferPointer { squares in
                guard let starts = starts.baseAddress, let marks = marks.baseAddress, let list = list.baseAddress
                else { return }
                // Without any tie there is no row to read.
                let partners = partners.baseAddress ?? starts
                let search = MarkedSearch(starts: starts, partners: partners, marks: marks, list: list)
                for actor in 0..<actorCount {
                  let reach = search.reach(of: actor, mark: first + UInt32(actor) + 1, core)
                  sums[actor] += reach
                  squares[actor] += reach * reach
                }
              }
            }
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

  /// Tries the busiest actor, some downstream of it and some of the roster, and keeps the one through which most pairs reach each other.
  init?(in world: inout LiveWorld) {
    let busiest = (0..<world.actorCount).max { world.receivers(of: $0).count < world.receivers(of: $1).count }
    guard let busiest else { return nil }
    var best: (ahead: [UInt32], behind: [UInt32]) = ([], [])
    let downstream = world.reached(from: [busiest])
    let some = (1...8).map { downstream[$0 * (downstream.count - 1) / 8] }
    let others = (0..<8).map { UInt32($0 * world.actorCount / 8) }
    for candidate in [UInt32(busiest)] + some + others {
      let ahead = world.reached(from: [Int(candidate)])
      let behind = world.reaching(Int(candidate))
      if ahead.count * behind.count > best.ahead.count * best.behind.count { best = (ahead, behind) }
      // A hundredth of all pairs is a core; a better one would save little.
      if 100 * ahead.count * behind.count > world.actorCount * world.actorCount { break }
    }
    var isAhead = [Bool](repeating: false, count: world.actorCount)
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

  @inline(__always)
  func reach(of actor: Int, mark: UInt32, _ core: Core?) -> Int {
    if starts[actor] == starts[actor + 1] { return 1 }
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
