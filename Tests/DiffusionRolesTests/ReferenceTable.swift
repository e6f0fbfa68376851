import Foundation

/// A small file with headings that another program wrote: commas, quotes round some cells, no quotes in cells.
struct ReferenceTable {
  let headings: [String]
  let rows: [[String]]

  init(contentsOf file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { line in Self.cells(of: String(line)) }
    headings = cells.first ?? []
    rows = Array(cells.dropFirst())
  }

  /// The cells of one column from the top.
  func column(_ heading: String) throws -> [String] {
    guard let index = headings.firstIndex(of: heading) else { throw MissingColumn(heading: heading) }
    return rows.map { $0[index] }
  }

  /// A column of numbers; `NaN` and whatever else is no number is NaN.
  func numbers(_ heading: String) throws -> [Double] {
    try column(heading).map { Double($0.trimmingCharacters(in: .whitespaces)) ?? .nan }
  }

  struct MissingColumn: Error { let heading: String }

  /// Splits at commas outside quotes and drops the quotes.
  private static func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
      } else if letter == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }
}
