internal import Foundation

/// The rows of a stretch of a plain file of ties, their ends numbered by first appearance within it.
struct TieChunk: Sendable {
  private(set) var table = IdentifierTable()
  /// The numbers of source and target of each row in turn.
  private(set) var ends: [UInt32] = []

  /// Reads a stretch that begins with a row and ends with one; `nil` at anything that must be read with care.
  init?(of file: MappedFile, _ range: Range<Int>, _ layout: TieLayout) {
    guard let start = file.bytes.baseAddress else { return nil }
    let stretch = UnsafeRawBufferPointer(rebasing: file.bytes[range])
    guard !stretch.holds(0) else { return nil }
    var reader = TieRowReader(start, range, layout)
    ends.reserveCapacity(2 * stretch.estimatedLines)
    guard read(&reader, start, range.count) else { return nil }
    // Every carriage return must have been half of a line end.
    guard !stretch.holds(carriageReturn) || stretch.count(where: { $0 == carriageReturn }) == reader.returns else {
      return nil
    }
    guard !reader.isBeyondASCII || stretch.isUTF8 else { return nil }
  }

  private mutating func read(_ reader: inout TieRowReader, _ bytes: UnsafeRawPointer, _ size: Int) -> Bool {
    withUnsafeTemporaryAllocation(of: ByteSpan.self, capacity: IdentifierTable.batch) { spans in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: IdentifierTable.batch) { numbers in
        guard let span = spans.baseAddress, let number = numbers.baseAddress else { return false }
        var waiting = 0
        func lookUp() {
          table.number(UnsafeBufferPointer(start: span, count: waiting), in: bytes, into: number)
          ends.append(contentsOf: UnsafeBufferPointer(start: number, count: waiting))
          waiting = 0
        }
        var local = reader
        defer { reader = local }
        while local.findRow() {
          guard local.readRow(into: span + waiting) else { return false }
          waiting += 2
          if waiting == IdentifierTable.batch { lookUp() }
        }
        lookUp()
        return true
      }
    }
  }

  /// Numbers the identifiers of the next stretch too; their numbers here.
  mutating func take(_ next: TieChunk, in bytes: UnsafeRawPointer) -> [UInt32] { table.take(next.table, in: bytes) }
}

extension UnsafeRawBufferPointer {
  /// Whether a byte occurs.
  fileprivate func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }

  /// About how many lines there are, by the first of them.
  fileprivate var estimatedLines: Int {
    let sample = prefix(1 << 16)
    let lines = sample.count { $0 == lineFeed } + 1
    return lines * (count / Swift.max(1, sample.count) + 1)
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
  func lineStart(from position: Int) -> Int {
    guard position < count, let baseAddress,
      let newline = memchr(baseAddress + (position - 1), Int32(lineFeed), count - position + 1)
    else { return count }
    return UnsafeRawPointer(newline) - baseAddress + 1
  }
}
