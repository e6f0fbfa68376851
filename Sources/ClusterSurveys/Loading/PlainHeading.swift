internal import KnowledgeNetworks

/// The heading of a plain file: UTF-8, one line a row.
struct PlainHeading: Sendable {
  /// The heading and nothing below it.
  let table: CSVTable
  let delimiter: UInt8
  /// Where the first row begins.
  let start: Int
  /// The lines above it.
  let linesAbove: Int

  /// How many cells a row has.
  var columns: Int { table.headings.count }

  /// Reads the heading; `nil` where the file must be read with care.
  init?(_ bytes: UnsafeRawBufferPointer, file: String, options: ReadingOptions) {
    guard options.encoding ?? .utf8 == .utf8 else { return nil }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = [UInt8](bytes[mark..<min(bytes.count, mark + 1 << 16)])
    var tokenizer = CSVTokenizer(head, file: file, delimiter: options.delimiter)
    guard let first = try? tokenizer.nextRow(), tokenizer.position < head.count || mark + head.count == bytes.count,
      tokenizer.delimiter != space, Delimiter.allCases.contains(where: { $0.byte == tokenizer.delimiter })
    else { return nil }
    let (firstRowCount, end) = (first.count, tokenizer.position)
    let above = head[..<tokenizer.position]
    guard !above.contains(0), above.indices.allSatisfy({ Self.isPlain($0, in: above) }),
      let table = try? CSVTable(Array(above), file: file, delimiter: options.delimiter, encoding: .utf8),
      table.rowCount == 0, table.asides.isEmpty, firstRowCount == table.headings.count
    else { return nil }
    // What follows may be a matrix or more headings, which the careful reader tells.
    let next = try? tokenizer.nextRow()
    let nextCell = next.flatMap { $0.first?.text(in: head).trimmed }
    guard !MatrixLook.mayBe(table.headings, firstCell: nextCell) else { return nil }
    self.table = table
    delimiter = tokenizer.delimiter
    start = mark + end
    linesAbove = above.count { $0 == lineFeed }
  }

  /// Whether a byte is no carriage return that ends a line by itself.
  private static func isPlain(_ position: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes[position] != carriageReturn || (position + 1 < bytes.endIndex && bytes[position + 1] == lineFeed)
  }
}
