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
    marks = .allocate(capacity: actorCount / 64 + 1)
    marks.initialize(repeating: 0, count: actorCount / 64 + 1)
    entries = .allocate(capacity: actorCount)
    entries.initialize(repeating: 0, count: actorCount)
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
