internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The files of a study as a mapping makes them of exports.
struct MappedStudy {
  /// The tables by the sort of file, in the order of the sources.
  private(set) var tables: [(role: FileRole, url: URL, table: CSVTable)] = []
  private(set) var accounts: [FileAccount] = []
  private(set) var remarks: [Remark] = []
  /// The questions that sources describe, as rows of `questions.csv`.
  private var described: [[String]] = []
  private var responses = MappedResponses()
  /// Of each source whose rows name partners, the rows of which no item speaks.
  private var passedOver: [(source: Int, partners: [Int: String])] = []

  /// Reads all sources of a mapping.
  ///
  /// - Throws: `BuzzlineError` at the line of the mapping, or the cell of the export, that does not fit the other.
  /// - Complexity: O(cells) time and space.
  init(_ mapping: SurveyMapping, workers: Workers) throws(BuzzlineError) {
    var roster = MappedRoster()
    var exports = ExportFiles(mapping.sources, workers: workers)
    for (number, source) in mapping.sources.enumerated() {
      let export = try exports.export(ofSource: number)
      var table = export.table
      for join in source.joins { table = try table.joined(with: try exports.export(of: join).table, by: join) }
      var account = export.account(as: "export")
      if let list = source.list {
        tables.append(try MappedList(list, table, keeping: source.kept, &account).table(at: source.url))
      } else if let reader = try ExportReader(source, table) {
        try take(reader, of: source, in: table, into: &account)
        roster.take(reader, source)
        if let partners = reader.passedOver { passedOver.append((number, partners)) }
      }
      account.digest = export.digest.value
      accounts.append(account)
    }
    tables += responses.tables.map { (.responses, $0.url, $0.table) }
    try notePassedOver(mapping.sources, &exports)
    try noteUnread(mapping.sources, &exports)
    if !described.isEmpty {
      let places = described.map { _ in Place(file: mapping.url.lastPathComponent) }
      let table = CSVTable(
        made: FileRole.questions.words, rows: described, places: places, file: mapping.url.relativePath)
      tables.append((.questions, mapping.url, table))
    }
    if let table = roster.table(for: mapping) { tables.append((.actors, mapping.url, table)) }
    remarks += roster.remarks
  }

  /// Tells the columns that no source reads, be it of its own file or of one that is joined to it, and accounts for
  /// files that are joined only.
  private mutating func noteUnread(_ sources: [SourceMapping], _ exports: inout ExportFiles) throws(BuzzlineError) {
    for (number, source) in sources.enumerated() {
      let table = try exports.export(ofSource: number).table
      if source.list == nil || !table.reading.columns.isEmpty {
        accounts[number].format.unreadColumns = noted(table, accounts[number].file)
      }
    }
    for export in exports.joinedAlone {
      var account = export.account(as: "joined")
      account.setAside("no-row-joined", export.table.rows.count - export.table.reading.joinedRows.count)
      account.format.unreadColumns = noted(export.table, account.file)
      account.digest = export.digest.value
      accounts.append(account)
    }
  }

  /// Tells the rows that name a partner under no item of any source that reads their file.
  private mutating func notePassedOver(
    _ sources: [SourceMapping], _ exports: inout ExportFiles
  ) throws(BuzzlineError) {
    let readers = Dictionary(grouping: passedOver) {
      sources[$0.source].url.path + "\n" + (sources[$0.source].sheet ?? "")
    }
    for readers in readers.values.sorted(by: { $0[0].source < $1[0].source }) {
      let rows = readers[0].partners.keys.filter { row in readers.allSatisfy { $0.partners[row] != nil } }.sorted()
      guard !rows.isEmpty else { continue }
      let sheet = try exports.export(ofSource: readers[0].source).table.sheet
      remarks.append(
        Remark(
          "no-item",
          rows.count == 1
            ? "1 row names a partner under no item; what it says is not read."
            : "\(rows.count) rows name a partner under no item; what they say is not read.",
          at: Place(file: sources[readers[0].source].url.lastPathComponent),
          instances: rows.map {
            Remark.Instance("'\((readers[0].partners[$0] ?? "").madeVisible)'", at: sheet.place($0))
          }))
      for reader in readers where sources[reader.source].saysOnlyTies {
        accounts[reader.source].setAside("no-item", rows.count)
      }
    }
  }

  /// The columns that the mapping does not read, named in a remark.
  private mutating func noted(_ table: ExportTable, _ file: String) -> [String] {
    let unread = table.unreadColumns
    guard !unread.isEmpty else { return [] }
    remarks.append(
      Remark("unread-column", "The mapping reads nothing from \(unread.quotedList).", at: Place(file: file)))
    return unread
  }

  private mutating func take(
    _ export: ExportReader, of source: SourceMapping, in table: ExportTable, into account: inout FileAccount
  ) throws(BuzzlineError) {
    account.rowsSetAside = export.rowsSetAside
    account.rowsUsed -= export.rowsSetAside.values.reduce(0, +)
    let asked =
      source.items.map { ($0.item.rawValue, $0.node) }
      + source.questions.enumerated().map { ("question \($0 + 1)", $1.node) }
    account.cells = zip(asked, export.cells).map { CellAccount($0.0, line: $0.1.place.line, $1) }
    guard !source.items.isEmpty || !source.questions.isEmpty else { return }
    let combining = try PersonCombining(export.persons, source, in: table)
    if !source.items.isEmpty {
      tables.append((.claims, source.url, CSVTable(claims: combining.answers, source, table)))
    }
    if !source.questions.isEmpty {
      described += export.questions.flatMap(\.descriptions)
      tables.append((.answers, source.url, Self.answers(of: combining.answers, table)))
    }
    responses.take(combining.answers, of: source, table)
    note(combining, export, source)
  }

  private static func answers(of persons: [PersonAnswers], _ table: ExportTable) -> CSVTable {
    var (rows, cells): ([[String]], [Sheet.Position]) = ([], [])
    for person in persons {
      for answer in person.answers {
        rows.append([table.pool[person.actor], answer.question, answer.answer, table.pool[person.wave]])
        cells.append(answer.cell)
      }
    }
    return CSVTable(made: FileRole.answers.words, rows: rows, cells: cells, of: table.sheet)
  }

  private mutating func note(_ combining: PersonCombining, _ export: ExportReader, _ source: SourceMapping) {
    let place = Place(file: source.url.lastPathComponent)
    if combining.sharedCount > 0, let rule = source.combination?.rule {
      let agreement =
        combining.compared == 0
        ? "no two of them speak of the same partner"
        : "two persons say the same of a partner in \(combining.agreeing) of \(combining.compared) comparisons"
      remarks.append(
        Remark(
          "several-persons",
          "\(combining.sharedCount) organisations have several persons in a wave, taken together by '\(rule.rawValue)'; "
            + "\(agreement).", at: place))
    }
    let counts = export.cells.reduce(CellCounts(), +)
    if counts.contradictions > 0 {
      remarks.append(
        Remark(
          "contradicting-cell",
          "\(counts.contradictions == 1 ? "1 cell affirms" : "\(counts.contradictions) cells affirm") a tie that another "
            + "question of the row denies; this counts as a tie.",
          at: place))
    }
    if counts.censored > 0 {
      remarks.append(
        Remark(
          "censored-slots",
          "\(counts.censored == 1 ? "1 answer uses" : "\(counts.censored) answers use") every slot of a name generator; whoever was not named there may have had no "
            + "place, so their silence is no denial.", at: place))
    }
  }
}

/// Ties, a matrix or memberships as an export lists them.
private struct MappedList {
  private let role: FileRole
  private let headings: [String]
  private var rows: [[String]] = []
  private var places: [Place] = []

  init(
    _ list: ListMapping, _ table: ExportTable, keeping conditions: [RowCondition], _ account: inout FileAccount
  ) throws(BuzzlineError) {
    let selection = try RowSelection(keeping: conditions, of: table)
    switch list {
    case .ties(let parts):
      (role, headings) = (.ties, parts.map(\.heading))
      try read(parts, table, selection, &account)
    case .memberships(let parts):
      (role, headings) = (.memberships, parts.map(\.heading))
      try read(parts, table, selection, &account)
    case .matrix(let side):
      (role, headings) = (.ties, SquareMatrix.headings)
      let ties = try SquareMatrix(table.sheet).ties(rows: side)
      (rows, places) = (ties.map(\.cells), ties.map(\.place))
    }
  }

  private mutating func read(
    _ parts: [(heading: String, part: AnswerPart)], _ table: ExportTable, _ selection: RowSelection,
    _ account: inout FileAccount
  ) throws(BuzzlineError) {
    var bound: [BoundPart] = []
    for (_, part) in parts { bound.append(try part.bound(to: table)) }
    for row in table.rows {
      if let reason = selection.reason(row: row) {
        account.setAside(reason, 1)
        continue
      }
      var cells: [String] = []
      for part in bound { cells.append(try part.text(row: row) ?? "") }
      rows.append(cells)
      places.append(table.sheet.place(row))
    }
  }

  func table(at url: URL) -> (role: FileRole, url: URL, table: CSVTable) {
    (role, url, CSVTable(made: headings, rows: rows, places: places, file: url.relativePath))
  }
}
