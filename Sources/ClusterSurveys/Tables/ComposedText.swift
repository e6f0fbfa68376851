internal import Foundation

extension String {
  /// The same text in one spelling: letters and their accents in one character wherever there is one (NFC).
  ///
  /// Texts that are equal are so to their bytes afterwards, so that nothing written depends on which spelling was read
  /// first.
  var composed: String {
    // Below U+0300, which begins with the byte CC, there is nothing to compose.
    let isComposed = utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0xCC } } ?? false
    return isComposed ? self : precomposedStringWithCanonicalMapping
  }
}
