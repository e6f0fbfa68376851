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

  /// The cells by their numbers in their columns, row by row.
  @usableFromInline let numbers: [UInt32]
  private var columns: [ColumnTexts]
  /// Where each row's cells begin, and where the last one's end.
  @usableFromInline let rows: [Int]
  /// Where the cells stand.
  package private(set) var places: SheetPlaces

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
    let number = number(row, column)
    return number == 0 ? "" : columns[column].texts[Int(number)]
  }

  /// Whether nothing at all was stated in a cell.
  package func isUnstated(_ row: Int, _ column: Int) -> Bool { number(row, column) == 0 }

  /// Whether a cell stood in quotes, or was stored by a program that states all its cells.
  package func isQuoted(_ row: Int, _ column: Int) -> Bool {
    let number = number(row, column)
    return number != 0 && columns[column].isQuoted(number)
  }

  /// The number of a cell among the different ones of its column: equal numbers say that two cells of a column are alike
  /// in all but their place; 0 is a cell in which nothing was stated.
  @inlinable package func number(_ row: Int, _ column: Int) -> UInt32 {
    let position = rows[row] + column
    return position < rows[row + 1] ? numbers[position] : numberBeside(row, column)
  }

  @usableFromInline func numberBeside(_ row: Int, _ column: Int) -> UInt32 {
    guard let part = joined.last(where: { $0.start <= column }), let other = part.rows[row] else { return 0 }
    return part.sheet.number(other, column - part.start)
  }

  /// The numbers of some cells of a row, as ``number(_:_:)`` has them; 0 for a column that there is not.
  package func numbers(_ row: Int, _ columns: [Int?], into numbers: inout [UInt32]) {
    numbers.removeAll(keepingCapacity: true)
    let (start, end) = (rows[row], rows[row + 1])
    for column in columns {
      guard let column else {
        numbers.append(0)
        continue
      }
      numbers.append(start + column < end ? self.numbers[start + column] : number(row, column))
    }
  }

  /// Whether every cell of a row is empty, whatever is joined to it.
  package func isEmpty(_ row: Int) -> Bool {
    let start = rows[row]
    return (start..<rows[row + 1]).allSatisfy {
      numbers[$0] == 0 || columns[$0 - start].texts[Int(numbers[$0])].isEmpty
    }
  }

  /// Where a cell stands, as ``SheetPlaces/place(_:_:)`` has it.
  package func place(_ row: Int, _ column: Int = 0) -> Place { places.place(row, column) }

  /// The sheet with the columns of another behind its own; their cells keep their places in the other file.
  ///
  /// - Parameter rows: For each row the one of the other sheet that stands beside it; `nil` where nothing does.
  package func joined(with other: Sheet, rows: [Int?]) -> Sheet {
    var sheet = self
    // A row without one there has number 0, which no text is looked up for.
    sheet.columns += other.columns
    sheet.joined.append(JoinedColumns(start: width, sheet: other, rows: rows))
    sheet.places.join(other.places, from: width, rows: rows)
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

  package func place(_ position: Position) -> Place { places.place(position.row, position.column) }

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
  /// - Parameter workers: Who reads; without effect on the result.
  /// - Throws: `BuzzlineError` with line and column: no text, an unclosed quote.
  /// - Complexity: O(size) time and space.
  package init(
    text raw: [UInt8], file: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil,
    workers: Workers = .all
  ) throws(BuzzlineError) {
    let text = try TextDecoder(file: file).utf8(raw, encoding: encoding)
    let tokenizer = CSVTokenizer(text.bytes, file: file, delimiter: delimiter)
    let rows = try TextRows(of: text.bytes, tokenizer, workers: workers)
    guard rows.cells.rowCount > 0 else { throw BuzzlineError(.empty, at: Place(file: file), "The file is empty.") }
    self.init(
      file: file, cells: rows.cells, from: .text(rows.places), encoding: text.encoding, delimiter: tokenizer.delimiter)
  }

  /// Takes rows of cells that a program stored as such; `nil` is a cell in which nothing was stated.
  ///
  /// - Parameter lines: The number of each row in its file; without, rows are counted from 1.
  package init(
    file: String, name: String? = nil, rows stated: [[String?]], lines: [Int]? = nil, codebooks: [Int: Codebook] = [:]
  ) {
    var cells = CellNumbering()
    for row in stated {
      var (bytes, stored): ([UInt8], [CSVCell]) = ([], [])
      for text in row {
        let start = bytes.count
        bytes += (text ?? "").utf8
        stored.append(CSVCell(offset: start, content: start..<bytes.count, isQuoted: text != nil))
      }
      cells.append(stored, in: bytes)
    }
    self.init(
      file: file, name: name, cells: cells, from: .rows(lines ?? Array(1...max(1, stated.count))), codebooks: codebooks)
  }

  init(
    file: String, name: String? = nil, cells: CellNumbering, from origin: SheetPlaces.Origin,
    encoding: TextEncoding = .utf8,
    delimiter: UInt8? = nil, codebooks: [Int: Codebook] = [:]
  ) {
    (self.file, self.name, self.encoding, self.delimiter) = (file, name, encoding, delimiter)
    (numbers, columns, rows) = (cells.numbers, cells.columns, cells.rows)
    places = SheetPlaces(in: file, origin)
    self.codebooks = codebooks
    width = zip(rows, rows.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  /// Takes rows of equal width whose cells are the numbers of texts, of which the first is empty.
  init(file: String, numbers: [UInt32], texts: [String], width: Int) {
    (self.file, name, encoding, delimiter, codebooks) = (file, nil, .utf8, nil, [:])
    (self.numbers, self.width, places) = (numbers, width, SheetPlaces(in: file, .rows([])))
    columns = [ColumnTexts](repeating: ColumnTexts(texts), count: width)
    rows = width > 0 ? Array(stride(from: 0, through: numbers.count, by: width)) : [0]
  }
}
