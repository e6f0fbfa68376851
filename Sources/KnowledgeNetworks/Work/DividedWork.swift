/// Long work of which any run of batches can be done apart from the others, on other machines too.
///
/// What the batches are follows from the input alone. Parts that together hold every batch once give the same bits as all
/// batches done in one place, however they were cut and whoever did them.
package protocol DividedWork {
  associatedtype Outcome

  /// The computations it consists of, by how many batches each has.
  var batchCounts: [Int] { get }
  /// Does some batches of a computation.
  func part(of computation: Int, batches: Range<Int>, workers: Workers) throws(BuzzlineError) -> WorkPart
  /// Joins parts to what was asked for.
  func outcome(joining parts: WorkParts, workers: Workers) throws(BuzzlineError) -> Outcome
  /// What a part takes beside the network.
  var memory: MemoryNeed { get }
}

/// The parts of all computations, in the order of their batches, each batch once; read when they are needed, for together
/// they may not fit into memory.
package struct WorkParts {
  private let taskCount: Int
  private let read: (_ task: Int, _ computation: Int) throws(BuzzlineError) -> WorkPart

  package init(
    taskCount: Int, read: @escaping (_ task: Int, _ computation: Int) throws(BuzzlineError) -> WorkPart
  ) {
    (self.taskCount, self.read) = (taskCount, read)
  }

  /// Hands over the rows of a computation in their order.
  package func forEachRow(of computation: Int, _ body: (WorkPart.Row) -> Void) throws(BuzzlineError) {
    for task in 0..<taskCount {
      for row in try read(task, computation).rows { body(row) }
    }
  }

  /// Adds up rows of whole numbers, place by place.
  package func addedUp(_ computation: Int, count: Int) throws(BuzzlineError) -> [UInt64] {
    var sum = [UInt64](repeating: 0, count: count)
    try forEachRow(of: computation) { row in
      for place in sum.indices { sum[place] &+= row.words[place] }
    }
    return sum
  }

  /// Joins sums of floating-point numbers.
  package func joinedSums(_ computation: Int) throws(BuzzlineError) -> PairwiseSums {
    var sums = PairwiseSums()
    try forEachRow(of: computation) { row in
      sums.add(
        PairwiseSums.Stretch(first: row.first, count: row.count, numbers: row.words.map(Double.init(bitPattern:))))
    }
    return sums
  }
}

/// What some batches brought: rows of whole numbers, or of floating-point numbers by their bits.
package struct WorkPart: Hashable, Sendable {
  /// What a run of batches brought together.
  package struct Row: Hashable, Sendable {
    /// The first batch, and how many there are.
    package let first: Int
    package let count: Int
    package let words: [UInt64]

    package init(first: Int, count: Int, words: [UInt64]) {
      (self.first, self.count, self.words) = (first, count, words)
    }
  }

  package let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  /// One row for all batches; none of no batch.
  package init(of batches: Range<Int>, words: [UInt64]) {
    rows = batches.isEmpty ? [] : [Row(first: batches.lowerBound, count: batches.count, words: words)]
  }

  package init(_ sums: PairwiseSums) {
    rows = sums.stretches.map { Row(first: $0.first, count: $0.count, words: $0.numbers.map(\.bitPattern)) }
  }
}
