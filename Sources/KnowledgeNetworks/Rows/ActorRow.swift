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
    CompressedRows.entry(of: actor, in: partners, from: start, to: start + endIndex) != nil
  }
}
