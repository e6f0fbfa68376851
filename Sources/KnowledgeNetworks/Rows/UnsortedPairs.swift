/// Pairs before they are sorted.
enum UnsortedPairs: Sendable {
  case listed(owners: [UInt32], partners: [UInt32])
  /// The pairs of rows, whose partners are to be owners.
  case turned(CompressedRows)

  var owners: [UInt32] {
    switch self {
    case .listed(let owners, _): owners
    case .turned(let rows): rows.partners
    }
  }

  /// Goes through some pairs.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ owner: UInt32, _ partner: UInt32) -> Void) {
    switch self {
    case .listed(let owners, let partners):
      owners.withUnsafeBufferPointer { owners in
        partners.withUnsafeBufferPointer { partners in
          for position in range { body(owners[position], partners[position]) }
        }
      }
    case .turned(let rows):
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
  /// The row in which an entry stands.
  fileprivate func owner(of entry: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= entry { low = middle } else { high = middle }
    }
    return low
  }
}
