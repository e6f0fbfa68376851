internal import Foundation

extension MappedFile {
  /// The text of a cell, as the careful reader makes it; `nil` where it holds nothing.
  func text(of cell: ByteSpan) -> String? {
    guard cell.length > 0 else { return nil }
    let bytes = self[cell]
    if isBare(bytes[0]), isBare(bytes[bytes.count - 1]) { return words(of: cell).composed }
    let copy = Array(bytes)
    let text = CSVCell(offset: 0, content: copy.indices).text(in: copy).trimmed.composed
    // A quote behind blanks opens a cell, which the careful reader knows.
    guard isQuoted(cell) || text.utf8.first != quote else { return nil }
    return text.isEmpty ? nil : text
  }

  /// The text of a cell as it stands.
  func words(of cell: ByteSpan) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Whether a cell is ASCII without blanks or a mask at its ends, so that equal bytes and equal texts are the same.
  func isPlain(_ cell: ByteSpan) -> Bool {
    let bytes = self[cell]
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isBare(first) && isBare(last) && bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether two cells hold the same bytes.
  func areSame(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
    guard one.length == other.length, let start = bytes.baseAddress else { return false }
    return memcmp(start + one.offset, start + other.offset, Int(one.length)) == 0
  }

  /// Whether a cell stands in quotes.
  func isQuoted(_ cell: ByteSpan) -> Bool { cell.offset > 0 && bytes[cell.offset - 1] == quote }

  private subscript(_ cell: ByteSpan) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cell.offset..<cell.offset + Int(cell.length)])
  }

  /// Whether a byte at the end of a cell is neither a blank nor part of a letter, and opens no mask.
  private func isBare(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "'") }
}
