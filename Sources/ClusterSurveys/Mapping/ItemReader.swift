internal import DataFiles
internal import KnowledgeNetworks

/// What a row says to one question.
struct ItemAnswers {
  var claims: [MappedClaim] = []
  /// The state of the whole question; `nil` where the row does not tell.
  var status: ResponseStatus?
  var counts = CellCounts()
  /// Whether the row speaks of the question at all.
  var isAsked = true
  /// Whether it names a partner of whom nothing is said under the question.
  var passesOver = false
  /// Whether it should name a partner and does not: there may be somebody unnamed.
  var leavesUnnamed = false
  /// Whether it states that there is nobody to name.
  var namesNobody = false
}

/// Reads the answers to one question from the rows of an export.
final class ItemReader {
  let item: ItemMapping
  let table: ExportTable
  let columns: [SelectedColumn]
  /// Whether every row of the export names one partner.
  let isLong: Bool
  /// Whether each row names one partner, in a column of its own: in a long file, and where rows are parts of one answer.
  let rowsNamePartners: Bool
  /// Whether an empty cell says that a condition fails, since no row says so in words.
  var emptyConditionsFail = true
  let partner: BoundPart?
  let topic: BoundPart?
  let channel: BoundPart?
  let weight: BoundPart?
  private let own: BoundPart?
  let details: [(heading: UInt32, part: BoundPart)]
  let asked: BoundConditions
  private let denials: RowDenials
  private let lists: CellLists
  /// What the cells of each column say by themselves, and which codes they list.
  private var ofCells: [Remembered<CellMeaning>]
  private var codes: [Remembered<[String]>]
  /// What code lists say of the partners of a long file: words for nobody, or for a missing answer.
  var ofPartners = Remembered<CellMeaning?>()
  /// Which of them stand for nobody.
  var areNobody = Remembered<Bool>()
  /// Which cells of the column of partners name one.
  var ofNames = Remembered<Bool>()

  init(_ item: ItemMapping, in table: ExportTable, joinsRows: Bool) throws(BuzzlineError) {
    (self.item, self.table) = (item, table)
    let columns = try item.columns?.columns(of: table) ?? [SelectedColumn(column: 0, captures: [:])]
    self.columns = columns
    isLong = item.columns == nil
    func bound(_ part: AnswerPart?) throws(BuzzlineError) -> BoundPart? {
      if let part { try BoundPart(part, for: columns, in: table) } else { nil }
    }
    partner = try bound(item.partner)
    guard !item.takesNamesForTies || partner?.rowColumn != nil else {
      throw item.node.refused("'if_none: tie' takes a partner that one column of the row names, whatever is ticked.")
    }
    rowsNamePartners = (isLong || joinsRows) && partner?.rowColumn != nil
    (topic, channel) = (try bound(item.topic), try bound(item.channel))
    (weight, own) = (try bound(item.weight), try bound(item.own))
    var details: [(UInt32, BoundPart)] = []
    for (heading, part) in item.details {
      details.append((table.pool.number(of: heading), try BoundPart(part, for: columns, in: table)))
    }
    self.details = details
    asked = try BoundConditions(item.asked, in: table)
    denials = try RowDenials(item, columns, table)
    lists = try CellLists(item, columns, table)
    (ofCells, codes) = (columns.map { _ in Remembered() }, columns.map { _ in Remembered() })
  }

  /// The claims of a row, the state of the whole question, and what became of its cells.
  func answers(row: Int) throws(BuzzlineError) -> ItemAnswers {
    guard asked.hold(row: row) else { return try unasked(row: row) }
    if item.form == .response { return try responded(row: row) }
    guard !isLong else { return try longAnswers(row: row) }
    if rowsNamePartners, !namesPartner(row: row) {
      return ItemAnswers(counts: CellCounts(ignored: columns.count), leavesUnnamed: true)
    }
    var (claims, counts, sawQuestion): ([MappedClaim], CellCounts, Bool) = ([], CellCounts(), false)
    let meanings = try denials.applied(to: try stated(row: row), row: row, &counts)
    if let alone = try nameAlone(row: row, meanings) { return alone }
    for index in columns.indices {
      if try isOwn(row: row, index: index) {
        counts.ignored += 1
        continue
      }
      sawQuestion = sawQuestion || meanings[index] != .notShown
      let count = claims.count
      try read(row: row, index: index, meanings[index], into: &claims)
      switch meanings[index] {
      // A list may name nobody; an empty slot denies nobody.
      case .tie where claims.count == count: counts.ignored += 1
      case .tie: counts.ties += 1
      case _ where item.form == .names && table.sheet.text(row, columns[index].column).isEmpty: counts.ignored += 1
      case .noTie: counts.denials += 1
      case .missing, .notShown: counts.missing += 1
      }
    }
    let status = status(of: meanings, sawQuestion: sawQuestion, &counts)
    return ItemAnswers(claims: claims, status: status, counts: counts)
  }

  /// What became of a question whose answers stand in another file; without columns a row that is there is an answer.
  private func responded(row: Int) throws(BuzzlineError) -> ItemAnswers {
    var counts = CellCounts()
    let stated = item.columns == nil ? [.noTie] : try self.stated(row: row)
    let meanings = try denials.applied(to: stated, row: row, &counts)
    counts.missing = meanings.count(where: \.isMissing)
    counts.answers = meanings.count - counts.missing
    let status = status(of: meanings, sawQuestion: meanings.contains { $0 != .notShown }, &counts)
    return ItemAnswers(status: status, counts: counts, namesNobody: meanings.allSatisfy { $0 == .noTie })
  }

  /// What the cells of a row say by themselves.
  private func stated(row: Int) throws(BuzzlineError) -> [CellMeaning] {
    var meanings: [CellMeaning] = []
    meanings.reserveCapacity(columns.count)
    for index in columns.indices {
      let column = columns[index].column
      let number = table.sheet.number(row, column)
      if let known = ofCells[index][number] {
        meanings.append(known)
      } else {
        let meaning = try stated(row: row, column)
        ofCells[index][number] = meaning
        meanings.append(meaning)
      }
    }
    return meanings
  }

  private func stated(row: Int, _ column: Int) throws(BuzzlineError) -> CellMeaning {
    let text = table.sheet.text(row, column)
    let isUnstated = table.sheet.isUnstated(row, column)
    if let meaning = item.codes.meaning(of: text, isUnstated: isUnstated, table.sheet.codebooks[column]),
      !(item.form == .number && meaning.isTie)
    {
      return meaning
    }
    if let meaning = try lists.meaning(of: text) { return meaning }
    throw BuzzlineError(
      .invalidValue, at: table.sheet.place(row, column),
      "No code list of the mapping knows '\(text.excerpt)' under "
        + "\(table.name(of: column)); put it into 'codes' of line \(item.node.place.line ?? 0) of the mapping.")
  }

  private func isOwn(row: Int, index: Int) throws(BuzzlineError) -> Bool {
    guard let own, let key = columns[index].captures["partner"] ?? columns[index].captures["index"] else {
      return false
    }
    return try own.numbers(row: row, index: index, column: columns[index].column, code: "")
      .contains { table.pool[$0] == key }
  }

  /// Reads the claims of one cell: one for each partner, topic and channel it names.
  func read(
    row: Int, index: Int, _ meaning: CellMeaning, into claims: inout [MappedClaim]
  ) throws(BuzzlineError) {
    // Of an empty slot or a list without entries nothing is said about anybody.
    guard item.form == .flag || item.form == .number || meaning.isTie else { return }
    guard item.form.listsCodes else { return try read(row: row, index: index, nil, meaning, into: &claims) }
    for code in try codes(row: row, index: index) {
      try read(row: row, index: index, code, meaning, into: &claims)
    }
  }

  /// - Parameter code: One of those that the cell lists; `nil` where it is one.
  private func read(
    row: Int, index: Int, _ code: String?, _ meaning: CellMeaning, into claims: inout [MappedClaim]
  ) throws(BuzzlineError) {
    guard let partner else { return }
    let column = columns[index].column
    func numbers(_ part: BoundPart?) throws(BuzzlineError) -> FewElements<UInt32> {
      // A row of a long file is read as a whole, without a text of its own.
      try part?.numbers(row: row, index: index, column: isLong ? nil : column, code: code) ?? .one(0)
    }
    try append(try numbers(partner), meaning, at: Sheet.Position(row, column), numbers, to: &claims)
  }

  /// Makes a claim for each partner, topic and channel.
  ///
  /// - Parameter numbers: The texts of a part, each as its number in the pool.
  func append(
    _ partners: FewElements<UInt32>, _ meaning: CellMeaning, at cell: Sheet.Position,
    _ numbers: (BoundPart?) throws(BuzzlineError) -> FewElements<UInt32>, to claims: inout [MappedClaim]
  ) throws(BuzzlineError) {
    func stated(_ part: BoundPart?) throws(BuzzlineError) -> FewElements<UInt32> {
      let found = try numbers(part)
      // The empty text alone.
      return found.isEmpty ? .one(0) : found
    }
    let details = try described(meaning, numbers)
    for partner in partners {
      for topic in try stated(topic) {
        for channel in try stated(channel) {
          claims.append(
            MappedClaim(
              item: item.item, answer: meaning.answer, partner: partner, topic: topic, channel: channel,
              weight: meaning.isTie ? weightNumber(meaning, try stated(weight)[0]) : 0, details: details, cell: cell))
        }
      }
    }
  }

  /// What else is said of a tie.
  private func described(
    _ meaning: CellMeaning, _ numbers: (BoundPart?) throws(BuzzlineError) -> FewElements<UInt32>
  ) throws(BuzzlineError) -> UInt32 {
    guard meaning.isTie, !details.isEmpty else { return 0 }
    var described: TieDetails.Said = []
    for (heading, part) in details { described.append((heading, try numbers(part).first ?? 0)) }
    return table.details.number(of: described)
  }

  private func codes(row: Int, index: Int) throws(BuzzlineError) -> [String] {
    let column = columns[index].column
    let number = isLong ? 0 : table.sheet.number(row, column)
    if let known = codes[index][number] { return known }
    let text = isLong ? "" : table.sheet.text(row, column)
    let found = try lists.codes(in: text, at: table.sheet.place(row, column))
    codes[index][number] = found
    return found
  }

  private func weightNumber(_ meaning: CellMeaning, _ stated: UInt32) -> UInt32 {
    if case .tie(.some(let weight)) = meaning { return table.pool.number(of: String(weight)) }
    return stated
  }
}

extension CellMeaning {
  fileprivate var answer: Answer {
    switch self {
    case .tie: .yes
    case .noTie: .no
    case .missing, .notShown: .missing
    }
  }
}
