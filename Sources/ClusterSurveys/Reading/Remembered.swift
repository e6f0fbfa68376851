internal import KnowledgeNetworks

/// What each different cell of a column means, found out once and kept under the number of the cell.
struct Remembered<Meaning> {
  private var meanings: [Meaning?] = []

  subscript(number: UInt32) -> Meaning? {
    get { number < meanings.count ? meanings[Int(number)] : nil }
    set {
      let missing = Int(number) + 1 - meanings.count
      if missing > 0 { meanings += repeatElement(nil, count: missing) }
      meanings[Int(number)] = newValue
    }
  }

  /// What a cell means; found out where it is not known.
  mutating func meaning(
    of number: UInt32, _ find: () throws(BuzzlineError) -> Meaning
  ) throws(BuzzlineError) -> Meaning {
    if let known = self[number] { return known }
    let found = try find()
    self[number] = found
    return found
  }
}
