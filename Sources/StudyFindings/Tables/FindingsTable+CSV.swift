extension FindingsTable {
  /// The table as CSV (RFC 4180): UTF-8, comma, LF, a heading row always, decimal points, undefined cells empty.
  ///
  /// Numbers are the shortest text that reads back as the same number. Text from the data that a spreadsheet would run
  /// as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets a leading `'`.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var csv: String {
    var text = Self.line(columns.map { Self.masked($0.heading) })
    for row in rows { text += Self.line(row.map(Self.field)) }
    return text
  }

  private static func field(_ cell: Cell) -> String {
    switch cell.content {
    case .text(let text): masked(text)
    case .word(let word): word
    case .count(let count): String(count)
    case .number(let number): NumberText.shortest(number)
    case .undefined: ""
    }
  }

  /// A line; a single empty field is quoted, as an empty line would be no row at all.
  private static func line(_ fields: [String]) -> String {
    (fields == [""] ? "\"\"" : fields.map(quoted).joined(separator: ",")) + "\n"
  }

  private static func masked(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
    var quoted = "\"".unicodeScalars
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
