internal import KnowledgeNetworks

/// Two tied actors, the entries each has in the other's row, and the entries of those both are tied to.
struct TiedPair {
  let weights: UnsafePointer<Double>
  /// The second in the row of the first, and the first in the row of the second.
  let entry: Int
  let mirror: Int
  let commonCount: Int
  /// Their common contacts in the row of the first, and in that of the second.
  let own: UnsafeMutablePointer<UInt32>
  let others: UnsafeMutablePointer<UInt32>
}

/// Two numbers of every tied pair, each as the first of the two actors sees it and as the second does.
protocol PairSum: Sendable {
  func sums(of pair: TiedPair) -> (SIMD2<Double>, SIMD2<Double>)
}

/// Adds up over the common contacts of every tied pair.
///
/// A pair belongs to the end with more contacts, whose row is kept at hand while the other's is read: the sum over all
/// pairs of the smaller number of contacts, as in Chiba & Nishizeki (1985),
/// [doi:10.1137/0214017](https://doi.org/10.1137/0214017).
struct PairKernel: Sendable {
  let contacts: Contacts
  let weights: [Double]
  private static let block = 1_024

  /// Both numbers of every pair, by entry of the contacts; `nil` if the task was cancelled.
  func columns(of sum: some PairSum, by workers: Workers) -> (first: [Double], second: [Double])? {
    // Filling nothing would still write to the storage that all empty arrays of the program share.
    guard !weights.isEmpty else { return ([], []) }
    var first: [Double] = []
    var isComplete = false
    let second = [Double](unsafeUninitializedCapacity: weights.count) { second, secondCount in
      first = [Double](unsafeUninitializedCapacity: weights.count) { first, firstCount in
        isComplete = fill(PairColumns(first: first, second: second), with: sum, by: workers)
        (firstCount, secondCount) = isComplete ? (weights.count, weights.count) : (0, 0)
      }
    }
    return isComplete ? (first, second) : nil
  }

  private func fill(_ columns: PairColumns, with sum: some PairSum, by workers: Workers) -> Bool {
    contacts.partners.withUnsafeBufferPointer { partners in
      weights.withUnsafeBufferPointer { weights in
        guard let partners = partners.baseAddress, let weights = weights.baseAddress else { return true }
        // Read by all, and alive until all have left.
        nonisolated(unsafe) let (rows, lengths) = (partners, weights)
        return workers.forEach(
          of: (contacts.actorCount + Self.block - 1) / Self.block, work: "structural holes",
          scratch: { CommonContacts(rows, actorCount: contacts.actorCount) },
          compute: { common, block in
            for actor in block * Self.block..<min(contacts.actorCount, (block + 1) * Self.block) {
              fill(columns, of: actor, with: sum, common, rows, lengths)
            }
          }, leave: { $0.deallocate() }, commit: { _, _ in })
      }
    }
  }

  @inline(__always)
  private func fill(
    _ columns: PairColumns, of actor: Int, with sum: some PairSum, _ common: CommonContacts,
    _ partners: UnsafePointer<UInt32>, _ weights: UnsafePointer<Double>
  ) {
    let row = contacts[actor]
    common.open(row)
    for entry in row {
      let other = Int(partners[entry])
      let otherRow = contacts[other]
      guard (otherRow.count, other) < (row.count, actor) else { continue }
      let found = common.find(UInt32(truncatingIfNeeded: actor), in: otherRow)
      let pair = TiedPair(
        weights: weights, entry: entry, mirror: otherRow.lowerBound + found.before, commonCount: found.count,
        own: common.own, others: common.others)
      let (first, second) = sum.sums(of: pair)
      columns.set(pair, first, second)
    }
    common.close(row)
  }
}

/// Where the numbers go: both entries of a pair are written by whoever has the pair, and by nobody else.
private struct PairColumns: @unchecked Sendable {
  let first: UnsafeMutableBufferPointer<Double>
  let second: UnsafeMutableBufferPointer<Double>

  @inline(__always)
  func set(_ pair: TiedPair, _ one: SIMD2<Double>, _ two: SIMD2<Double>) {
    first.initializeElement(at: pair.entry, to: one[0])
    first.initializeElement(at: pair.mirror, to: one[1])
    second.initializeElement(at: pair.entry, to: two[0])
    second.initializeElement(at: pair.mirror, to: two[1])
  }
}
