internal import DataFiles
internal import KnowledgeNetworks

/// See ``ItemReader/plainAnswer(row:)``.
enum PlainAnswer {
  case claim(MappedClaim)
  case unasked
}

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

  /// Whether rows of a long file may be read by ``plainAnswer(row:)``.
  var hasPlainAnswers: Bool {
    isLong && rowsNamePartners && item.form != .response && !item.form.listsCodes && details.isEmpty
  }

  /// What a row of a long file says in the plainest way: one claim, or that it does not speak of the question.
  ///
  /// The same as ``answers(row:)``, without the lists that others need; `nil` where the row says anything else.
  func plainAnswer(row: Int) throws(BuzzlineError) -> PlainAnswer? {
    guard asked.hold(row: row) else {
      return asked.areOpen(row: row, item.codes, emptyIsNo: emptyConditionsFail) ? nil : .unasked
    }
    guard let partner = try partner?.only(row: row), partner != 0, !standsForNobody(partner),
      let topic = try only(topic, row), let channel = try only(channel, row), let weight = try only(weight, row)
    else { return nil }
    return .claim(
      MappedClaim(
        item: item.item, answer: .yes, partner: partner, topic: topic, channel: channel, weight: weight,
        cell: Sheet.Position(row, columns[0].column)))
  }

  private func only(_ part: BoundPart?, _ row: Int) throws(BuzzlineError) -> UInt32? {
    if let part { try part.only(row: row) } else { 0 }
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
    if let known = areNobody[partner] { return known }
    let isNobody = meaning(ofPartner: partner).map { !$0.isTie } ?? false
    areNobody[partner] = isNobody
    return isNobody
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
