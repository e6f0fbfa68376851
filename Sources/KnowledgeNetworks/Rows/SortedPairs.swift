/// Pairs in ascending rows; a pair that occurs several times stands in its row as often.
package struct SortedPairs: Sendable {
  package let rows: CompressedRows
  /// How many entries repeat the one before them in their row.
  package let repeatCount: Int

  /// Puts pairs into rows.
  ///
  /// A counting sort in two rounds, so that each works within the processor's cache: pairs first go to stretches of
  /// neighbouring owners, then each stretch is sorted by owner and its rows by partner.
  ///
  /// - Precondition: owners and partners are fewer than `actors`, and the pairs fewer than 32 bits can number.
  /// - Complexity: O(*n* + *m*) time, but for long rows in no order, and space for *m* pairs of *n* actors.
  package init(owners: [UInt32], partners: [UInt32], actors: Int, workers: Workers) throws(BuzzlineError) {
    try self.init(.listed(owners: owners, partners: partners), actors: actors, workers: workers)
  }

  init(_ pairs: UnsortedPairs, actors: Int, workers: Workers) throws(BuzzlineError) {
    self =
      if OwnerBuckets<UInt32>.hold(actors: actors) {
        try OwnerBuckets<UInt32>(pairs, actors: actors, workers: workers).sorted(actors: actors, workers: workers)
      } else {
        try OwnerBuckets<UInt64>(pairs, actors: actors, workers: workers).sorted(actors: actors, workers: workers)
      }
  }

  init(rows: CompressedRows, repeatCount: Int) { (self.rows, self.repeatCount) = (rows, repeatCount) }
}

extension CompressedRows {
  /// The same pairs seen from the other side.
  func reversed(workers: Workers) throws(BuzzlineError) -> CompressedRows {
    try SortedPairs(.turned(self), actors: starts.count - 1, workers: workers).rows
  }
}
