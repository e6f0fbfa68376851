internal import KnowledgeNetworks

/// Two tied actors, and those both are tied to.
struct TiedPair {
  let weights: UnsafePointer<Double>
  /// The second in the row of the first.
  let entry: Int
  let commonCount: Int
  let common: CommonContacts

  /// Goes through the common contacts: their entries in the row of the first and in that of the second, and who they are.
  @inline(__always)
  func forEachCommon(_ body: (_ own: Int, _ other: Int, _ third: UInt32) -> Void) {
    for hit in 0..<commonCount {
      let other = Int(common.others[hit])
      let third = common.partners[other]
      body(Int(common.entries[Int(third)]), other, third)
    }
  }
}

/// Two numbers of every tied pair, as the first of the two actors sees it and as the second does.
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

  /// Both numbers of every pair, by entry of the contacts.
  func numbers(of sum: some PairSum, by workers: Workers) throws(BuzzlineError) -> [SIMD2<Double>] {
    try [SIMD2<Double>](large: weights.count) { numbers throws(BuzzlineError) in
      try contacts.rows.partners.withUnsafeBufferPointer { partners throws(BuzzlineError) in
        try weights.withUnsafeBufferPointer { weights throws(BuzzlineError) in
          guard let partners = partners.baseAddress, let weights = weights.baseAddress else { return }
          // Rows are read by all, and alive until all have left; both entries of a pair are written by whoever has the
          // pair, and by nobody else.
          nonisolated(unsafe) let (rows, lengths, numbers) = (partners, weights, numbers)
          try workers.forEach(
            of: (contacts.actorCount + Self.block - 1) / Self.block, work: "structural holes",
            scratch: { CommonContacts(rows, actorCount: contacts.actorCount) },
            compute: { common, block in
              for actor in block * Self.block..<min(contacts.actorCount, (block + 1) * Self.block) {
                fill(numbers, of: actor, with: sum, common, lengths)
              }
            }, leave: { $0.deallocate() }, commit: { _, _ in })
        }
      }
    }
  }

  @inline(__always)
  private func fill(
    _ numbers: UnsafeMutableBufferPointer<SIMD2<Double>>, of actor: Int, with sum: some PairSum,
    _ common: CommonContacts, _ weights: UnsafePointer<Double>
  ) {
    let row = contacts[actor]
    common.open(row)
    for entry in row {
      let other = Int(common.partners[entry])
      let otherRow = contacts[other]
      guard (otherRow.count, other) < (row.count, actor) else { continue }
      let found = common.find(UInt32(truncatingIfNeeded: actor), in: otherRow)
      let pair = TiedPair(weights: weights, entry: entry, commonCount: found.count, common: common)
      let (first, second) = sum.sums(of: pair)
      numbers.initializeElement(at: entry, to: first)
      numbers.initializeElement(at: otherRow.lowerBound + found.before, to: second)
    }
    common.close(row)
  }
}

/// Finds whom an actor and each of its contacts are both tied to.
struct CommonContacts {
  let partners: UnsafePointer<UInt32>
  /// A bit an actor, set for the contacts of the actor at hand: few enough to stay in the nearest cache.
  private let marks: UnsafeMutablePointer<UInt64>
  /// For each contact of the actor at hand the entry it has in that actor's row; for others it is never read.
  let entries: UnsafeMutablePointer<UInt32>
  /// The entries of those found, in the row of the contact.
  let others: UnsafeMutablePointer<UInt32>

  /// - Parameter partners: The rows of ``Contacts``, which must outlive this.
  init(_ partners: UnsafePointer<UInt32>, actorCount: Int) {
    self.partners = partners
    marks = .repeating(0, actorCount / 64 + 1)
    entries = .repeating(0, actorCount)
    // One place more takes what a list without branches writes last.
    others = .allocate(capacity: actorCount + 1)
  }

  func deallocate() {
    marks.deallocate()
    entries.deallocate()
    others.deallocate()
  }

  func open(_ row: Range<Int>) {
    for entry in row {
      let partner = Int(partners[entry])
      marks[partner >> 6] |= 1 << UInt64(partner & 63)
      entries[partner] = UInt32(truncatingIfNeeded: entry)
    }
  }

  func close(_ row: Range<Int>) {
    for entry in row { marks[Int(partners[entry]) >> 6] = 0 }
  }

  /// Lists the common contacts of the actor at hand and one of its contacts, in the order of the contact's row.
  ///
  /// - Returns: How many there are, and how many of the contact's row stand before the actor itself: its entry there.
  @inline(__always)
  func find(_ actor: UInt32, in row: Range<Int>) -> (count: Int, before: Int) {
    let (actor, partners, marks) = (UInt64(actor), partners, marks)
    var (count, before) = (0, 0)
    for entry in row {
      let partner = UInt64(partners[entry])
      others[count] = UInt32(truncatingIfNeeded: entry)
      // Neither becomes a branch, which would be mispredicted.
      count &+= Int(truncatingIfNeeded: (marks[Int(partner >> 6)] &>> (partner & 63)) & 1)
      before &+= Int(truncatingIfNeeded: (partner &- actor) >> 63)
    }
    return (count, before)
  }
}
