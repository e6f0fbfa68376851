internal import DataFiles
internal import KnowledgeNetworks

/// The rows of a chunk of a plain file of ties, their ends numbered by first appearance within it.
struct TieChunk: Sendable {
  private(set) var table = IdentifierTable()
  /// The numbers of source and target of each row in turn.
  private(set) var ends: [UInt32]

  /// Reads a chunk; `nil` at anything that must be read with care.
  init?(_ chunk: PlainChunk, _ layout: TieLayout) {
    guard let bytes = chunk.file.bytes.baseAddress else { return nil }
    ends = [UInt32](largeCapacity: 2 * chunk.estimatedRows)
    guard read(chunk, layout, bytes) else { return nil }
  }

  private mutating func read(_ chunk: PlainChunk, _ layout: TieLayout, _ bytes: UnsafeRawPointer) -> Bool {
    layout.forEachBatch(of: chunk) { identifiers, numbers in
      table.number(identifiers, in: bytes, into: numbers)
      ends.append(contentsOf: UnsafeBufferPointer(start: numbers, count: identifiers.count))
      return true
    }
  }

  /// Numbers the identifiers of the next chunk too; their numbers here.
  mutating func take(_ next: TieChunk, in bytes: UnsafeRawPointer) -> [UInt32] { table.take(next.table, in: bytes) }
}

extension TieLayout {
  /// Goes through the rows of a chunk and looks up both ends of many at a time.
  ///
  /// - Parameter lookUp: Takes sources and targets in turn, and writes their numbers; `false` gives up.
  /// - Returns: `false` at anything that must be read with care.
  @inline(__always)
  func forEachBatch(
    of chunk: PlainChunk, _ lookUp: (UnsafeBufferPointer<ByteSpan>, UnsafeMutablePointer<UInt32>) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: ByteSpan.self, capacity: IdentifierTable.batch) { spans in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: IdentifierTable.batch) { numbers in
        guard let number = numbers.baseAddress else { return false }
        var waiting = 0
        let isRead = chunk.forEachRow { cells in
          guard cells[source].length > 0, cells[target].length > 0 else { return false }
          spans.initializeElement(at: waiting, to: cells[source])
          spans.initializeElement(at: waiting + 1, to: cells[target])
          waiting += 2
          guard waiting == IdentifierTable.batch else { return true }
          waiting = 0
          return lookUp(UnsafeBufferPointer(spans), number)
        }
        return isRead && lookUp(UnsafeBufferPointer(rebasing: spans[..<waiting]), number)
      }
    }
  }
}
