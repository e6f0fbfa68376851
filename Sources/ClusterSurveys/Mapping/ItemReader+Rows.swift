internal import DataFiles
internal import KnowledgeNetworks

/// Rows each of which names a partner.
extension ItemReader {
  /// A row that names a partner and of whose cells none is a tie, where the mapping takes it for one: without what
  /// cells would have told, such as a topic.
  func nameAlone(
    row: Int, _ meanings: [CellMeaning]
  ) throws(BuzzlineError) -> (claims: [MappedClaim], status: ResponseStatus?, counts: CellCounts)? {
    guard item.takesNamesForTies, !meanings.contains(where: \.isTie), let column = partner?.rowColumn else {
      return nil
    }
    func numbers(_ part: BoundPart?) throws(BuzzlineError) -> FewElements<UInt32> {
      guard let part, part.isOfRow else { return .one(0) }
      return try part.numbers(row: row)
    }
    var claims: [MappedClaim] = []
    try append(try numbers(partner), .tie(weight: nil), at: Sheet.Position(row, column), numbers, to: &claims)
    claims.removeAll { isMissing($0.partner) }
    return claims.isEmpty ? nil : (claims, .answered, CellCounts(ties: 1, ignored: columns.count - 1))
  }

  /// One row of a long file: a partner, with an answer where a column states one.
  func longAnswers(
    row: Int
  ) throws(BuzzlineError) -> (claims: [MappedClaim], status: ResponseStatus?, counts: CellCounts) {
    var claims: [MappedClaim] = []
    try read(row: row, index: 0, "", .tie(weight: nil), into: &claims)
    let count = claims.count
    claims.removeAll { isMissing($0.partner) }
    if claims.isEmpty { return ([], nil, count == 0 ? CellCounts(ignored: 1) : CellCounts(missing: 1)) }
    return (claims, nil, CellCounts(ties: 1))
  }

  private func isMissing(_ partner: UInt32) -> Bool {
    if let known = areMissing[partner] { return known }
    let found = item.codes.meaning(of: table.pool[partner], isUnstated: false, nil)?.isMissing == true
    areMissing[partner] = found
    return found
  }
}
