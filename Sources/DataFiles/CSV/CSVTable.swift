package import KnowledgeNetworks

/// A table read from delimited text: headings, then rows of cells in three states.
///
/// Cells are ranges of the file's bytes; text is made when it is asked for.
package struct CSVTable: Sendable {
  package let file: String
  /// The headings, without blanks around them.
  package let headings: [String]
  /// The number of rows below the headings.
  package var rowCount: Int { cells.count / max(1, headings.count) }
  package let encoding: TextEncoding
  package let delimiter: UInt8
  /// Rows below the headings that hold no data, and where they stand.
  package let asides: [RowAside]

  private let bytes: [UInt8]
  private let cells: [CSVCell]
  /// The line each row begins in.
  private let lines: [Int]
  /// Where each row came from, of a table that was made of another file.
  private let origins: RowOrigins?
  /// Whether it was made of another file, whose format is not that of a table.
  package var isMade: Bool { origins != nil }

  /// Reads a table from bytes in any of the known encodings.
  ///
  /// - Throws: ``BuzzlineError`` with line and column: no text, an unclosed quote, a ragged row, a repeated heading.
  /// - Complexity: O(size) time and space.
  package init(
    _ raw: [UInt8], file: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil, hasHeading: Bool = true
  ) throws(BuzzlineError) {
    let text = try TextDecoder(file: file).utf8(raw, encoding: encoding)
    let bytes = text.bytes
    var tokenizer = CSVTokenizer(bytes, file: file, delimiter: delimiter, blanksMayDelimit: !hasHeading)
    let start = tokenizer
    guard let first = try tokenizer.nextRow() else {
      throw BuzzlineError(.empty, at: Place(file: file), "The file is empty.")
    }
    let headings = hasHeading ? try Self.headings(first, tokenizer, bytes) : Self.positions(first.count)
    if !hasHeading { tokenizer = start }
    var rows = RowCollector(width: headings.count, hasHeading ? first : [], in: bytes)
    while let row = try tokenizer.nextRow() { try rows.take(row, at: tokenizer) }
    self.file = file
    self.headings = headings
    (self.bytes, origins) = (bytes, nil)
    (cells, asides) = (rows.cells, rows.asides)
    (self.encoding, self.delimiter) = (text.encoding, tokenizer.delimiter)
    lines = bytes.lines(
      of: stride(from: 0, to: rows.cells.count, by: headings.count).map { rows.cells[$0].offset })
  }

  /// Makes a table of rows that were found in another file, each with its place there.
  package init(made headings: [String], rows: [[String]], places: [Place], file: String) {
    self.init(made: headings, rows: rows, from: .places(places), file: file)
  }

  /// Makes a table of rows that were found in a sheet, each with the cell it was found in.
  package init(made headings: [String], rows: [[String]], cells: [Sheet.Position], of sheet: Sheet) {
    self.init(made: headings, rows: rows, from: .cells(cells, sheet), file: sheet.file)
  }

  private init(made headings: [String], rows: [[String]], from origins: RowOrigins, file: String) {
    var (bytes, cells): ([UInt8], [CSVCell]) = ([], [])
    for text in rows.joined() {
      let start = bytes.count
      bytes += text.utf8
      cells.append(CSVCell(offset: start, content: start..<bytes.count))
    }
    (self.file, self.headings, asides, encoding, delimiter) = (file, headings, [], .utf8, comma)
    (self.bytes, self.cells, lines, self.origins) = (bytes, cells, [], origins)
  }

  /// Takes a sheet whose first row has the headings.
  package init(_ sheet: Sheet) {
    let (rows, columns) = (1..<max(1, sheet.rowCount), 0..<(sheet.rowCount > 0 ? sheet.width(of: 0) : 0))
    self.init(
      made: columns.map { sheet.text(0, $0) }, rows: rows.map { row in columns.map { sheet.text(row, $0) } },
      places: rows.map { sheet.place($0) }, file: sheet.file)
  }

  /// The headings, without the empty ones that spreadsheets leave at the end of a line.
  private static func headings(
    _ row: [CSVCell], _ tokenizer: CSVTokenizer, _ bytes: [UInt8]
  ) throws(BuzzlineError) -> [String] {
    let texts = row.map { $0.text(in: bytes).trimmed }
    let headings = Array(texts[...max(0, texts.lastIndex { !$0.isEmpty } ?? 0)])
    for (column, heading) in headings.enumerated() where !heading.isEmpty && headings[..<column].contains(heading) {
      throw BuzzlineError(
        .malformed, at: tokenizer.place(of: row[column]), "The heading '\(heading)' stands here a second time.")
    }
    return headings
  }

  /// Headings for a list that has none: who gives, who receives, and the weight if there is a third column.
  private static func positions(_ count: Int) -> [String] {
    let known = ["source", "target", "weight"]
    return (0..<count).map { $0 < known.count ? known[$0] : "column \($0 + 1)" }
  }

  package func column(_ heading: String) -> Int? { headings.firstIndex(of: heading) }

  /// The text of a cell, blanks around it taken off; `nil` where it holds nothing.
  package func text(_ row: Int, _ column: Int) -> String? {
    let text = cell(row, column).text(in: bytes).trimmed.composed
    return text.isEmpty ? nil : text
  }

  /// Whether a cell is bare of quotes, as programs write what is missing.
  package func isBare(_ row: Int, _ column: Int) -> Bool { !cell(row, column).isQuoted }

  private func cell(_ row: Int, _ column: Int) -> CSVCell { cells[row * headings.count + column] }

  package func place(_ row: Int, _ column: Int = 0) -> Place {
    if let origins { return origins.place(row) }
    return Place(of: cell(row, column).offset, in: bytes, file: file, from: (cell(row, 0).offset, lines[row]))
  }
}

/// Where the rows of a table came from that was made of another file.
private enum RowOrigins {
  case places([Place])
  case cells([Sheet.Position], Sheet)

  func place(_ row: Int) -> Place {
    switch self {
    case .places(let places): places[row]
    case .cells(let cells, let sheet): sheet.place(cells[row])
    }
  }
}

extension [UInt8] {
  /// The lines in which ascending offsets lie, in one pass.
  func lines(of offsets: [Int]) -> [Int] {
    var (line, position) = (1, 0)
    return offsets.map { offset in
      while position < offset {
        if endsLine(at: position) { line += 1 }
        position += 1
      }
      return line
    }
  }
}
