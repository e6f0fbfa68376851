internal import DataFiles
internal import KnowledgeNetworks

/// One claim as an export makes it.
struct MappedClaim {
  let item: SurveyItem
  let partner: String
  let topic: String
  let channel: String
  let answer: Answer
  let weight: String
  /// What else is said of the tie, by heading.
  var details: [String: String] = [:]
  let cell: Sheet.Position
}

/// What became of the cells of a question: read = ties + denials + answers + missing + ignored.
struct CellCounts: Hashable {
  var ties = 0
  var denials = 0
  /// Cells that answer a question which is not about partners.
  var answers = 0
  var missing = 0
  /// Cells that state nothing about a tie: empty slots, the respondent itself.
  var ignored = 0
  /// Cells that affirm a tie which another question of the same row denies; they count as ties.
  var contradictions = 0
  /// Rows in which every slot of a name generator is used.
  var censored = 0

  var read: Int { ties + denials + answers + missing + ignored }

  static func + (left: CellCounts, right: CellCounts) -> CellCounts {
    CellCounts(
      ties: left.ties + right.ties, denials: left.denials + right.denials, answers: left.answers + right.answers,
      missing: left.missing + right.missing,
      ignored: left.ignored + right.ignored, contradictions: left.contradictions + right.contradictions,
      censored: left.censored + right.censored)
  }
}

/// Reads the answers to one question from the rows of an export.
struct ItemReader {
  private let item: ItemMapping
  private let table: ExportTable
  private let columns: [SelectedColumn]
  private let partner: BoundPart?
  private let topic: BoundPart?
  private let channel: BoundPart?
  private let weight: BoundPart?
  private let own: BoundPart?
  private let details: [(heading: String, part: BoundPart)]
  private let asked: [(column: Int, condition: RowCondition)]
  private let denials: RowDenials
  private let lists: CellLists

  init(_ item: ItemMapping, in table: ExportTable) throws(BuzzlineError) {
    (self.item, self.table) = (item, table)
    let columns = try item.columns?.columns(of: table) ?? [SelectedColumn(column: 0, captures: [:])]
    self.columns = columns
    func bound(_ part: AnswerPart?) throws(BuzzlineError) -> BoundPart? {
      if let part { try BoundPart(part, for: columns, in: table) } else { nil }
    }
    partner = try bound(item.partner)
    (topic, channel) = (try bound(item.topic), try bound(item.channel))
    (weight, own) = (try bound(item.weight), try bound(item.own))
    var details: [(String, BoundPart)] = []
    for (heading, part) in item.details { details.append((heading, try BoundPart(part, for: columns, in: table))) }
    self.details = details
    asked = try item.asked.bound(to: table)
    denials = try RowDenials(item, columns, table)
    lists = try CellLists(item, columns, table)
  }

  /// The claims of a row, the state of the whole question, and what became of its cells.
  func answers(row: Int) throws(BuzzlineError) -> (claims: [MappedClaim], status: ResponseStatus?, counts: CellCounts) {
    guard asked.allSatisfy({ $0.condition.holds(for: table.sheet.text(row, $0.column)) }) else {
      return ([], nil, CellCounts(ignored: columns.count))
    }
    if item.form == .response { return try responded(row: row) }
    guard item.columns != nil else { return try longAnswers(row: row) }
    var (claims, counts, sawQuestion): ([MappedClaim], CellCounts, Bool) = ([], CellCounts(), false)
    let meanings = try denials.applied(to: try stated(row: row), row: row, &counts)
    for (index, column) in columns.enumerated() {
      let text = table.sheet.text(row, column.column)
      if try isOwn(row: row, index: index, text) {
        counts.ignored += 1
        continue
      }
      sawQuestion = sawQuestion || meanings[index] != .notShown
      let made = try self.claims(row: row, index: index, text, meanings[index])
      claims += made
      switch meanings[index] {
      // A list may name nobody; an empty slot denies nobody.
      case .tie where made.isEmpty: counts.ignored += 1
      case .tie: counts.ties += 1
      case _ where item.form == .names && text.isEmpty: counts.ignored += 1
      case .noTie: counts.denials += 1
      case .missing, .notShown: counts.missing += 1
      }
    }
    let status = status(of: meanings, sawQuestion: sawQuestion, &counts)
    return (claims, status, counts)
  }

  /// What became of a question whose answers stand in another file; without columns a row that is there is an answer.
  private func responded(
    row: Int
  ) throws(BuzzlineError) -> (claims: [MappedClaim], status: ResponseStatus?, counts: CellCounts) {
    var counts = CellCounts()
    let stated = item.columns == nil ? [.noTie] : try self.stated(row: row)
    let meanings = try denials.applied(to: stated, row: row, &counts)
    counts.missing = meanings.count(where: \.isMissing)
    counts.answers = meanings.count - counts.missing
    return ([], status(of: meanings, sawQuestion: meanings.contains { $0 != .notShown }, &counts), counts)
  }

  /// What the cells of a row say by themselves.
  private func stated(row: Int) throws(BuzzlineError) -> [CellMeaning] {
    var meanings: [CellMeaning] = []
    for column in columns {
      let text = table.sheet.text(row, column.column)
      let isUnstated = table.sheet.isUnstated(row, column.column)
      let codebook = table.sheet.codebooks[column.column]
      if let meaning = item.codes.meaning(of: text, isUnstated: isUnstated, codebook),
        !(item.form == .number && meaning.isTie)
      {
        meanings.append(meaning)
      } else if let meaning = try lists.meaning(of: text) {
        meanings.append(meaning)
      } else {
        throw BuzzlineError(
          .invalidValue, at: table.sheet.place(row, column.column),
          "No code list of the mapping knows '\(text.prefix(60).description.madeVisible)' under "
            + "\(table.name(of: column.column)); put it into 'codes' of line \(item.node.place.line ?? 0) of the mapping."
        )
      }
    }
    return meanings
  }

  private func isOwn(row: Int, index: Int, _ text: String) throws(BuzzlineError) -> Bool {
    guard let own, let key = columns[index].captures["partner"] ?? columns[index].captures["index"] else {
      return false
    }
    return try own.texts(row: row, index: index, cell: (columns[index].column, text), code: nil).contains(key)
  }

  /// The claims of one cell: one for each partner, topic and channel it names.
  private func claims(
    row: Int, index: Int, _ text: String, _ meaning: CellMeaning
  ) throws(BuzzlineError) -> [MappedClaim] {
    // Of an empty slot or a list without entries nothing is said about anybody.
    if item.form != .flag && item.form != .number && !meaning.isTie { return [] }
    let cell = (column: columns[index].column, text: text)
    var claims: [MappedClaim] = []
    for code in try lists.codes(in: text, at: table.sheet.place(row, cell.column)) {
      func texts(_ part: BoundPart?) throws(BuzzlineError) -> [String] {
        let found = try part?.texts(row: row, index: index, cell: cell, code: code) ?? []
        return found.isEmpty ? [""] : found
      }
      var told: [String: String] = [:]
      for (heading, part) in details where meaning.isTie { told[heading] = try texts(part)[0] }
      for partner in try partner?.texts(row: row, index: index, cell: cell, code: code) ?? [] {
        for topic in try texts(topic) {
          for channel in try texts(channel) {
            claims.append(
              MappedClaim(
                item: item.item, partner: partner, topic: topic, channel: channel, answer: meaning.answer,
                weight: meaning.isTie ? weightText(meaning, try texts(weight)[0]) : "",
                details: told, cell: Sheet.Position(row, cell.column)))
          }
        }
      }
    }
    return claims
  }

  private func weightText(_ meaning: CellMeaning, _ stated: String) -> String {
    if case .tie(.some(let weight)) = meaning { return String(weight) }
    return stated
  }

  /// What became of the whole question: a denial of all is an answer, and so is silence where it means no.
  private func status(
    of meanings: [CellMeaning], sawQuestion: Bool, _ counts: inout CellCounts
  ) -> ResponseStatus? {
    let missing = meanings.count(where: \.isMissing)
    let ties = meanings.count(where: \.isTie)
    if item.form == .names {
      if let slots = item.slots, ties >= slots {
        counts.censored += 1
        return .partial
      }
      // Slots that are left empty are no missing answers where another is used.
      if ties > 0 { return .answered }
    }
    if missing == 0 { return .answered }
    if missing < meanings.count { return .partial }
    return sawQuestion ? .refused : .notAsked
  }

  /// One row of a long file: a partner, with an answer where a column states one.
  private func longAnswers(
    row: Int
  ) throws(BuzzlineError) -> (claims: [MappedClaim], status: ResponseStatus?, counts: CellCounts) {
    let named = try claims(row: row, index: 0, "", .tie(weight: nil))
    let claims = named.filter { claim in
      item.codes.meaning(of: claim.partner, isUnstated: false, nil)?.isMissing != true
    }
    if claims.isEmpty { return ([], nil, named.isEmpty ? CellCounts(ignored: 1) : CellCounts(missing: 1)) }
    return (claims, nil, CellCounts(ties: 1))
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
