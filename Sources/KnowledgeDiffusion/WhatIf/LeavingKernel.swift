internal import KnowledgeNetworks

/// Counts who is reached with and without those who leave, in each world and group.
struct LeavingKernel: Sendable {
  /// For everyone and then each group of each grouping, how many of those who stay are reached in each world.
  struct Counts {
    var before: [[Int]]
    var after: [[Int]]
  }

  private let drawer: WorldDrawer
  private let isGone: [Bool]
  private let seeds: [Int]?
  /// The places of each actor's groups among the counts.
  private let places: [[Int]]
  private let placeCount: Int

  init(_ drawer: WorldDrawer, leavers: [Int], groupings: [Grouping], objective: ReachObjective) {
    self.drawer = drawer
    var isGone = [Bool](repeating: false, count: drawer.ties.actorCount)
    for leaver in leavers { isGone[leaver] = true }
    self.isGone = isGone
    if case .seeds(let seeds) = objective { self.seeds = seeds } else { seeds = nil }
    var firsts = [1]
    for grouping in groupings { firsts.append((firsts.last ?? 1) + grouping.groups.count) }
    placeCount = firsts.last ?? 1
    places = isGone.indices.map { actor in
      [0] + zip(groupings, firsts).compactMap { grouping, first in grouping[actor].map { first + $0 } }
    }
  }

  /// Returns `nil` if the task was cancelled.
  func counts(by workers: Workers) -> Counts? {
    var all = Counts(
      before: Array(repeating: [], count: placeCount), after: Array(repeating: [], count: placeCount))
    let covered = isGone.map { $0 ? ~UInt64(0) : 0 }
    let isComplete = workers.forEach(of: drawer.blockCount, work: "worlds") {
      WorldSearch(along: drawer.ties.outgoing)
    } compute: { search, number in
      let block = drawer.block(number)
      return Counts(before: count(block, [], &search), after: count(block, covered, &search))
    } commit: { _, part in
      for place in 0..<placeCount {
        all.before[place] += part.before[place]
        all.after[place] += part.after[place]
      }
    }
    return isComplete ? all : nil
  }

  private func count(_ block: WorldBlock, _ covered: [UInt64], _ search: inout WorldSearch) -> [[Int]] {
    var counters = [WorldCounter](repeating: WorldCounter(), count: placeCount)
    let starts = seeds.map { [$0] } ?? isGone.indices.filter { !isGone[$0] }.map { [$0] }
    for start in starts {
      search.begin()
      for seed in start where covered.isEmpty || !isGone[seed] { search.start(seed, in: block.worlds) }
      search.run(along: block, beyond: covered)
      for actor in search.met.map({ Int($0) }) where !isGone[actor] {
        for place in places[actor] { counters[place].add(search.reached[actor]) }
      }
    }
    return counters.map { Array($0.counts.prefix(block.count)) }
  }
}
