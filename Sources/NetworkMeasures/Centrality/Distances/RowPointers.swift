internal import KnowledgeNetworks

/// Rows as bare pointers, for inner loops that must not count references.
struct RowPointers {
  let starts: UnsafePointer<UInt32>
  let lengths: UnsafePointer<UInt32>
  let partners: UnsafePointer<UInt32>

  @inline(__always)
  func first(_ actor: Int) -> UnsafePointer<UInt32> { partners + Int(starts[actor]) }

  @inline(__always)
  func count(_ actor: Int) -> Int { Int(lengths[actor]) }
}

extension PlacedRows {
  /// Calls with the rows as pointers that are good until it returns.
  func withPointers<Result>(_ body: (RowPointers) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      lengths.withUnsafeBufferPointer { lengths in
        partners.withUnsafeBufferPointer { partners in
          // Searches start at actors that have ties, so none of this is empty.
          guard let starts = starts.baseAddress, let lengths = lengths.baseAddress, let partners = partners.baseAddress
          else { preconditionFailure("nothing is searched where there are no ties") }
          return body(RowPointers(starts: starts, lengths: lengths, partners: partners))
        }
      }
    }
  }
}
