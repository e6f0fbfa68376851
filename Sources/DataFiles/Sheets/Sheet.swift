package import KnowledgeNetworks

/// The cells of one table of a file as they stand there, before anything is known of headings.
///
/// A cell is bare and empty (nothing was stated), quoted and empty (something was, and it is empty), or holds text.
/// Rows may differ in width; what lies beyond a row's end is bare and empty.
package struct Sheet: Sendable {
  package let file: String
  /// The name of the table in its file; `nil` where a file has but one.
  package let name: String?
  /// How its bytes were letters, and what parted its cells, where it was text.
  package let encoding: TextEncoding
  package let delimiter: UInt8?
  /// What codes mean, by column, where the file says so, as those of SPSS and Stata do.
  package private(set) var codebooks: [Int: Codebook]

  private let bytes: [UInt8]
  private let cells: [CSVCell]
  /// Where each row's cells begin, and where the last one's end.
  private let rows: [Int]
  /// The line each row begins in; 0 where the file has no such row.
  private let lines: [Int]
  /// Whether columns are counted in characters of the line, as in text, or in cells.
  private let countsCharacters: Bool

  package var rowCount: Int { rows.count - 1 }
  /// The number of cells of the widest row, those of joined sheets among them.
  package private(set) var width: Int
  /// The columns of other sheets that stand behind its own.
  private var joined: [JoinedColumns] = []

  /// Which row of another sheet stands beside each row, and from which column on.
  private struct JoinedColumns {
    let start: Int
    let sheet: Sheet
    let rows: [Int?]
  }

  package func width(of row: Int) -> Int { rows[row + 1] - rows[row] }

  /// The text of a cell, blanks around it taken off, empty where it holds nothing.
  package func text(_ row: Int, _ column: Int) -> String {
    if let found = cell(row, column) { return found.text(in: bytes).trimmed.composed }
    return beside(row, column).map { $0.sheet.text($0.row, $0.column) } ?? ""
  }

  /// Whether nothing at all was stated in a cell.
  package func isUnstated(_ row: Int, _ column: Int) -> Bool {
    if let found = cell(row, column) { return found.isEmpty && !found.isQuoted }
    return beside(row, column).map { $0.sheet.isUnstated($0.row, $0.column) } ?? true
  }

  /// Whether every cell of a row is empty, whatever is joined to it.
  package func isEmpty(_ row: Int) -> Bool {
    cells[rows[row]..<rows[row + 1]].allSatisfy { $0.isEmpty || $0.text(in: bytes).trimmed.isEmpty }
  }

  /// Whether two cells hold the same bytes, as texts of answers do again and again.
  package func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    if let found = cell(row, column) { return bytes[found.content] }
    return beside(row, column).map { $0.sheet.bytes($0.row, $0.column) } ?? []
  }

  /// Where a cell stands: line and column, of a spreadsheet the row and the column counted in cells.
  ///
  /// Of a file of SPSS or Stata it is the case and the variable; names and labels of variables stand in no case.
  package func place(_ row: Int, _ column: Int = 0) -> Place {
    if let other = beside(row, column) { return other.sheet.place(other.row, other.column) }
    guard lines[row] > 0 else { return Place(file: file) }
    guard countsCharacters, let cell = cell(row, column), let first = self.cell(row, 0) else {
      return Place(file: file, line: lines[row], column: column + 1)
    }
    return Place(of: cell.offset, in: bytes, file: file, from: (first.offset, lines[row]))
  }

  private func cell(_ row: Int, _ column: Int) -> CSVCell? {
    let position = rows[row] + column
    return position < rows[row + 1] ? cells[position] : nil
  }

  /// The cell of a joined sheet that a column means.
  private func beside(_ row: Int, _ column: Int) -> (sheet: Sheet, row: Int, column: Int)? {
    guard let part = joined.last(where: { $0.start <= column }), let other = part.rows[row] else { return nil }
    return (part.sheet, other, column - part.start)
  }

  /// The sheet with the columns of another behind its own; their cells keep their places in the other file.
  ///
  /// - Parameter rows: For each row the one of the other sheet that stands beside it; `nil` where nothing does.
  package func joined(with other: Sheet, rows: [Int?]) -> Sheet {
    var sheet = self
    sheet.joined.append(JoinedColumns(start: width, sheet: other, rows: rows))
    sheet.width += other.width
    for (column, codebook) in other.codebooks { sheet.codebooks[width + column] = codebook }
    return sheet
  }
}

extension Sheet {
  /// A cell by its row and column, from 0: eight bytes, where its place in the file takes far more.
  package struct Position: Hashable, Comparable, Sendable {
    private let rowNumber: Int32
    private let columnNumber: Int32
    package var row: Int { Int(rowNumber) }
    package var column: Int { Int(columnNumber) }

    package init(_ row: Int, _ column: Int = 0) { (rowNumber, columnNumber) = (Int32(row), Int32(column)) }

    package static func < (left: Position, right: Position) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  package func place(_ position: Position) -> Place { place(position.row, position.column) }

  /// What the codes of a column mean.
  package struct Codebook: Hashable, Sendable {
    /// The labels by code, the code as the cells have it.
    package var labels: [String: String]
    /// The codes that say that an answer is missing.
    package var missing: Set<String>

    package init(labels: [String: String] = [:], missing: Set<String> = []) {
      (self.labels, self.missing) = (labels, missing)
    }
  }

  /// Reads delimited text; blank lines are no rows.
  ///
  /// - Throws: `BuzzlineError` with line and column: no text, an unclosed quote.
  /// - Complexity: O(size) time and space.
  package init(
    text raw: [UInt8], file: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil
  ) throws(BuzzlineError) {
    let text = try TextDecoder(file: file).utf8(raw, encoding: encoding)
    var tokenizer = CSVTokenizer(text.bytes, file: file, delimiter: delimiter)
    var (cells, rows): ([CSVCell], [Int]) = ([], [0])
    while let row = try tokenizer.nextRow() {
      cells += row
      rows.append(cells.count)
    }
    guard rows.count > 1 else { throw BuzzlineError(.empty, at: Place(file: file), "The file is empty.") }
    let starts = rows.dropLast().map { cells[$0].offset }
    self.init(
      file: file, name: nil, text: (text.bytes, text.encoding, tokenizer.delimiter), cells: cells, rows: rows,
      lines: text.bytes.lines(of: starts))
  }

  /// Takes rows of cells that a program stored as such; `nil` is a cell in which nothing was stated.
  ///
  /// - Parameter lines: The number of each row in its file; without, rows are counted from 1.
  package init(
    file: String, name: String? = nil, rows stated: [[String?]], lines: [Int]? = nil, codebooks: [Int: Codebook] = [:]
  ) {
    var (bytes, cells, rows): ([UInt8], [CSVCell], [Int]) = ([], [], [0])
    for row in stated {
      for text in row {
        let start = bytes.count
        bytes += (text ?? "").utf8
        cells.append(CSVCell(offset: start, content: start..<bytes.count, isQuoted: text != nil))
      }
      rows.append(cells.count)
    }
    self.init(
      file: file, name: name, text: (bytes, .utf8, nil), cells: cells, rows: rows,
      lines: lines ?? Array(1...max(1, stated.count)), codebooks: codebooks)
  }

  init(
    file: String, name: String?, text: (bytes: [UInt8], encoding: TextEncoding, delimiter: UInt8?), cells: [CSVCell],
    rows: [Int], lines: [Int], codebooks: [Int: Codebook] = [:]
  ) {
    (self.file, self.name, encoding, delimiter) = (file, name, text.encoding, text.delimiter)
    (bytes, self.cells, self.rows, self.lines) = (text.bytes, cells, rows, lines)
    self.codebooks = codebooks
    countsCharacters = text.delimiter != nil
    width = zip(rows, rows.dropFirst()).map { $1 - $0 }.max() ?? 0
  }
}
