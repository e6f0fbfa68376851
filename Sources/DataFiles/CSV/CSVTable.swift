package import KnowledgeNetworks

/// A table read from delimited text: headings, then rows of cells in three states.
///
/// Of equal cells of a column the text is kept once.
package struct CSVTable: Sendable {
  package let file: String
  /// The headings, without blanks around them.
  package let headings: [String]
  /// The number of rows below the headings.
  package var rowCount: Int { headings.isEmpty ? 0 : cells.rowCount }
  package let encoding: TextEncoding
  package let delimiter: UInt8
  /// Rows below the headings that hold no data, and where they stand.
  package let asides: [RowAside]

  /// The rows below the headings.
  @usableFromInline let cells: Sheet
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
    var rows = RowCollector(width: headings.count, hasHeading ? first : [], in: bytes, by: start)
    var row: [CSVCell] = []
    while try tokenizer.read(&row) { try rows.take(row, at: tokenizer) }
    (self.file, self.headings, asides, origins) = (file, headings, rows.asides, nil)
    (self.encoding, self.delimiter) = (text.encoding, tokenizer.delimiter)
    cells = Sheet(file: file, cells: rows.cells, from: .text(rows.places))
  }

  /// Makes a table of rows that were found in another file, each with its place there.
  package init(made headings: [String], rows: [[String]], places: [Place], file: String) {
    self.init(made: headings, rows: rows, from: .places(places), file: file)
  }

  /// Makes a table of rows that were found in a sheet, each with the cell it was found in.
  package init(made headings: [String], rows: [[String]], cells: [Sheet.Position], of sheet: Sheet) {
    self.init(made: headings, rows: rows, from: .cells(cells, sheet.places), file: sheet.file)
  }

  /// Makes the same table of the numbers of texts.
  package init(
    made headings: [String], numbers: [UInt32], of texts: TextPool, cells: [Sheet.Position], of sheet: Sheet
  ) {
    self.init(made: headings, numbers: numbers, of: texts, from: .cells(cells, sheet.places), file: sheet.file)
  }

  private init(made headings: [String], rows: [[String]], from origins: RowOrigins, file: String) {
    let texts = TextPool()
    self.init(
      made: headings, numbers: rows.flatMap { $0.map(texts.number) }, of: texts, from: origins, file: file)
  }

  private init(
    made headings: [String], numbers: [UInt32], of texts: TextPool, from origins: RowOrigins, file: String
  ) {
    (self.file, self.headings, asides, encoding, delimiter) = (file, headings, [], .utf8, comma)
    self.origins = origins
    cells = Sheet(
      file: file, numbers: numbers, texts: texts.texts.map(\.unmaskedFormula.trimmed.composed), width: headings.count)
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
    let text = cells.text(row, column)
    return text.isEmpty ? nil : text
  }

  /// The number of a cell among the different ones of its column.
  @inlinable package func number(_ row: Int, _ column: Int) -> UInt32 { cells.number(row, column) }

  /// The numbers of some cells of a row, 0 for a column that there is not.
  package func numbers(_ row: Int, _ columns: [Int?], into numbers: inout [UInt32]) {
    cells.numbers(row, columns, into: &numbers)
  }

  /// Whether a cell is bare of quotes, as programs write what is missing.
  package func isBare(_ row: Int, _ column: Int) -> Bool { !cells.isQuoted(row, column) }

  /// Finds where rows stand, fast where they follow one another.
  package var rowPlaces: RowPlaces { RowPlaces(origins, in: cells.places) }

  package func place(_ row: Int, _ column: Int = 0) -> Place {
    if origins == nil { return cells.place(row, column) }
    var places = rowPlaces
    return places.place(row)
  }
}

/// Where the rows of a table came from that was made of another file.
private enum RowOrigins {
  case places([Place])
  case cells([Sheet.Position], SheetPlaces)
}

/// Finds where the rows of a table stand.
package struct RowPlaces {
  private let origins: RowOrigins?
  private var finder: SheetPlaces.Finder

  fileprivate init(_ origins: RowOrigins?, in own: SheetPlaces) {
    self.origins = origins
    finder = if case .cells(_, let places) = origins { SheetPlaces.Finder(places) } else { SheetPlaces.Finder(own) }
  }

  package mutating func place(_ row: Int) -> Place {
    switch origins {
    case .places(let places): places[row]
    case .cells(let cells, _): finder.place(cells[row].row, cells[row].column)
    case nil: finder.place(row, 0)
    }
  }
}
