internal import DataFiles

extension FindingsTable {
  /// The table as CSV (RFC 4180): UTF-8, comma, LF, a heading row always, decimal points, undefined cells empty.
  ///
  /// Numbers are the shortest text that reads back as the same number. Text from the data that a spreadsheet would run
  /// as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets a leading `'`.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var csv: String {
    var bytes: [UInt8] = []
    bytes.append(row: columns.map { $0.heading.maskedFormula })
    for row in rows { bytes.append(row: row.map(Self.field)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func field(_ cell: Cell) -> String {
    switch cell.content {
    case .text(let text): text.maskedFormula
    case .word(let word): word
    case .count(let count): String(count)
    case .number(let number): NumberText.shortest(number)
    case .undefined: ""
    }
  }
}
