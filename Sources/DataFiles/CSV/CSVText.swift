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
  /// The text with a leading `'` where a spreadsheet would run it as a formula; reading takes the mark off again.
  package var maskedFormula: String {
    guard let first = unicodeScalars.first, Self.formulaStarts.contains(first) else { return self }
    return "'" + self
  }

  /// What a formula may begin with.
  static let formulaStarts = "=+-@\t\r".unicodeScalars
}
