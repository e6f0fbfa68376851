internal import KnowledgeNetworks

/// How many are reached by sets of actors, the members of each starting together, all in common graphs.
struct SetReach: Sendable {
  /// In each graph, the mean over the sets that start in it.
  private(set) var byGraph: [Double]
  /// For each set, the mean over the graphs it starts in.
  private(set) var bySet: [Double]

  /// - Complexity: O(*w* (*n* + *m*) / 64 + *v* *r*) time for *w* graphs and *v* searches of *r* steps on 64 graphs at a time,
  ///   one a set and block of graphs or, in turn, as many as there are sets or blocks; O(*n* + *m*) space a worker.
  ///
  /// - Parameter isInTurn: Whether each set starts in one block of graphs, and in each block one set at least, not each in
  ///   all graphs.
  init(of sets: [[Int]], in drawer: GraphDrawer, isInTurn: Bool = false, workers: Workers) throws(BuzzlineError) {
    let visits = Self.visits(of: sets.count, to: drawer.blockCount, isInTurn)
    var graphs = [Tally](repeating: Tally(), count: drawer.graphs)
    var totals = [Tally](repeating: Tally(), count: sets.count)
    try workers.forEach(of: visits.count, work: "sets of starters") {
      BlockSearch(drawer)
    } compute: { search, number in
      visits[number].sets.map { set in
        search.search(from: sets[set], block: visits[number].block)
        return search.found.counter.counts(ofFirst: search.graphCount)
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
  private static func visits(of sets: Int, to blocks: Int, _ isInTurn: Bool) -> [(block: Int, sets: [Int])] {
    (0..<blocks).flatMap { block in
      let guests =
        isInTurn ? stride(from: block, to: max(sets, blocks), by: blocks).map { $0 % sets } : Array(0..<sets)
      // Few sets between two looks at whether the task was cancelled.
      return Chunks(total: guests.count, size: 4).map { (block, Array(guests[$0])) }
    }
  }

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
