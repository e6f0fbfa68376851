/// Pairs in ascending rows; a pair that occurs several times stands in its row as often.
package struct SortedPairs: Sendable {
  package let rows: CompressedRows
  /// How many entries repeat the one before them in their row.
  package let repeatCount: Int
}

extension SortedPairs {
  /// Puts pairs into rows.
  ///
  /// A counting sort in two rounds, so that each works within the processor's cache: pairs first go to stretches of
  /// neighbouring owners, then each stretch is sorted by owner and its rows by partner.
  ///
  /// - Precondition: owners and partners are fewer than `actors`, and the pairs fewer than 32 bits can number.
  /// - Complexity: O(*n* + *m*) time, but for long rows in no order, and space for *m* pairs of *n* actors.
  init(_ pairs: UnsortedPairs, actors: Int, workers: Workers) throws(BuzzlineError) {
    self =
      if OwnerBuckets<UInt32>.hold(actors: actors) {
        try OwnerBuckets<UInt32>(pairs, actors: actors, workers: workers).sorted(actors: actors, workers: workers)
      } else {
        try OwnerBuckets<UInt64>(pairs, actors: actors, workers: workers).sorted(actors: actors, workers: workers)
      }
  }
}

enum UnsortedPairs: Sendable {
  case listed(owners: [UInt32], partners: [UInt32])
  /// The pairs of rows, whose partners are to be owners.
  case reversed(CompressedRows)

  var owners: [UInt32] {
    switch self {
    case .listed(let owners, _): owners
    case .reversed(let rows): rows.partners
    }
  }

  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ owner: UInt32, _ partner: UInt32) -> Void) {
    switch self {
    case .listed(let owners, let partners):
      owners.withUnsafeBufferPointer { owners in
        partners.withUnsafeBufferPointer { partners in
          for position in range { body(owners[position], partners[position]) }
        }
      }
    case .reversed(let rows):
      var partner = rows.owner(of: range.lowerBound)
      rows.partners.withUnsafeBufferPointer { owners in
        for position in range {
          while position == Int(rows.starts[partner + 1]) { partner += 1 }
          body(owners[position], UInt32(truncatingIfNeeded: partner))
        }
      }
    }
  }
}

extension CompressedRows {
  /// The same pairs seen from the other side.
  func reversed(workers: Workers) throws(BuzzlineError) -> CompressedRows {
    try SortedPairs(.reversed(self), actors: starts.count - 1, workers: workers).rows
  }

  /// The row in which an entry stands.
  fileprivate func owner(of entry: Int) -> Int {
    (1..<starts.count - 1).partitioningIndex { Int(starts[$0]) > entry } - 1
  }
}
