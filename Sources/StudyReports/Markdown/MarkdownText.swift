internal import StudyFindings

/// Text as Markdown reads it literally.
enum MarkdownText {
  /// One line of text on its own: nothing in it is read as Markdown, not even at its start.
  static func escaped(_ text: String) -> String { withQuietStart(inlineEscaped(SafeText.plain(text))) }

  /// Text within a line: nothing in it is read as Markdown.
  static func inline(text: String) -> String { inlineEscaped(SafeText.plain(text)) }

  /// A paragraph that starts a line.
  static func line(_ paragraph: Paragraph) -> String { withQuietStart(inline(paragraph)) }

  /// A paragraph within a line.
  static func inline(_ paragraph: Paragraph) -> String {
    paragraph.runs.map { run in
      switch run {
      case .plain(let words): inlineEscaped(SafeText.plain(words))
      case .stressed(let words): stressed(words)
      case .name(let name): inlineEscaped(SafeText.name(name))
      }
    }.joined()
  }

  /// A table below its caption, with the columns' notes.
  static func table(_ table: FindingsTable, caption: Paragraph) -> String {
    var lines = caption.isEmpty ? [] : [line(caption), ""]
    lines.append(row(table.columns.map { inlineEscaped(SafeText.name($0.heading)) }))
    lines.append(row(table.columns.map { $0.unit == .text ? ":--" : "--:" }))
    for cells in table.rows {
      lines.append(row(zip(cells, table.columns).map { inlineEscaped(NumberText.shown($0, in: $1)) }))
    }
    let notes = table.columns.filter { $0.note != nil }
    if !notes.isEmpty { lines.append("") }
    for column in notes {
      lines.append("- \(inlineEscaped(SafeText.name(column.heading))): \(inlineEscaped(column.note ?? ""))")
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func stressed(_ words: String) -> String {
    words.isEmpty ? "" : "**" + inlineEscaped(SafeText.plain(words)) + "**"
  }

  /// Escapes what could begin something; `<` and `&` before a space begin nothing and stay readable.
  private static func inlineEscaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for position in scalars.indices {
      let scalar = scalars[position]
      let isFollowedBySpace = scalars[scalars.index(after: position)...].first == " "
      switch scalar {
      case "<" where !isFollowedBySpace: escaped += "&lt;".unicodeScalars
      case "&" where !isFollowedBySpace: escaped += "&amp;".unicodeScalars
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Keeps the start of a line from being read as a heading, a list or a rule.
  private static func withQuietStart(_ line: String) -> String {
    let scalars = line.unicodeScalars
    let start = scalars.drop { $0 == " " }
    guard let first = start.first else { return "" }
    if "#+-=>".unicodeScalars.contains(first) { return "\\" + String(start) }
    let afterNumber = start.drop { ("0"..."9").contains($0) }
    guard afterNumber.startIndex > start.startIndex, let mark = afterNumber.first, mark == "." || mark == ")" else {
      return String(start)
    }
    return String(start[..<afterNumber.startIndex]) + "\\" + String(afterNumber)
  }
}
