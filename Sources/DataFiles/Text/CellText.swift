internal import Foundation

extension String {
  /// The same text in one spelling: letters and their accents in one character wherever there is one (NFC).
  ///
  /// Texts that are equal are so to their bytes afterwards, so that nothing written depends on which spelling was read
  /// first.
  package var composed: String {
    // Below U+0300, which begins with the byte CC, there is nothing to compose.
    let isComposed = utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0xCC } } ?? false
    return isComposed ? self : precomposedStringWithCanonicalMapping
  }

  /// Without blanks at either end; text without any is not copied.
  package var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
      return self
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, isBlank(first) || isBlank(last) else {
      return self
    }
    let start = unicodeScalars.firstIndex { !isBlank($0) } ?? endIndex
    guard let end = unicodeScalars[start...].lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(unicodeScalars[start...end])
  }
}
