internal import KnowledgeNetworks

/// How many are reached by sets of actors, the members of each starting together, all in the same worlds.
struct SetReach: Sendable {
  /// In each world, the sum over the sets.
  private(set) var byWorld: [Int]
  /// For each set, the sum over the worlds.
  private(set) var bySet: [Int]

  /// Sets that are gone through between two looks at whether the task was cancelled.
  private static let stretch = 8

  /// Goes through the worlds with each set; `nil` if the task was cancelled.
  ///
  /// - Complexity: O(*w* (*n* + *m* + *b* *r*) / 64) time for *w* worlds, *b* sets and searches of *r* steps on 64 worlds at a
  ///   time; O(*n* + *m*) space a worker.
  init?(of sets: [[Int]], in drawer: WorldDrawer, workers: Workers) {
    let stretches = (sets.count + Self.stretch - 1) / Self.stretch
    var byWorld = [Int](repeating: 0, count: drawer.worlds)
    var bySet = [Int](repeating: 0, count: sets.count)
    let isComplete = workers.forEach(of: drawer.blockCount * stretches, work: "sets of starters") {
      BlockSearch(drawer)
    } compute: { search, number in
      let first = number % stretches * Self.stretch
      return sets[first..<min(sets.count, first + Self.stretch)].map { set in
        search.search(from: set, block: number / stretches)
        return search.counts
      }
    } commit: { number, counts in
      for (place, worlds) in counts.enumerated() {
        bySet[number % stretches * Self.stretch + place] += worlds.reduce(0, +)
        for (world, count) in worlds.enumerated() { byWorld[number / stretches * 64 + world] += count }
      }
    }
    guard isComplete else { return nil }
    (self.byWorld, self.bySet) = (byWorld, bySet)
  }
}
