internal import KnowledgeNetworks

/// Where the cells of a text stand in it, row by row.
struct CellPlaces: Sendable {
  private let bytes: [UInt8]
  private var rows: [Row] = []
  /// How far behind the start of its row each cell begins.
  private var distances: [UInt32] = []
  /// The offset up to which lines were counted, and the line there.
  private var counted = (offset: 0, line: 1)

  private struct Row {
    let offset: Int
    let line: Int
    /// The place of its first cell among those of all rows.
    let first: Int
    /// Whether it is one line of ASCII, in which characters are bytes.
    let isPlain: Bool
  }

  /// - Parameter start: Where rows begin; lines are counted from there.
  init(in bytes: [UInt8], from start: Int = 0) { (self.bytes, counted.offset) = (bytes, start) }

  /// Notes the cells of a row that stands behind those before.
  mutating func append(_ row: some BidirectionalCollection<CSVCell>) {
    guard let start = row.first?.offset, let end = row.last?.offset else { return }
    countLines(to: start)
    let isPlain = bytes.isPlainLine(start..<end)
    rows.append(Row(offset: start, line: counted.line, first: distances.count, isPlain: isPlain))
    // A row of more than four gigabytes is told by its line alone.
    for cell in row { distances.append(UInt32(clamping: cell.offset - start)) }
    if isPlain { counted.offset = end }
  }

  /// Counts the lines that end before an offset.
  mutating func countLines(to offset: Int) {
    for position in counted.offset..<max(counted.offset, offset) where bytes.endsLine(at: position) {
      counted.line += 1
    }
    counted.offset = max(counted.offset, offset)
  }

  /// Notes the rows of another part of the text that begins where lines were counted to.
  mutating func append(_ other: CellPlaces) {
    let (lines, cells) = (counted.line - 1, distances.count)
    for row in other.rows {
      rows.append(Row(offset: row.offset, line: lines + row.line, first: cells + row.first, isPlain: row.isPlain))
    }
    distances += other.distances
    counted = (other.counted.offset, lines + other.counted.line)
  }

  /// The line and the column, counted in characters; of a cell that the row does not have, which cell it would be.
  func place(_ row: Int, _ column: Int, file: String) -> Place {
    // Most places asked for are those of rows.
    guard column > 0 else { return Place(file: file, line: rows[row].line, column: 1) }
    let (next, row) = (row + 1 < rows.count ? rows[row + 1].first : distances.count, rows[row])
    guard row.first + column < next else { return Place(file: file, line: row.line, column: column + 1) }
    let distance = Int(distances[row.first + column])
    guard !row.isPlain else { return Place(file: file, line: row.line, column: distance + 1) }
    return Place(of: row.offset + distance, in: bytes, file: file, from: (row.offset, row.line))
  }
}

extension [UInt8] {
  /// Whether all of these bytes are ASCII and none ends a line.
  fileprivate func isPlainLine(_ range: Range<Int>) -> Bool {
    // Without leaving early, which takes many bytes at once.
    self[range].withUnsafeBufferPointer { bytes in
      var isOther: UInt8 = 0
      for byte in bytes { isOther |= byte & 0x80 | (byte == lineFeed || byte == carriageReturn ? 1 : 0) }
      return isOther == 0
    }
  }
}
