internal import Foundation

/// The one way tables become text: CSV (RFC 4180) in UTF-8, comma, LF.
extension [UInt8] {
  /// Appends text that needs no quotes.
  package mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// Appends a cell that may hold any character.
  package mutating func append(cell: String) {
    guard cell.utf8.contains(where: { $0 == comma || $0 == quote || $0 == lineFeed || $0 == carriageReturn }) else {
      return append(text: cell)
    }
    append(quote)
    for byte in cell.utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }

  package mutating func endCell() { append(comma) }
  package mutating func endRow() { append(lineFeed) }

  /// Appends a row; a single empty cell is quoted, as an empty line would be no row at all.
  package mutating func append(row cells: [String]) {
    if cells == [""] { append(contentsOf: [quote, quote]) }
    for (column, cell) in cells.enumerated() {
      if column > 0 { endCell() }
      append(cell: cell)
    }
    endRow()
  }
}

extension String {
  /// The same text in one spelling: letters and their accents in one character wherever there is one (NFC).
  ///
  /// Equal texts have equal bytes afterwards, so that nothing written depends on which spelling was read first.
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

  /// The text with a leading `'` where a spreadsheet would run it as a formula; reading takes the mark off again.
  package var maskedFormula: String {
    guard let first = unicodeScalars.first, Self.formulaStarts.contains(first) else { return self }
    return "'" + self
  }

  /// The text without the mark that ``maskedFormula`` puts in front.
  var unmaskedFormula: String {
    guard utf8.first == UInt8(ascii: "'"), let second = unicodeScalars.dropFirst().first,
      Self.formulaStarts.contains(second)
    else { return self }
    return String(unicodeScalars.dropFirst())
  }

  /// What a formula may begin with.
  static let formulaStarts = "=+-@\t\r".unicodeScalars
}
