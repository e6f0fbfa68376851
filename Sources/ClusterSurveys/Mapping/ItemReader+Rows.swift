internal import DataFiles
internal import KnowledgeNetworks

/// Rows each of which names a partner.
extension ItemReader {
  /// A row that names a partner and of whose cells none is a tie, where the mapping takes it for one: without what
  /// cells would have stated, such as a topic.
  func nameAlone(
    row: Int, _ meanings: [CellMeaning]
  ) throws(BuzzlineError) -> ItemAnswers? {
    guard item.takesNamesForTies, !meanings.contains(where: \.isTie), let column = partner?.rowColumn else {
      return nil
    }
    func numbers(_ part: BoundPart?) throws(BuzzlineError) -> FewElements<UInt32> {
      guard let part, part.isOfRow else { return .one(0) }
      return try part.numbers(row: row)
    }
    var claims: [MappedClaim] = []
    try append(try numbers(partner), .tie(weight: nil), at: Sheet.Position(row, column), numbers, to: &claims)
    claims.removeAll { standsForNobody($0.partner) }
    guard !claims.isEmpty else { return nil }
    return ItemAnswers(
      claims: claims, status: .answered, counts: CellCounts(ties: 1, ignored: columns.count - 1))
  }

  /// One row of a long file: a partner, with an answer where a column states one.
  func longAnswers(row: Int) throws(BuzzlineError) -> ItemAnswers {
    var claims: [MappedClaim] = []
    try read(row: row, index: 0, .tie(weight: nil), into: &claims)
    let said = claims.first?.partner
    claims.removeAll { standsForNobody($0.partner) }
    guard claims.isEmpty else { return ItemAnswers(claims: claims, counts: CellCounts(ties: 1)) }
    if let said, meaning(ofPartner: said) == .noTie {
      return ItemAnswers(status: .answered, counts: CellCounts(denials: 1), namesNobody: true)
    }
    return ItemAnswers(
      counts: said == nil ? CellCounts(ignored: 1) : CellCounts(missing: 1), leavesUnnamed: rowsNamePartners)
  }

  /// A row that does not speak of the question.
  ///
  /// Where it names a partner and does not state what decides that, whether
  /// it should have spoken is not known, so that the question is answered in part.
  func unasked(row: Int) throws(BuzzlineError) -> ItemAnswers {
    var answers = ItemAnswers(counts: CellCounts(ignored: columns.count), isAsked: false)
    answers.passesOver = rowsNamePartners && namesPartner(row: row)
    guard answers.passesOver, asked.areOpen(row: row, item.codes, emptyIsNo: emptyConditionsFail) else {
      return answers
    }
    (answers.status, answers.counts) = (.partial, CellCounts(missing: columns.count))
    return answers
  }

  /// What the column of partners holds.
  func partnerText(row: Int) -> String { partner?.rowColumn.map { table.sheet.text(row, $0) } ?? "" }

  /// Whether the column of partners names one.
  func namesPartner(row: Int) -> Bool {
    guard let column = partner?.rowColumn else { return false }
    let number = table.sheet.number(row, column)
    if let known = ofNames[number] { return known }
    let isName = !table.sheet.text(row, column).isEmpty && !table.sheet.statesNothing(row, column, item.codes)
    ofNames[number] = isName
    return isName
  }

  /// Whether the text in the place of a partner is a word for nobody or for no answer.
  private func standsForNobody(_ partner: UInt32) -> Bool {
    meaning(ofPartner: partner).map { !$0.isTie } ?? false
  }

  private func meaning(ofPartner partner: UInt32) -> CellMeaning? {
    if let known = ofPartners[partner] { return known }
    let text = table.pool[partner]
    var found = item.codes.meaning(of: text, isUnstated: false, nil)
    // A number that is no tie in a cell to tick may be the number of a partner.
    if found == .noTie, text.allSatisfy(\.isNumber) { found = nil }
    ofPartners[partner] = .some(found)
    return found
  }
}
