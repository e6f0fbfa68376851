internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// An export: rows of headings, and below them the rows of answers.
struct ExportTable {
  private(set) var sheet: Sheet
  /// What a column is called; headings may repeat.
  private(set) var headings: [String]
  /// The text of the question above a column; empty where the export has none.
  private(set) var labels: [String]
  /// By which numbers Qualtrics knows a column.
  private(set) var imports: [ImportNumber]
  /// The rows of answers.
  let rows: Range<Int>
  /// Rows for which a joined file has none, and which the mapping sets aside.
  private(set) var unjoined: Set<Int> = []

  /// What was asked for, noted wherever a mapping finds it.
  final class Use {
    fileprivate(set) var columns: Set<Int> = []
    /// The rows that stand beside rows of another file.
    fileprivate(set) var joinedRows: Set<Int> = []
  }

  /// Which of its own columns a mapping reads, here or where the table is joined to another.
  let reading = Use()
  /// Where the columns of joined tables begin, and what is read of these.
  private var joined: [(start: Int, reading: Use)] = []
  /// The texts that a mapping makes of its cells.
  let pool = TextPool()
  /// What it makes of those that describe ties.
  let details = TieDetails()

  /// - Throws: `BuzzlineError` if the sheet has fewer rows than its headings should take.
  init(_ sheet: Sheet, _ layout: HeadingLayout) throws(BuzzlineError) {
    guard layout.rows <= sheet.rowCount else {
      throw BuzzlineError(
        .invalidMapping, at: layout.place,
        "The headings should take \(layout.rows) rows, but '\(sheet.file)' has \(sheet.rowCount).")
    }
    func texts(_ row: Int?) -> [String] {
      (0..<sheet.width).map { column in row.map { sheet.text($0 - 1, column) } ?? "" }
    }
    self.sheet = sheet
    headings = layout.joint.map { Self.joined(texts(1), texts(2), by: $0) } ?? texts(layout.heading)
    labels = texts(layout.label)
    imports = texts(layout.importNumber).map(ImportNumber.init(json:))
    rows = layout.rows..<sheet.rowCount
  }

  /// Questions that stand above the first of their choices only, each joined with its choices.
  private static func joined(_ questions: [String], _ choices: [String], by joint: String) -> [String] {
    var question = ""
    return zip(questions, choices).map { stated, choice in
      if !stated.isEmpty { question = stated }
      return choice.isEmpty || (stated.isEmpty && question.isEmpty) ? question : question + joint + choice
    }
  }

  /// The names of its own columns with a heading that the mapping did not ask for.
  var unreadColumns: [String] {
    headings[..<(joined.first?.start ?? headings.count)].enumerated().lazy.filter { column, heading in
      !heading.isEmpty && !reading.columns.contains(column)
    }.map(\.element)
  }

  /// Notes that columns are read, each with the file it belongs to.
  func note(_ columns: some Sequence<Int>) {
    for column in columns {
      if let part = joined.last(where: { $0.start <= column }) {
        part.reading.columns.insert(column - part.start)
      } else {
        reading.columns.insert(column)
      }
    }
  }

  /// Puts the columns of another table behind these.
  ///
  /// - Parameters:
  ///   - headings: What its columns are called here.
  ///   - rows: For each row of the sheet the row of the other that stands beside it.
  ///   - unjoined: Rows to set aside since there is none.
  mutating func append(_ other: ExportTable, headings: [String], rows: [Int?], unjoined: Set<Int>) {
    joined.append((self.headings.count, other.reading))
    other.reading.joinedRows.formUnion(rows.lazy.compactMap(\.self))
    sheet = sheet.joined(with: other.sheet, rows: rows)
    self.headings += headings
    labels += other.labels
    imports += other.imports
    self.unjoined.formUnion(unjoined)
  }

  /// What a column is called in messages.
  func name(of column: Int) -> String {
    headings[column].isEmpty ? "column \(column + 1)" : "'\(headings[column].excerpt)'"
  }
}

/// By which numbers Qualtrics knows a column: `{"ImportId":"QID7_1","choiceId":"1"}`.
struct ImportNumber: Decodable {
  let id: String
  let choice: String?

  private enum CodingKeys: String, CodingKey {
    case id = "ImportId"
    case choice = "choiceId"
  }

  /// Empty where a cell holds no such numbers.
  init(json: String) {
    let read = json.hasPrefix("{") ? try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) : nil
    (id, choice) = (read?.id ?? "", read?.choice)
  }
}

/// Which rows of a sheet are headings, and what each says.
struct HeadingLayout: Equatable {
  /// Where the mapping says it.
  private(set) var place = Place()
  /// How many rows there are before the answers begin.
  var rows = 1
  /// The row, from 1, that names the columns; none where columns are selected by position alone.
  var heading: Int?
  /// The row that has the texts of the questions.
  var label: Int?
  /// The row that has Qualtrics' numbers.
  var importNumber: Int?
  /// What joins a question in the first row with the choices below it, in the second.
  var joint: String?

  /// Whether two say the same, wherever they stand.
  static func == (left: HeadingLayout, right: HeadingLayout) -> Bool {
    (left.rows, left.heading, left.label, left.importNumber) == (
      right.rows, right.heading, right.label, right.importNumber
    )
      && left.joint == right.joint
  }

  init(rows: Int, heading: Int?) { (self.rows, self.heading) = (rows, heading) }

  /// Reads `headings: {rows, heading, label, import, joined}`; without, the first row names the columns.
  init(_ node: MappingNode?, in source: MappingNode) throws(BuzzlineError) {
    place = (node ?? source).place
    heading = 1
    guard let keys = try node?.keys(["rows", "heading", "label", "import", "joined"]) else { return }
    rows = try keys["rows"]?.number(in: 0...100) ?? 1
    func row(_ key: String) throws(BuzzlineError) -> Int? { try keys[key]?.number(in: 1...max(1, rows)) }
    heading = try row("heading") ?? (rows == 0 ? nil : 1)
    label = try row("label")
    importNumber = try row("import")
    joint = try keys["joined"]?.text()
    guard joint == nil || rows >= 2 else {
      throw keys.node.refused("Joined headings take two rows: questions, and their choices below.")
    }
  }
}
