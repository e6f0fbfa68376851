internal import KnowledgeNetworks

/// How many are reached by sets of actors, the members of each starting together, all in common worlds.
struct SetReach: Sendable {
  /// In which worlds each set starts.
  enum Course {
    /// Each set in all worlds.
    case everyWorld
    /// Sets take turns: each in one block of worlds, and in each block one set at least.
    case inTurn
  }

  /// In each world, the mean over the sets that start in it.
  private(set) var byWorld: [Double]
  /// For each set, the mean over the worlds it starts in.
  private(set) var bySet: [Double]

  /// Sets that are gone through between two looks at whether the task was cancelled.
  private static let stretch = 4

  /// Goes through worlds with each set.
  ///
  /// - Complexity: O(*w* (*n* + *m*) / 64 + *v* *r*) time for *w* worlds and *v* searches of *r* steps on 64 worlds at a time,
  ///   one a set and block of worlds or, in turn, as many as there are sets or blocks; O(*n* + *m*) space a worker.
  init(
    of sets: [[Int]], in drawer: WorldDrawer, _ course: Course = .everyWorld, workers: Workers
  ) throws(BuzzlineError) {
    let visits = Self.visits(of: sets.count, to: drawer.blockCount, course)
    var (worlds, totals) = (
      [Tally](repeating: Tally(), count: drawer.worlds), [Tally](repeating: Tally(), count: sets.count)
    )
    try workers.forEach(of: visits.count, work: "sets of starters") {
      BlockSearch(drawer)
    } compute: { search, number in
      visits[number].sets.map { set in
        search.search(from: sets[set], block: visits[number].block)
        return search.counts
      }
    } commit: { number, counts in
      for (set, counts) in zip(visits[number].sets, counts) {
        for (world, count) in counts.enumerated() {
          worlds[visits[number].block * 64 + world].add(count)
          totals[set].add(count)
        }
      }
    }
    byWorld = worlds.map(\.mean)
    bySet = totals.map(\.mean)
  }

  /// Which sets start in which block, a few at a time, block after block.
  private static func visits(of sets: Int, to blocks: Int, _ course: Course) -> [(block: Int, sets: [Int])] {
    (0..<blocks).flatMap { block in
      let guests =
        switch course {
        case .everyWorld: Array(0..<sets)
        case .inTurn: stride(from: block, to: max(sets, blocks), by: blocks).map { $0 % sets }
        }
      return stride(from: 0, to: guests.count, by: stretch).map { first in
        (block, Array(guests[first..<min(guests.count, first + stretch)]))
      }
    }
  }

  /// A sum of whole numbers and of how many.
  private struct Tally {
    var sum = 0
    var count = 0
    var mean: Double { Double(sum) / Double(count) }

    mutating func add(_ number: Int) {
      sum += number
      count += 1
    }
  }
}
