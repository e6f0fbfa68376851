/// Who is tied to whom, seen from one side: all rows in one array and where each begins.
@usableFromInline package struct CompressedRows: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  @usableFromInline package let starts: [UInt32]
  @usableFromInline package let partners: [UInt32]

  package init(starts: [UInt32], partners: [UInt32]) {
    self.starts = starts
    self.partners = partners
  }

  package subscript(actor: Int) -> ArraySlice<UInt32> {
    partners[Int(starts[actor])..<Int(starts[actor + 1])]
  }

  package func range(of actor: Int) -> Range<Int> { Int(starts[actor])..<Int(starts[actor + 1]) }

  package func count(of actor: Int) -> Int { Int(starts[actor + 1] - starts[actor]) }

  /// Where a partner stands among all entries, if it is in an actor's row.
  ///
  /// - Complexity: O(log *d*) time for *d* partners.
  package func entry(of partner: Int, inRowOf actor: Int) -> Int? {
    Self.entry(of: partner, in: partners, from: Int(starts[actor]), to: Int(starts[actor + 1]))
  }

  static func entry(of partner: Int, in partners: [UInt32], from start: Int, to end: Int) -> Int? {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if partners[middle] < partner { low = middle + 1 } else { high = middle }
    }
    return low < end && partners[low] == partner ? low : nil
  }

  /// Where each row begins, given how many entries each actor has.
  static func starts(counting owners: some Sequence<UInt32>, actors: Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: actors + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for actor in 0..<actors { starts[actor + 1] += starts[actor] }
    return starts
  }

  /// The same pairs seen from the other side, and for each of its entries the entry it mirrors here.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  func mirrored() -> (rows: CompressedRows, origins: [UInt32]) {
    let actors = starts.count - 1
    let mirrorStarts = Self.starts(counting: partners, actors: actors)
    var next = mirrorStarts
    var mirror = [UInt32](repeating: 0, count: partners.count)
    var origins = mirror
    for owner in 0..<actors {
      for position in Int(starts[owner])..<Int(starts[owner + 1]) {
        let partner = Int(partners[position])
        mirror[Int(next[partner])] = UInt32(owner)
        origins[Int(next[partner])] = UInt32(position)
        next[partner] += 1
      }
    }
    return (CompressedRows(starts: mirrorStarts, partners: mirror), origins)
  }
}
