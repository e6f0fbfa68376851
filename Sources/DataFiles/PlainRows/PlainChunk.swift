internal import Foundation

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
  /// Whether a byte occurs.
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
