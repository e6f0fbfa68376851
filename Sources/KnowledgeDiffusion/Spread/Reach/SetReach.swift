internal import KnowledgeNetworks

/// How many are reached by sets of actors, the members of each starting together, all in common graphs.
struct SetReach: Sendable {
  /// In which graphs each set starts.
  enum Process {
    /// Each set in all graphs.
    case everyGraph
    /// Sets take turns: each in one block of graphs, and in each block one set at least.
    case inTurn
  }

  /// In each graph, the mean over the sets that start in it.
  private(set) var byGraph: [Double]
  /// For each set, the mean over the graphs it starts in.
  private(set) var bySet: [Double]

  /// Goes through graphs with each set.
  ///
  /// - Complexity: O(*w* (*n* + *m*) / 64 + *v* *r*) time for *w* graphs and *v* searches of *r* steps on 64 graphs at a time,
  ///   one a set and block of graphs or, in turn, as many as there are sets or blocks; O(*n* + *m*) space a worker.
  init(
    of sets: [[Int]], in drawer: GraphDrawer, _ process: Process = .everyGraph, workers: Workers
  ) throws(BuzzlineError) {
    let visits = Self.visits(of: sets.count, to: drawer.blockCount, process)
    var graphs = [Tally](repeating: Tally(), count: drawer.graphs)
    var totals = [Tally](repeating: Tally(), count: sets.count)
    try workers.forEach(of: visits.count, work: "sets of starters") {
      BlockSearch(drawer)
    } compute: { search, number in
      visits[number].sets.map { set in
        search.search(from: sets[set], block: visits[number].block)
        return search.counts
      }
    } commit: { number, counts in
      for (set, counts) in zip(visits[number].sets, counts) {
        for (graph, count) in counts.enumerated() {
          graphs[visits[number].block * 64 + graph].add(count)
          totals[set].add(count)
        }
      }
    }
    byGraph = graphs.map(\.mean)
    bySet = totals.map(\.mean)
  }

  /// Which sets start in which block, a few at a time, block after block.
  private static func visits(of sets: Int, to blocks: Int, _ process: Process) -> [(block: Int, sets: [Int])] {
    (0..<blocks).flatMap { block in
      let guests =
        switch process {
        case .everyGraph: Array(0..<sets)
        case .inTurn: stride(from: block, to: max(sets, blocks), by: blocks).map { $0 % sets }
        }
      // Few sets between two looks at whether the task was cancelled.
      return Stretches(total: guests.count, size: 4).map { (block, Array(guests[$0])) }
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
