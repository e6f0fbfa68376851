internal import Foundation
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
    let end = tokenizer.position
    let above = head[..<end]
    guard !above.contains(0), above.indices.allSatisfy({ Self.isPlain($0, in: above) }),
      let table = try? CSVTable(Array(above), file: file, delimiter: delimiter, encoding: .utf8),
      table.rowCount == 0, table.asides.isEmpty, first.count == table.headings.count
    else { return nil }
    self.table = table
    self.delimiter = tokenizer.delimiter
    start = mark + end
    linesAbove = above.count { $0 == lineFeed }
    firstCell = (try? tokenizer.nextRow())?.first?.text(in: head).trimmed
  }

  /// Whether a byte is no carriage return that ends a line by itself.
  private static func isPlain(_ position: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes[position] != carriageReturn || (position + 1 < bytes.endIndex && bytes[position + 1] == lineFeed)
  }
}

/// Whole rows of a plain file that one worker reads.
package struct PlainChunk: Sendable {
  package let file: MappedFile
  package let range: Range<Int>
  package let heading: PlainHeading

  /// Cuts what is below a heading into chunks of about so many bytes; one that is empty where there is nothing.
  package static func all(of file: MappedFile, _ heading: PlainHeading, size: Int) -> [PlainChunk] {
    var cuts = [heading.start]
    while let last = cuts.last, last < file.bytes.count { cuts.append(file.bytes.lineStart(from: last + size)) }
    if cuts.count == 1 { cuts.append(heading.start) }
    return (1..<cuts.count).map { PlainChunk(file: file, range: cuts[$0 - 1]..<cuts[$0], heading: heading) }
  }

  /// About how many rows there are, by the first of them.
  package var estimatedRows: Int {
    let sample = bytes.prefix(1 << 16)
    let lines = sample.count { $0 == lineFeed } + 1
    return lines * (range.count / max(1, sample.count) + 1)
  }

  /// Goes through the rows, of which `body` sees where the cells stand.
  ///
  /// - Parameter isSound: Whether all rows were gone through before.
  /// - Returns: `false` at anything that must be read with care, or where `body` says so.
  @inline(__always)
  package func forEachRow(isSound: Bool = false, _ body: (UnsafePointer<ByteSpan>) -> Bool) -> Bool {
    guard let start = file.bytes.baseAddress, isSound || !bytes.holds(0) else { return false }
    return withUnsafeTemporaryAllocation(of: ByteSpan.self, capacity: heading.columns) { cells in
      guard let cell = cells.baseAddress else { return false }
      var reader = PlainRowReader(start, range, heading)
      while reader.findRow() {
        guard reader.readRow(into: cell), body(cell) else { return false }
      }
      return isSound || isText(by: reader)
    }
  }

  /// Whether every carriage return is half of a line end and every byte part of a letter.
  private func isText(by reader: PlainRowReader) -> Bool {
    guard !bytes.holds(carriageReturn) || bytes.count(where: { $0 == carriageReturn }) == reader.returns else {
      return false
    }
    return !reader.isBeyondASCII || bytes.isUTF8
  }

  private var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: file.bytes[range]) }
}

extension UnsafeRawBufferPointer {
  fileprivate func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }

  /// Whether these whole lines are UTF-8.
  fileprivate var isUTF8: Bool {
    var start = 0
    while start < count {
      let end = lineStart(from: start + 1 << 16)
      let lines = UnsafeRawBufferPointer(rebasing: self[start..<end])
      guard String(validating: lines, as: UTF8.self) != nil else { return false }
      start = end
    }
    return true
  }

  /// Where the line begins that follows on the byte before a position; the end of the bytes if there is none.
  package func lineStart(from position: Int) -> Int {
    guard position < count, let baseAddress,
      let newline = memchr(baseAddress + (position - 1), Int32(lineFeed), count - position + 1)
    else { return count }
    return UnsafeRawPointer(newline) - baseAddress + 1
  }
}
