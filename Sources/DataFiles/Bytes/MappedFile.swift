package import Foundation
package import KnowledgeNetworks

/// A file's bytes as the system maps them, without a copy.
///
/// Zero bytes follow the last one, so that eight bytes may be read at once from any of them. Whoever shortens a file
/// while it is mapped stops the program; so it is with every program that maps files.
///
/// Sendable, since nothing is written after it was made.
package final class MappedFile: @unchecked Sendable {
  /// The bytes.
  package let bytes: UnsafeRawBufferPointer
  private let length: Int

  /// At least so many zero bytes follow the file's own.
  private static let padding = 16

  /// Maps a file.
  ///
  /// - Throws: `BuzzlineError` if there is no such file, or it is no regular one and cannot be mapped.
  package init(_ url: URL) throws(BuzzlineError) {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw BuzzlineError(.noInput, at: Place(file: url.relativePath), "There is no such file, or it cannot be read.")
    }
    let count = Int(status.st_size)
    // Empty memory first, then the file over its beginning.
    let base = mmap(nil, count + Self.padding, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let base, base != MAP_FAILED else { throw Self.unmapped(url) }
    if count > 0 {
      guard mmap(base, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == base else {
        munmap(base, count + Self.padding)
        throw Self.unmapped(url)
      }
      madvise(base, count, MADV_WILLNEED)
    }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    length = count + Self.padding
  }

  /// A copy of the bytes, which outlives the file.
  package var copiedBytes: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

  /// The SHA-256 digest of the bytes.
  package var digest: String { withExtendedLifetime(self) { sha256(bytes) } }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), length) }

  private static func unmapped(_ url: URL) -> BuzzlineError {
    BuzzlineError(.noInput, at: Place(file: url.relativePath), "The file cannot be mapped into memory.")
  }
}

extension MappedFile {
  /// The text of a cell, as the careful reader makes it; `nil` where it holds nothing.
  package func text(of cell: ByteSpan) -> String? {
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
  package func words(of cell: ByteSpan) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// Whether a cell is ASCII without blanks or a mask at its ends, so that equal bytes and equal texts are the same.
  package func isPlain(_ cell: ByteSpan) -> Bool {
    let bytes = self[cell]
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isBare(first) && isBare(last) && bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether two cells hold the same bytes.
  package func areSame(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
    guard one.length == other.length, let start = bytes.baseAddress else { return false }
    return memcmp(start + one.offset, start + other.offset, Int(one.length)) == 0
  }

  /// Whether a cell stands in quotes.
  package func isQuoted(_ cell: ByteSpan) -> Bool { cell.offset > 0 && bytes[cell.offset - 1] == quote }

  private subscript(_ cell: ByteSpan) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cell.offset..<cell.offset + Int(cell.length)])
  }

  /// Whether a byte at the end of a cell is neither a blank nor part of a letter, and opens no mask.
  private func isBare(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "'") }
}
