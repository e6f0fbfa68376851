internal import KnowledgeNetworks

/// The heading of a plain file: UTF-8, one line a row.
package struct PlainHeading: Sendable {
  /// The heading and nothing below it.
  package let table: CSVTable
  package let delimiter: UInt8
  /// Where the first row begins.
  package let start: Int
  /// The lines above it.
  package let linesAbove: Int

  /// The text of the first cell below; `nil` where no row follows.
  package let firstCell: String?

  /// How many cells a row has.
  package var columns: Int { table.headings.count }

  /// Reads the heading; `nil` where the file must be read with care.
  package init?(
    _ bytes: UnsafeRawBufferPointer, file: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil
  ) {
    guard encoding ?? .utf8 == .utf8 else { return nil }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = [UInt8](bytes[mark..<min(bytes.count, mark + 1 << 16)])
    var tokenizer = CSVTokenizer(head, file: file, delimiter: delimiter)
    guard let first = try? tokenizer.nextRow(), tokenizer.position < head.count || mark + head.count == bytes.count,
      tokenizer.delimiter != space, Delimiter.allCases.contains(where: { $0.byte == tokenizer.delimiter })
    else { return nil }
    let (firstRowCount, end) = (first.count, tokenizer.position)
    let above = head[..<tokenizer.position]
    guard !above.contains(0), above.indices.allSatisfy({ Self.isPlain($0, in: above) }),
      let table = try? CSVTable(Array(above), file: file, delimiter: delimiter, encoding: .utf8),
      table.rowCount == 0, table.asides.isEmpty, firstRowCount == table.headings.count
    else { return nil }
    self.table = table
    self.delimiter = tokenizer.delimiter
    start = mark + end
    linesAbove = above.count { $0 == lineFeed }
    let next = try? tokenizer.nextRow()
    firstCell = next.flatMap { $0.first?.text(in: head).trimmed }
  }

  /// Whether a byte is no carriage return that ends a line by itself.
  private static func isPlain(_ position: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes[position] != carriageReturn || (position + 1 < bytes.endIndex && bytes[position + 1] == lineFeed)
  }
}
