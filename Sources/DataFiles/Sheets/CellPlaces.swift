internal import KnowledgeNetworks

/// Where the cells of a text stand in it, row by row.
///
/// Only some rows are marked, and cells of the others are found by reading on from there: places of cells are asked for
/// seldom, and those of all would take more memory than the text.
struct CellPlaces: Sendable {
  private let tokenizer: CSVTokenizer
  private var rowCount = 0
  /// Rows from which others are found, ascending: the first, then one at least in every so many.
  private var marks: [(row: Int, offset: Int)] = []
  /// The lines of some rows, ascending: each row up to the next of them stands one line below the one before.
  private var lines: [(row: Int, line: Int)] = []
  /// The offset up to which lines were counted, and the line there.
  private var counted = (offset: 0, line: 1)
  /// Whether rows stand between the last one and the next that are not to be found.
  private var skipped = false

  private static let rowsPerMark = 16

  /// - Parameters:
  ///   - tokenizer: It reads the text.
  ///   - start: Where rows begin; lines are counted from there.
  init(by tokenizer: CSVTokenizer, from start: Int = 0) { (self.tokenizer, counted.offset) = (tokenizer, start) }

  /// Notes the cells of a row that stands behind those before.
  mutating func append(_ row: some BidirectionalCollection<CSVCell>) {
    guard let start = row.first?.offset, let end = row.last?.offset else { return }
    countLines(to: start)
    if skipped || rowCount - (marks.last?.row ?? -Self.rowsPerMark) >= Self.rowsPerMark {
      marks.append((rowCount, start))
      skipped = false
    }
    note(line: counted.line)
    if tokenizer.isPlainLine(start..<end) { counted.offset = end }
  }

  private mutating func note(line: Int) {
    if lines.last.map({ $0.line + rowCount - $0.row }) != line { lines.append((rowCount, line)) }
    rowCount += 1
  }

  /// Passes over a row that has no number.
  mutating func skipRow() { skipped = true }

  /// Counts the lines that end before an offset.
  mutating func countLines(to offset: Int) {
    counted.line += tokenizer.lineEnds(in: counted.offset..<max(counted.offset, offset))
    counted.offset = max(counted.offset, offset)
  }

  /// Notes the rows of another part of the text that begins where lines were counted to.
  mutating func append(_ other: CellPlaces) {
    let (linesBefore, rowsBefore) = (counted.line - 1, rowCount)
    marks += other.marks.map { (rowsBefore + $0.row, $0.offset) }
    for (row, line) in other.lines {
      rowCount = rowsBefore + row
      note(line: linesBefore + line)
    }
    rowCount = rowsBefore + other.rowCount
    counted = (other.counted.offset, linesBefore + other.counted.line)
  }

  /// The line of a row.
  fileprivate func line(of row: Int) -> Int {
    let start = lines[lines.indices.partitioningIndex { lines[$0].row > row } - 1]
    return start.line + row - start.row
  }

  /// Finds cells; those of rows that follow one another without reading any row twice.
  struct Finder {
    private let places: CellPlaces
    private var reader: CSVTokenizer
    /// The row that was read last, its cells, and whether characters are bytes in it.
    private var row = -1
    private var cells: [CSVCell] = []
    private var isPlain = false

    init(_ places: CellPlaces) { (self.places, reader) = (places, places.tokenizer) }

    /// The line and the column, counted in characters; of a cell that the row does not have, which cell it would be.
    mutating func place(_ row: Int, _ column: Int, file: String) -> Place {
      let line = places.line(of: row)
      // Most places asked for are those of rows.
      guard column > 0 else { return Place(file: file, line: line, column: 1) }
      if row != self.row { read(row) }
      guard column < cells.count else { return Place(file: file, line: line, column: column + 1) }
      if isPlain { return Place(file: file, line: line, column: cells[column].offset - cells[0].offset + 1) }
      return reader.place(of: cells[column], inRowAt: (cells[0].offset, line), file: file)
    }

    private mutating func read(_ wanted: Int) {
      let marks = places.marks
      let mark = marks[marks.indices.partitioningIndex { marks[$0].row > wanted } - 1]
      if row < mark.row || row > wanted { (reader, row) = (reader.moved(to: mark.offset), mark.row - 1) }
      while row < wanted {
        // It was read before.
        if (try? reader.read(&cells)) != true { cells = [] }
        row += 1
      }
      isPlain = cells.last.map { reader.isPlainLine(cells[0].offset..<$0.offset) } ?? false
    }
  }
}
