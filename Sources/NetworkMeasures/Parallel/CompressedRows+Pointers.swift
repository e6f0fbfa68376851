internal import KnowledgeNetworks

/// Rows as bare pointers, for inner loops that must not count references.
struct RowPointers {
  let starts: UnsafePointer<UInt32>
  let partners: UnsafePointer<UInt32>

  @inline(__always)
  func first(_ actor: Int) -> UnsafePointer<UInt32> { partners + Int(starts[actor]) }

  @inline(__always)
  func count(_ actor: Int) -> Int { Int(starts[actor + 1] &- starts[actor]) }
}

extension CompressedRows {
  /// Calls with the rows as pointers that are good until it returns.
  func withPointers<Result>(_ body: (RowPointers) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      partners.withUnsafeBufferPointer { partners in
        // No row is read where there are no ties, so any address does.
        guard let first = starts.baseAddress else { preconditionFailure("rows have at least one start") }
        return body(RowPointers(starts: first, partners: partners.baseAddress ?? first))
      }
    }
  }
}
