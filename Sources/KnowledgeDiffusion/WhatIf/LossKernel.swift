internal import KnowledgeNetworks

/// Counts who is reached with all ties and with those that are kept, in each graph and group.
struct LossKernel: Sendable {
  /// For each place, a group or everyone, how many of those who stay are reached in each graph.
  typealias Counts = [[Int]]

  private let stays: [Bool]
  /// Who starts, together or one after the other.
  private let starts: [[Int]]
  /// The places of each actor among the counts.
  private let places: [[Int]]
  private let placeCount: Int

  /// Starts that are gone through between two looks at whether the task was cancelled.
  private static let stretch = 16

  init(stays: [Bool], starts: [[Int]], places: [[Int]], placeCount: Int) {
    self.stays = stays
    self.starts = starts
    self.places = places
    self.placeCount = placeCount
  }

  /// Goes through all graphs.
  func counts(in drawer: GraphDrawer, by workers: Workers) throws(BuzzlineError) -> Counts {
    let stretches = (starts.count + Self.stretch - 1) / Self.stretch
    var all = Counts(repeating: [Int](repeating: 0, count: drawer.graphs), count: placeCount)
    try workers.forEach(of: drawer.blockCount * stretches, work: "live-edge graphs") {
      BlockSearch(drawer)
    } compute: { search, number in
      let first = number % stretches * Self.stretch
      return count(starts[first..<min(starts.count, first + Self.stretch)], block: number / stretches, &search)
    } commit: { number, part in
      for place in 0..<placeCount {
        for (graph, count) in part[place].enumerated() { all[place][number / stretches * 64 + graph] += count }
      }
    }
    return all
  }

  private func count(_ starts: ArraySlice<[Int]>, block: Int, _ search: inout BlockSearch) -> Counts {
    var counters = [GraphCounter](repeating: GraphCounter(), count: placeCount)
    for start in starts {
      search.search(from: start, block: block)
      for actor in search.met where stays[actor] {
        for place in places[actor] { counters[place].add(search.graphs(reaching: actor)) }
      }
    }
    return counters.map { Array($0.counts.prefix(search.graphCount)) }
  }
}
