internal import KnowledgeNetworks

/// Collects the cells of a ``Sheet``, row by row, without a text of its own for each.
///
/// A cell's bytes are appended to ``bytes``, then the cell is ended. Unstated cells cost nothing until a stated one
/// follows them in its row.
struct SheetBuilder {
  /// The bytes of all cells, one behind the other.
  var bytes: [UInt8] = []
  /// The cells of the rows that were ended.
  private var numbered = CellNumbering(lookingOnlyWhereUseful: true)
  /// Those of the row that is being written.
  private var cells: [CSVCell] = []
  private var lines: [Int] = []
  /// Where the bytes of the cell that is being written begin.
  private var start = 0
  /// The unstated cells since the last stated one of the row.
  private var unstated = 0
  /// How many cells may still be made that the file does not write out, so that no small file asks for all memory.
  private var spare: Int
  private let file: String

  init(file: String, spare: Int = 1 << 24) { (self.file, self.spare) = (file, spare) }

  /// The column, from 0, of the cell that comes next.
  var column: Int { cells.count + unstated }
  /// The cells so far.
  var cellCount: Int { numbered.numbers.count + cells.count }

  mutating func reserve(cells count: Int, bytes size: Int) {
    numbered.reserve(count)
    bytes.reserveCapacity(size)
  }

  /// Passes over cells in which nothing is stated.
  mutating func skip(_ count: Int = 1) { unstated += count }

  /// Ends a stated cell that holds what was appended to `bytes` since the last one.
  ///
  /// - Throws: `BuzzlineError` if too many unstated cells lie before it.
  mutating func endCell() throws(BuzzlineError) {
    if unstated > 0 {
      try take(unstated)
      cells.append(contentsOf: repeatElement(CSVCell(offset: start, content: start..<start), count: unstated))
      unstated = 0
    }
    cells.append(CSVCell(offset: start, content: start..<bytes.count, isQuoted: true))
    start = bytes.count
  }

  /// Puts the cell that was ended last so many more times.
  ///
  /// - Throws: `BuzzlineError` if these are too many.
  mutating func repeatCell(_ times: Int) throws(BuzzlineError) {
    guard times > 0, let cell = cells.last else { return }
    try take(times)
    cells.append(contentsOf: repeatElement(cell, count: times))
  }

  /// Ends a row; one in which nothing is stated is none, unless it is to be kept.
  ///
  /// - Returns: Whether there is such a row.
  @discardableResult
  mutating func endRow(line: Int, keepsEmpty: Bool = false) -> Bool {
    unstated = 0
    guard keepsEmpty || !cells.isEmpty else { return false }
    numbered.append(cells, in: bytes)
    cells.removeAll(keepingCapacity: true)
    lines.append(line)
    return true
  }

  /// Puts the row that was ended last so many more times, on the lines that follow.
  ///
  /// - Throws: `BuzzlineError` if these are too many cells.
  mutating func repeatRow(_ times: Int) throws(BuzzlineError) {
    guard times > 0, let line = lines.last else { return }
    try take(times * numbered.lastRow.count)
    for time in 1...times {
      numbered.repeatLastRow()
      lines.append(line + time)
    }
  }

  private mutating func take(_ count: Int) throws(BuzzlineError) {
    guard count <= spare else {
      throw BuzzlineError(
        .tooLarge, at: Place(file: file, line: (lines.last ?? 0) + 1),
        "The file repeats or leaves empty more cells than any table of answers has.")
    }
    spare -= count
  }

  /// The sheet of all rows.
  func sheet(name: String?, codebooks: [Int: Sheet.Codebook] = [:]) -> Sheet {
    Sheet(file: file, name: name, cells: numbered, from: .rows(lines), codebooks: codebooks)
  }
}
