internal import Foundation
package import KnowledgeNetworks

/// Turns the bytes of a file into UTF-8 without a byte order mark.
package struct TextDecoder {
  let file: String

  package init(file: String) { self.file = file }

  /// The text as UTF-8 bytes, and how its bytes were letters before.
  ///
  /// A file that is not UTF-8 is taken for Windows-1252 only if none of its letters beyond ASCII is one in UTF-8: a
  /// stray byte never turns the letters of a whole file into others.
  ///
  /// - Throws: `BuzzlineError` if the first bytes are those of a compressed file or of another program, or at the first
  ///   byte that is no text, or a NUL.
  package func utf8(
    _ bytes: [UInt8], encoding: TextEncoding? = nil
  ) throws(BuzzlineError) -> (bytes: [UInt8], encoding: TextEncoding) {
    if encoding != .utf16, let refusal = bytes.withUnsafeBytes(otherFormat) { throw refusal }
    let text = try decoded(bytes, encoding: encoding)
    guard let offset = text.bytes.firstNUL else { return text }
    let isWide = text.bytes.prefix(512).count { $0 == 0 } * 3 > min(512, text.bytes.count)
    throw BuzzlineError(
      .malformed, at: Place(of: offset, in: text.bytes, file: file),
      "A NUL byte stands here; "
        + (isWide
          ? "this looks like UTF-16 without a byte order mark, which --encoding utf-16 reads."
          : "this is no text file."))
  }

  /// What is to be said of a file that begins as no text does.
  private func otherFormat(_ bytes: UnsafeRawBufferPointer) -> BuzzlineError? {
    func refused(_ sentence: String) -> BuzzlineError { BuzzlineError(.encoding, at: Place(file: file), sentence) }
    if bytes.starts(with: [0x1F, 0x8B]) { return refused("The file is compressed (gzip); unpack it first.") }
    return switch TableSource(bytes) {
    case .spreadsheet: refused("This is a spreadsheet or another zip archive, not text.")
    case .compound: SpreadsheetFile.compoundFileError(bytes, file: file)
    case .statistics(.spss): refused("This is a file of SPSS, not text.")
    case .statistics(.stata): refused("This is a file of Stata, not text.")
    case .text: nil
    }
  }

  private func decoded(
    _ bytes: [UInt8], encoding: TextEncoding?
  ) throws(BuzzlineError) -> (bytes: [UInt8], encoding: TextEncoding) {
    let isMarkedUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if encoding == .utf16 || (encoding == nil && isMarkedUTF16) { return (try fromUTF16(bytes), .utf16) }
    if encoding == .windows1252 { return (try fromWindows1252(bytes), .windows1252) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let offset = Self.firstInvalidUTF8(in: text) else { return (text, .utf8) }
    let isMostlyUTF8 = Self.holdsUTF8(text)
    guard encoding == nil, !isMostlyUTF8 else {
      throw BuzzlineError(
        .encoding, at: Place(of: offset, in: text, file: file),
        "The byte \(hex(text[offset])) here is not UTF-8"
          + (encoding == nil ? ", but other letters of the file are; mend it, or name the right --encoding." : "."))
    }
    return (try fromWindows1252(text), .windows1252)
  }

  /// Whether some letter beyond ASCII is one in UTF-8.
  private static func holdsUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains { start in
      let length =
        switch bytes[start] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      guard length > 0, start + length <= bytes.count else { return false }
      return bytes[start + 1..<start + length].allSatisfy { $0 & 0xC0 == 0x80 }
    }
  }

  private func fromUTF16(_ bytes: [UInt8]) throws(BuzzlineError) -> [UInt8] {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    let start = isBigEndian || bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    guard bytes.count % 2 == 0 else {
      throw BuzzlineError(.encoding, at: Place(file: file), "The file is UTF-16 but ends within a letter.")
    }
    let units = stride(from: start, to: bytes.count, by: 2).map { offset in
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw BuzzlineError(.encoding, at: Place(file: file), "The file is marked as UTF-16 but is not.")
    }
    return Array(text.utf8)
  }

  private func fromWindows1252(_ bytes: [UInt8]) throws(BuzzlineError) -> [UInt8] {
    let undefined = bytes.firstIndex(where: Self.undefinedInWindows1252.contains)
    guard undefined == nil, let text = String(bytes: bytes, encoding: .windowsCP1252) else {
      let offset = undefined ?? 0
      throw BuzzlineError(
        .encoding, at: Place(of: offset, in: bytes, file: file),
        "The byte \(hex(bytes[offset])) here is a letter neither in UTF-8 nor in Windows-1252.")
    }
    return Array(text.utf8)
  }

  private static let undefinedInWindows1252: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

  /// Where UTF-8 breaks, `nil` if it does not.
  private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    if bytes.areASCII || String(validating: bytes, as: UTF8.self) != nil { return nil }
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return min(offset, bytes.count - 1)
  }

  private func hex(_ byte: UInt8) -> String { "0x" + String(byte, radix: 16, uppercase: true) }
}

extension Place {
  /// The line and the character in it, both from 1, counted on from the start of a line that is known.
  ///
  /// - Complexity: O(distance from that start).
  package init(of offset: Int, in bytes: [UInt8], file: String, from known: (offset: Int, line: Int) = (0, 1)) {
    var (start, line) = known
    var isPlain = true
    for position in start..<offset {
      if bytes.endsLine(at: position) {
        (start, line, isPlain) = (position + 1, line + 1, true)
      } else if bytes[position] >= 0x80 {
        isPlain = false
      }
    }
    let before = isPlain ? offset - start : String(decoding: bytes[start..<offset], as: UTF8.self).count
    self.init(file: file, line: line, column: before + 1)
  }
}

extension [UInt8] {
  /// Whether all are below 80 hexadecimal; without leaving early, which takes many bytes at once.
  fileprivate var areASCII: Bool { withUnsafeBufferPointer { bytes in bytes.reduce(0, |) < 0x80 } }

  fileprivate var firstNUL: Int? {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }

  /// Whether a line ends with this byte; of the pair CR LF, the second does.
  func endsLine(at position: Int) -> Bool {
    switch self[position] {
    case lineFeed: true
    case carriageReturn: position + 1 == count || self[position + 1] != lineFeed
    default: false
    }
  }
}
