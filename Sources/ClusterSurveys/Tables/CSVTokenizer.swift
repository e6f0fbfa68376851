internal import KnowledgeNetworks

/// One cell as the bytes it covers.
struct CSVCell: Sendable {
  /// Where the cell begins in the file, its quote included.
  let offset: Int
  private let content: Range<Int>
  let isQuoted: Bool
  private let hasDoubledQuotes: Bool

  init(offset: Int, content: Range<Int>, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
    self.offset = offset
    self.content = content
    self.isQuoted = isQuoted
    self.hasDoubledQuotes = hasDoubledQuotes
  }

  /// The text, doubled quotes made one and the mask of spreadsheet formulas (`'=`) taken off.
  func text(in bytes: [UInt8]) -> String {
    var text = String(decoding: bytes[content], as: UTF8.self)
    if hasDoubledQuotes { text = text.replacing("\"\"", with: "\"") }
    let scalars = text.unicodeScalars
    if scalars.first == "'", let second = scalars.dropFirst().first, "=+-@\t\r".unicodeScalars.contains(second) {
      text.unicodeScalars.removeFirst()
    }
    return text
  }
}

/// Splits delimited text into rows of cells, as RFC 4180 has it, with any of the three line ends.
struct CSVTokenizer {
  private let bytes: [UInt8]
  private let file: String
  let delimiter: UInt8
  /// Where the next row is looked for.
  private(set) var position: Int

  init(_ bytes: [UInt8], file: String, delimiter: Delimiter?) {
    let declared = Self.declaration(in: bytes)
    self.bytes = bytes
    self.file = file
    position = declared?.end ?? 0
    self.delimiter = delimiter?.byte ?? declared?.delimiter ?? Delimiter.detected(in: bytes[position...]).byte
  }

  /// The next row that is not blank; `nil` at the end.
  mutating func nextRow() throws(SurveyError) -> [CSVCell]? {
    while position < bytes.count, isLineEnd(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    var row: [CSVCell] = []
    while true {
      row.append(try nextCell())
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    skipLineEnd()
    return row
  }

  func place(of cell: CSVCell) -> Place { place(of: cell.offset) }

  private mutating func nextCell() throws(SurveyError) -> CSVCell {
    let start = position
    if start < bytes.count, bytes[start] == quote { return try nextQuotedCell() }
    while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) { position += 1 }
    return CSVCell(offset: start, content: start..<position)
  }

  private mutating func nextQuotedCell() throws(SurveyError) -> CSVCell {
    let start = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      guard let end = bytes[position...].firstIndex(of: quote) else {
        throw SurveyError(.malformed, at: place(of: start), "The quote that opens here is never closed.")
      }
      position = end + 1
      guard position < bytes.count, bytes[position] == quote else { break }
      hasDoubledQuotes = true
      position += 1
    }
    if position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      throw SurveyError(
        .malformed, at: place(of: position), "Text follows a closing quote; a quote inside a cell is written twice.")
    }
    return CSVCell(
      offset: start, content: (start + 1)..<(position - 1), isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair = bytes[position] == carriageReturn && position + 1 < bytes.count && bytes[position + 1] == lineFeed
    position += isPair ? 2 : 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  private func place(of offset: Int) -> Place {
    let position = LinePosition(of: offset, in: bytes)
    return Place(file: file, line: position.line, column: position.column)
  }

  /// The line `sep=;` that spreadsheets put first: the delimiter, and where the line ends.
  private static func declaration(in bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    let word = Array("sep=".utf8)
    guard bytes.count > word.count + 1, bytes.starts(with: word) else { return nil }
    let isWholeLine = [lineFeed, carriageReturn].contains(bytes[word.count + 1])
    return isWholeLine ? (bytes[word.count], word.count + 1) : nil
  }
}
