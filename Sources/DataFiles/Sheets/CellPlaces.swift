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

  init(in bytes: [UInt8]) { self.bytes = bytes }

  /// Notes the cells of a row that stands behind those before.
  mutating func append(_ row: some BidirectionalCollection<CSVCell>) {
    guard let start = row.first?.offset, let end = row.last?.offset else { return }
    for position in counted.offset..<start where bytes.endsLine(at: position) { counted.line += 1 }
    let isPlain = bytes[start..<end].allSatisfy { $0 < 0x80 && $0 != lineFeed && $0 != carriageReturn }
    rows.append(Row(offset: start, line: counted.line, first: distances.count, isPlain: isPlain))
    // A row of more than four gigabytes is told by its line alone.
    for cell in row { distances.append(UInt32(clamping: cell.offset - start)) }
    counted.offset = isPlain ? end : start
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
