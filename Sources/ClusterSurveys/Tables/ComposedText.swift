internal import Foundation

extension String {
  /// The same text in one spelling: letters and their accents in one character wherever there is one (NFC).
  ///
  /// Texts that are equal are so to their bytes afterwards, so that nothing written depends on which spelling was read
  /// first.
  var composed: String {
    // Below U+0300 there is nothing to compose.
    unicodeScalars.allSatisfy { $0.value < 0x300 } ? self : precomposedStringWithCanonicalMapping
  }
}
