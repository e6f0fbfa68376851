internal import Buzzline
internal import Foundation

/// A table as people read it on a terminal: aligned, no wider than the window, headings bold where colours are wanted.
struct TerminalTable {
  /// How wide the window is, and whether text may be stressed.
  struct Style {
    var width: Int
    var isStyled: Bool

    /// That of standard output; `nil` where it is no terminal.
    static var ofStandardOutput: Style? {
      guard isatty(STDOUT_FILENO) == 1 else { return nil }
      let environment = ProcessInfo.processInfo.environment
      var size = winsize()
      let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      // https://no-color.org: set and not empty means none.
      let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
      return Style(width: isKnown ? Int(size.ws_col) : 80, isStyled: !isPlain)
    }
  }

  /// No column of words is made narrower.
  private static let leastWidth = 8
  private static let gap = 2

  private let headings: [String]
  private let rows: [[String]]
  private let isText: [Bool]
  private let style: Style
  private var widths: [Int]

  init(_ table: FindingsTable, _ style: Style) {
    headings = table.columns.map { SafeText.name($0.heading, limit: 40) }
    rows = table.rows.map { zip($0, table.columns).map { $0.isDefined ? NumberText.shown($0, in: $1) : "–" } }
    isText = table.columns.map { $0.unit == .text }
    self.style = style
    widths = headings.map(\.count)
    for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    for column in widths.indices where isText[column] {
      widths[column] = min(widths[column], max(Self.leastWidth, style.width / 3))
    }
    for column in widths.indices { widths[column] = min(widths[column], max(Self.leastWidth, style.width - Self.gap)) }
  }

  /// The columns that fit beside the first, block by block, the first column before each.
  private var blocks: [[Int]] {
    guard !headings.isEmpty else { return [] }
    var (blocks, block, used) = ([[Int]](), [0], widths[0])
    for column in headings.indices.dropFirst() {
      let needed = Self.gap + widths[column]
      if used + needed > style.width, block.count > 1 {
        blocks.append(block)
        (block, used) = ([0], widths[0])
      }
      block.append(column)
      used += needed
    }
    return blocks + [block]
  }

  var text: String {
    blocks.map { block in
      let head = line(headings, block)
      let title = style.isStyled ? "\u{1B}[1m\(head)\u{1B}[0m" : head
      return ([title] + rows.map { line($0, block) }).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ block: [Int]) -> String {
    let fitted = block.map { column -> String in
      let (cell, width) = (cells[column], widths[column])
      let shown = cell.count > width ? cell.prefix(width - 1) + "…" : cell[...]
      let blanks = String(repeating: " ", count: width - shown.count)
      return isText[column] ? shown + blanks : blanks + shown
    }
    var line = fitted.joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return line
  }
}
