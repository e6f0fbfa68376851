internal import DataFiles

/// How a tool sets cells as text.
struct DelimitedLayout: Sendable {
  enum Quoting {
    /// Every cell that states anything, were it empty; one that states nothing is bare.
    case stated
    /// Every cell.
    case all
    /// Where the text would end the cell else.
    case needed
  }

  var delimiter: Delimiter
  var quoting = Quoting.needed
  var lineEnd = "\n"
  var hasByteOrderMark = false
  var endsWithBlankLine = false

  /// What the file begins with.
  var start: [UInt8] { hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [] }
  /// What it ends with.
  var end: [UInt8] { endsWithBlankLine ? Array(lineEnd.utf8) : [] }

  /// Appends a row; `nil` states nothing.
  func append(row cells: [String?], to bytes: inout [UInt8]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { bytes.append(delimiter.byte) }
      append(cell, to: &bytes)
    }
    bytes += lineEnd.utf8
  }

  private func append(_ cell: String?, to bytes: inout [UInt8]) {
    let text = cell ?? ""
    let isQuoted =
      switch quoting {
      case .stated: cell != nil
      case .all: true
      case .needed:
        text.utf8.contains { $0 == delimiter.byte || $0 == quote || $0 == lineFeed || $0 == carriageReturn }
      }
    guard isQuoted else { return bytes.append(text: text) }
    bytes.append(text: "\"" + text.replacing("\"", with: "\"\"") + "\"")
  }
}
