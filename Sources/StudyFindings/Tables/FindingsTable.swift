internal import DataFiles
public import KnowledgeNetworks

/// A table of findings: named columns and rows of cells that know what they hold.
///
/// The same table is written as CSV and JSON for programs and shown in reports for people. Headings are unique: one
/// that comes twice gets a number, as in `share (2)`.
public struct FindingsTable: Hashable, Sendable {
  /// A short word for the table, such as `brokerage`: what files and keys are called by.
  public let name: String
  /// The columns, in order.
  public let columns: [Column]
  /// The rows, each with as many cells as there are columns.
  public private(set) var rows: [[Cell]]

  /// Makes a table.
  public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
    self.name = name
    let headings = uniqueNames(columns.map(\.heading)) { "\($0) (\($1))" }
    self.columns = zip(columns, headings).map { column, heading in
      var named = column
      if named.heading != heading { (named.heading, named.words) = (heading, Paragraph(ours: heading)) }
      return named
    }
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Joins the same table of several waves under a first column `wave`; columns that a wave lacks are undefined in it.
  ///
  /// - Precondition: there is a table. One without a wave is given back as it is.
  public init(byWave tables: [(wave: String?, table: FindingsTable)]) {
    precondition(!tables.isEmpty, "tables of no wave have no columns")
    guard tables.contains(where: { $0.wave != nil }) else {
      self = tables[0].table
      return
    }
    var columns: [Column] = []
    for (_, table) in tables { columns += table.columns.filter { !columns.contains($0) } }
    self.init(tables[0].table.name, columns: [Column("wave")] + columns)
    for (wave, table) in tables {
      let places = columns.map { table.columns.firstIndex(of: $0) }
      for row in table.rows { append([.text(wave)] + places.map { $0.map { row[$0] } ?? .undefined }) }
    }
  }

  /// Adds a row below the others.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of '\(name)' has \(columns.count) cells")
    rows.append(row)
  }

  /// One column of a table.
  public struct Column: Hashable, Sendable {
    /// What a column holds, which decides how people see it; files always carry the full number.
    public enum Unit: String, Hashable, Sendable {
      /// Words.
      case text
      /// How many.
      case count
      /// A measured or computed number.
      case number
      /// A part of a whole, from 0 to 1; people see percent.
      case share
      /// A probability under a null hypothesis; people see three decimals or `< 0.001`.
      case p
    }

    /// The heading.
    public var heading: String
    /// The heading as readers of a report see it.
    public var words: Paragraph
    /// What the numbers mean, for the reader of a report.
    public var note: String?
    /// What the column holds.
    public var unit: Unit
    /// How many decimals people see of a ``Unit/number``.
    public var decimals: Int

    /// Makes a column.
    public init(_ heading: String, _ unit: Unit = .text, note: String? = nil, decimals: Int = 2) {
      (self.heading, self.note, self.unit, self.decimals) = (heading, note, unit, decimals)
      words = Paragraph(ours: heading.replacing("_", with: " "))
    }
  }

  /// One entry of a table; a number that is not defined is ``undefined``, never NaN.
  public struct Cell: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case text(String)
      case word(String)
      case words(Paragraph)
      case count(Int)
      case number(Double)
      case undefined
    }
    package let content: Content

    /// Nothing to tell: empty in CSV, `null` in JSON, "not defined" to people.
    public static let undefined = Cell(content: .undefined)

    /// Text from the data, which nobody vouches for: masked in CSV, escaped and shortened in reports.
    public static func text(_ text: String?) -> Cell { text.map { Cell(content: .text($0)) } ?? undefined }

    /// A word of ours, such as the name of a role.
    public static func word(_ word: String) -> Cell { Cell(content: .word(word)) }

    /// Words of ours, with names from the data among them or without: for reports, whose readers see them in their
    /// language.
    public static func words(_ words: Paragraph?) -> Cell { words.map { Cell(content: .words($0)) } ?? undefined }

    /// How many.
    public static func count(_ count: Int?) -> Cell { count.map { Cell(content: .count($0)) } ?? undefined }

    /// A number; `nil`, NaN and infinity are ``undefined``.
    public static func number(_ number: Double?) -> Cell {
      guard let number, number.isFinite else { return undefined }
      return Cell(content: .number(number))
    }

    /// Whether there is something to tell.
    public var isDefined: Bool { content != .undefined }
  }

  /// The table as CSV (RFC 4180): UTF-8, comma, LF, a heading row always, decimal points, undefined cells empty.
  ///
  /// Numbers are the shortest text that reads back as the same number. Text from the data that a spreadsheet would run
  /// as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets a leading `'`.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var csv: String { csv(workers: Workers(threads: 1)) }

  /// The same text, written by many threads.
  public func csv(workers: Workers) -> String { String(decoding: csvBytes(workers: workers), as: UTF8.self) }

  /// ``csv`` as bytes.
  package func csvBytes(workers: Workers) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(row: columns.map { $0.heading.maskedFormula })
    let block = 512
    let blocks = workers.finished((rows.count + block - 1) / block) { number in
      var bytes: [UInt8] = []
      for row in rows[number * block..<min(rows.count, (number + 1) * block)] { Self.append(row, to: &bytes) }
      return bytes
    }
    bytes.reserveCapacity(blocks.reduce(bytes.count) { $0 + $1.count })
    for block in blocks { bytes += block }
    return bytes
  }

  private static func append(_ row: [Cell], to bytes: inout [UInt8]) {
    let start = bytes.count
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.endCell() }
      cell.appendCSV(to: &bytes)
    }
    // An empty line would be no row at all.
    if row.count == 1, bytes.count == start { bytes.append(text: "\"\"") }
    bytes.endRow()
  }
}

extension FindingsTable.Cell {
  fileprivate func appendCSV(to bytes: inout [UInt8]) {
    switch content {
    case .text(let text): bytes.append(cell: text.maskedFormula)
    case .word(let word): bytes.append(cell: word)
    case .words(let words): bytes.append(cell: words.text.maskedFormula)
    case .count(let count): bytes.append(text: String(count))
    case .number(let number): bytes.append(text: NumberText.shortest(number))
    case .undefined: break
    }
  }
}

/// Names of which none is taken and no two are the same: one that comes again gets the first free number from 2.
func uniqueNames(
  _ names: [String], besides taken: Set<String> = [], numbered: (_ name: String, _ number: Int) -> String
) -> [String] {
  var taken = taken
  return names.map { name in
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = numbered(name, number)
      number += 1
    }
    return unique
  }
}
