internal import KnowledgeNetworks

/// Breadth-first searches from all actors, 256 at a time: one bit a search, one word of bits an actor.
///
/// Then & al. (2014), [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507). What is new at an actor
/// after a step is what its givers had seen before it less what it had seen itself; the number of new bits is the number
/// of searches for which it is so many steps away. Nothing but whole numbers is added up. Where rows have lengths, a step
/// is a unit of them.
struct DistanceKernel: Sendable {
  static let width = 256

  private let rows: SearchRows
  /// Sources that give to anybody, those that lead to the core of the network first: their searches fill alike.
  private let sources: [UInt32]
  private let scale: DistanceScale
  private let groups: [Int32]?
  private let mostSteps: Int

  /// - Parameters:
  ///   - chosen: The roster positions searches begin at; all by default.
  ///   - groups: The group of each roster position, where pairs inside a group are to be told apart.
  ///   - mostSteps: After how many steps searches end.
  ///   - scale: What is added up besides steps; one over them by default.
  init(
    _ rows: SearchRows, from chosen: [UInt32]? = nil, groups: Grouping? = nil, mostSteps: Int = .max,
    scale: DistanceScale? = nil
  ) {
    self.rows = rows
    sources = Self.sources(of: rows, among: chosen)
    self.scale = scale ?? .inverse(actorCount: rows.actorCount)
    self.groups = groups.map { grouping in rows.order.map { grouping.groupCodes[Int($0)] } }
    self.mostSteps = mostSteps
  }

  /// How many batches of sources there are.
  var batchCount: Int { (sources.count + Self.width - 1) / Self.width }

  /// The sums over some batches of sources, over all by default, in roster order.
  ///
  /// - Complexity: O(*n* (*n* + *m*) *s* / 256) time for *s* steps of the longest search, O(*n*) space a worker.
  func sums(
    ofBatches batches: Range<Int>? = nil, by workers: Workers, work: String
  ) throws(BuzzlineError) -> AllDistanceSums {
    let batches = batches ?? 0..<batchCount
    let parts = try workers.gather(batches.count, work: work) {
      DistanceScratch(DistanceSearch(actorCount: rows.actorCount, scale: scale, groups: groups), rows)
    } compute: { scratch, number in
      let first = (batches.lowerBound + number) * Self.width
      let lanes = sources[first..<min(sources.count, first + Self.width)]
      // In a variable of its own, which the compiler keeps in registers.
      var search = scratch.search
      if rows.longest == 0 {
        rows.withPointers { search.run(from: lanes, $0, $1, mostSteps: mostSteps) }
      } else {
        rows.withDelays { search.run(from: lanes, $0, along: &scratch.delayed) }
      }
      scratch.search = search
    }
    var all = AllDistanceSums(actors: Array(repeating: DistanceSums(), count: rows.actorCount), scale: scale)
    for part in parts { all.add(part) }
    all.actors = rows.inRosterOrder(all.actors)
    return all
  }

  /// Actors that give, those first that lead to the busiest actor and so to all it leads to.
  private static func sources(of rows: SearchRows, among chosen: [UInt32]?) -> [UInt32] {
    var sources = (0..<UInt32(rows.actorCount)).filter { rows.onward.count(of: Int($0)) > 0 }
    func passing(_ actor: UInt32) -> Int { rows.onward.count(of: Int(actor)) * rows.backward.count(of: Int(actor)) }
    guard let core = sources.max(by: { passing($0) < passing($1) }) else { return [] }
    var leads = [Bool](repeating: false, count: rows.actorCount)
    leads[Int(core)] = true
    var met = [core]
    var next = 0
    while next < met.count {
      for giver in rows.backward[Int(met[next])] where !leads[Int(giver)] {
        leads[Int(giver)] = true
        met.append(giver)
      }
      next += 1
    }
    if let chosen {
      var isChosen = [Bool](repeating: false, count: rows.actorCount)
      for actor in chosen { isChosen[Int(actor)] = true }
      sources.removeAll { !isChosen[Int(rows.order[Int($0)])] }
    }
    return sources.filter { leads[Int($0)] } + sources.filter { !leads[Int($0)] }
  }
}

/// A worker's searches, whose memory goes with it.
final class DistanceScratch: @unchecked Sendable {
  // Touched by one worker, and when all have left by whoever adds up.
  var search: DistanceSearch
  /// Where ties have lengths, who goes along them.
  var delayed: DelayedSearch<DistanceSearch.Lanes>

  init(_ search: DistanceSearch, _ rows: SearchRows) {
    self.search = search
    delayed = DelayedSearch(actorCount: rows.actorCount, longest: rows.longest)
  }

  deinit {
    search.deallocate()
    delayed.deallocate()
  }
}

struct AllDistanceSums: Sendable {
  /// In roster order: the searches that reached an actor.
  var actors: [DistanceSums]
  /// How many pairs are so many steps apart, from 1 step up.
  var pairsBySteps: [PairsApart] = []
  let scale: DistanceScale

  fileprivate mutating func add(_ part: DistanceScratch) {
    for actor in actors.indices { actors[actor] += part.search.sums[actor] }
    pairsBySteps.add(part.search.pairsBySteps, +=)
  }
}

/// How many pairs are so many steps apart: all, those of one group and those of two.
struct PairsApart: Sendable {
  var all = 0
  var inside = 0
  var across = 0

  static func += (pairs: inout PairsApart, more: PairsApart) {
    pairs.all += more.all
    pairs.inside += more.inside
    pairs.across += more.across
  }
}

/// What the searches from many actors found at one actor; whole numbers, so that they add up alike in any order.
struct DistanceSums: Sendable {
  var reached: UInt64 = 0
  var steps: UInt64 = 0
  /// The sum of one over their steps, or of their squares, in parts of ``DistanceScale``.
  var scaled: UInt64 = 0

  static func += (sums: inout DistanceSums, more: DistanceSums) {
    sums.reached += more.reached
    sums.steps += more.steps
    sums.scaled += more.scaled
  }
}

/// What is added up of each distance besides its steps, in whole parts.
struct DistanceScale: Sendable {
  private let bits: Int
  private let isInverse: Bool

  /// One over the steps, as finely as the sum over all actors leaves room for.
  static func inverse(actorCount: Int) -> DistanceScale {
    DistanceScale(bits: 63 - (UInt64.bitWidth - UInt64(max(1, actorCount)).leadingZeroBitCount), isInverse: true)
  }

  /// The steps squared, which tell how much distances differ.
  static let squares = DistanceScale(bits: 0, isInverse: false)

  /// What so many steps add; one over them is rounded to a whole number of parts.
  func parts(of steps: Int) -> UInt64 {
    let steps = UInt64(steps)
    return isInverse ? ((1 << UInt64(bits)) + steps / 2) / steps : steps * steps
  }

  func number(_ parts: UInt64) -> Double { Double(sign: .plus, exponent: -bits, significand: Double(parts)) }
}

extension Array {
  /// Adds place by place, growing where there is more.
  mutating func add(_ more: [Element], _ add: (inout Element, Element) -> Void) {
    for (place, element) in more.enumerated() {
      if place < count { add(&self[place], element) } else { append(element) }
    }
  }
}
