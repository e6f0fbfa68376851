internal import KnowledgeNetworks

/// One cell as the bytes it covers.
struct CSVCell: Sendable {
  /// Where the cell begins in the file, its quote included.
  let offset: Int
  let content: Range<Int>
  var isQuoted = false
  var hasDoubledQuotes = false

  var isEmpty: Bool { content.isEmpty }

  /// The text, doubled quotes made one and the mask of spreadsheet formulas (`'=`) taken off.
  func text(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[content], as: UTF8.self)
    return (hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text).unmaskedFormula
  }
}

/// Splits delimited text into rows of cells, as RFC 4180 has it, with any of the three line ends.
struct CSVTokenizer: Sendable {
  private let bytes: [UInt8]
  let file: String
  let delimiter: UInt8
  /// Whether several delimiters in a row are one, as where blanks part the cells.
  private let mergesDelimiters: Bool
  /// Where the next row is looked for.
  private(set) var position: Int

  /// - Parameter blanksMayDelimit: Whether blanks separate cells where nothing else does.
  init(_ bytes: [UInt8], file: String, delimiter: Delimiter?, blanksMayDelimit: Bool = false) {
    let declared = Self.declaration(in: bytes)
    self.bytes = bytes
    self.file = file
    position = declared?.end ?? 0
    let found = Delimiter.detected(in: bytes[position...], mayBeBlank: blanksMayDelimit)
    self.delimiter = delimiter?.byte ?? declared?.delimiter ?? found.byte
    mergesDelimiters = self.delimiter == space
  }

  /// The next row that is not blank; `nil` at the end.
  mutating func nextRow() throws(BuzzlineError) -> [CSVCell]? {
    var row: [CSVCell] = []
    return try read(&row) ? row : nil
  }

  /// Reads the next row that is not blank into memory that the one before may have used.
  ///
  /// - Parameter limit: Where no row begins any more; by default the end of the text.
  /// - Returns: `false` at the end.
  mutating func read(_ row: inout [CSVCell], before limit: Int = .max) throws(BuzzlineError) -> Bool {
    row.removeAll(keepingCapacity: true)
    let limit = min(limit, bytes.count)
    while position < limit, isLineEnd(bytes[position]) { position += 1 }
    guard position < limit else { return false }
    if mergesDelimiters { skipBlanks() }
    while true {
      row.append(try nextCell())
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
      guard mergesDelimiters else { continue }
      skipBlanks()
      if position == bytes.count || isLineEnd(bytes[position]) { break }
    }
    skipLineEnd()
    return true
  }

  /// The same where it looks for the next row elsewhere.
  func moved(to position: Int) -> CSVTokenizer {
    var moved = self
    moved.position = position
    return moved
  }

  func place(of cell: CSVCell) -> Place { place(of: cell.offset) }

  private func place(of offset: Int) -> Place { Place(of: offset, in: bytes, file: file) }

  /// The place of a cell of a row, counted from where the row begins.
  func place(of cell: CSVCell, inRowAt row: (offset: Int, line: Int), file: String) -> Place {
    Place(of: cell.offset, in: bytes, file: file, from: row)
  }

  /// How many lines end in a part of the text.
  func lineEnds(in range: Range<Int>) -> Int { range.count { bytes.endsLine(at: $0) } }

  /// Whether a part is within one line and ASCII, in which characters are bytes.
  func isPlainLine(_ range: Range<Int>) -> Bool {
    // Without leaving early, which takes many bytes at once.
    bytes[range].withUnsafeBufferPointer { bytes in
      var isOther: UInt8 = 0
      for byte in bytes { isOther |= byte & 0x80 | (byte == lineFeed || byte == carriageReturn ? 1 : 0) }
      return isOther == 0
    }
  }

  private mutating func nextCell() throws(BuzzlineError) -> CSVCell {
    let start = position
    if start < bytes.count, bytes[start] == quote { return try nextQuotedCell() }
    // Blanks before a quote belong to no text.
    if start < bytes.count, isBlank(bytes[start]) {
      skipBlanks()
      if position < bytes.count, bytes[position] == quote { return try nextQuotedCell() }
      position = start
    }
    while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) { position += 1 }
    return CSVCell(offset: start, content: start..<position)
  }

  private mutating func nextQuotedCell() throws(BuzzlineError) -> CSVCell {
    let start = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      guard let end = bytes[position...].firstIndex(of: quote) else {
        throw BuzzlineError(.malformed, at: place(of: start), "The quote that opens here is never closed.")
      }
      position = end + 1
      guard position < bytes.count, bytes[position] == quote else { break }
      hasDoubledQuotes = true
      position += 1
    }
    let content = (start + 1)..<(position - 1)
    if delimiter != space { skipBlanks() }
    if position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      throw BuzzlineError(
        .malformed, at: place(of: position), "Text follows a closing quote; a quote inside a cell is written twice.")
    }
    return CSVCell(offset: start, content: content, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func skipBlanks() {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == space || (byte == tabulator && delimiter != tabulator) }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair = bytes[position] == carriageReturn && position + 1 < bytes.count && bytes[position + 1] == lineFeed
    position += isPair ? 2 : 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// The line `sep=;` that spreadsheets put first, in any letter case, in quotes or not, with more delimiters behind it
  /// or not: the delimiter, and where the line ends.
  private static func declaration(in bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    let end = bytes.prefix(64).firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? min(64, bytes.count)
    let line = bytes[..<end].filter { $0 != quote && $0 != space }
    guard line.count > 4, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
      line[4...].allSatisfy({ $0 == line[4] })
    else { return nil }
    return (line[4], end)
  }
}
