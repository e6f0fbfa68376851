/// Who is tied to whom, seen from one side: all rows in one array and where each begins.
@usableFromInline package struct CompressedRows: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  @usableFromInline package let starts: [UInt32]
  @usableFromInline package let partners: [UInt32]

  package init(starts: [UInt32], partners: [UInt32]) {
    self.starts = starts
    self.partners = partners
  }

  package subscript(actor: Int) -> ArraySlice<UInt32> { partners[range(of: actor)] }
  package func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }
  package func count(of actor: Int) -> Int { Int(starts[actor + 1] - starts[actor]) }

  /// Where a partner stands among all entries, if it is in an actor's row.
  ///
  /// - Complexity: O(log *d*) time for *d* partners.
  package func entry(of partner: Int, inRowOf actor: Int) -> Int? {
    Self.entry(of: partner, in: partners, range(of: actor))
  }

  fileprivate static func entry(of partner: Int, in partners: [UInt32], _ row: Range<Int>) -> Int? {
    let entry = row.partitioningIndex { partners[$0] >= partner }
    return entry < row.upperBound && partners[entry] == partner ? entry : nil
  }

  /// Where each row begins, given how many entries each actor has.
  package static func starts(counting owners: some Sequence<UInt32>, actors: Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: actors + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for actor in 0..<actors { starts[actor + 1] += starts[actor] }
    return starts
  }

  /// The same pairs seen from the other side, and for each of its entries the entry it mirrors here.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  package func mirrored() -> (rows: CompressedRows, origins: [UInt32]) {
    let actors = starts.count - 1
    let mirrorStarts = Self.starts(counting: partners, actors: actors)
    var next = mirrorStarts
    var mirror = [UInt32](repeating: 0, count: partners.count)
    var origins = mirror
    for owner in 0..<actors {
      for position in range(of: owner) {
        let partner = Int(partners[position])
        mirror[Int(next[partner])] = UInt32(owner)
        origins[Int(next[partner])] = UInt32(position)
        next[partner] += 1
      }
    }
    return (CompressedRows(starts: mirrorStarts, partners: mirror), origins)
  }
  /// The same rows with each partner once, and at which entry here each begins; last, how many entries there are.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  func joiningRepeats() -> (rows: CompressedRows, firstEntries: [UInt32]) {
    var (rowStarts, joined, firstEntries) = ([UInt32(0)], [UInt32](), [UInt32]())
    for actor in 0..<starts.count - 1 {
      var previous: UInt32?
      for entry in range(of: actor) where partners[entry] != previous {
        previous = partners[entry]
        joined.append(partners[entry])
        firstEntries.append(UInt32(entry))
      }
      rowStarts.append(UInt32(joined.count))
    }
    return (CompressedRows(starts: rowStarts, partners: joined), firstEntries + [UInt32(partners.count)])
  }
}

extension Range<Int> {
  /// The first position at which a condition holds that holds at all after it; the end of the range if there is none.
  ///
  /// - Complexity: O(log *n*) calls for *n* positions.
  @inlinable @inline(__always) package func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The partners of one actor on one side, ascending by roster position: a view of the network, not a copy.
///
/// Positions in a row count from 0. Loops over a row compile into the module that writes them, so that a measure of
/// one's own runs over it as over a flat array.
public struct ActorRow: RandomAccessCollection, Sendable {
  @usableFromInline let partners: [UInt32]
  @usableFromInline let start: Int
  /// The number of partners.
  public let endIndex: Int

  @inlinable init(_ rows: CompressedRows, of actor: Int) {
    partners = rows.partners
    start = Int(rows.starts[actor])
    endIndex = Int(rows.starts[actor + 1]) - start
  }

  /// The first position, 0.
  @inlinable public var startIndex: Int { 0 }

  /// The roster position of a partner.
  @inlinable public subscript(position: Int) -> Int {
    precondition(position >= 0 && position < endIndex, "a position in the row")
    return Int(partners[start + position])
  }

  /// Hands the row over as it lies in memory; the pointer is good only within the body.
  @inlinable public func withUnsafeBufferPointer<Value, Failure>(
    _ body: (UnsafeBufferPointer<UInt32>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // Within bounds: a row ends where the next begins, at the end of the partners at the latest.
    try partners[start..<start + endIndex].withUnsafeBufferPointer(body)
  }

  /// Whether an actor is in the row.
  ///
  /// - Complexity: O(log *d*) time for *d* partners.
  public func contains(_ actor: Int) -> Bool {
    CompressedRows.entry(of: actor, in: partners, start..<start + endIndex) != nil
  }
}
