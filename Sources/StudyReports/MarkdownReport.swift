public import StudyFindings

/// A report as Markdown (CommonMark with pipe tables) that also reads well as it stands.
///
/// Pictures are described in words, as Markdown has no place for drawings. Nothing from the data is read as Markdown or
/// HTML.
public struct MarkdownReport: Hashable, Sendable {
  /// The Markdown, ending with a line feed.
  public let text: String

  /// Renders a report.
  ///
  /// - Complexity: O(size of the text) time and space.
  public init(_ document: ReportDocument) {
    text = MarkdownWriter(language: document.language).text(of: document)
  }
}

/// Writes Markdown in one language.
private struct MarkdownWriter {
  let language: Language

  func text(of document: ReportDocument) -> String {
    var blocks = ["# " + line(document.title)]
    if let topic = document.topic { blocks.append(line(topic)) }
    blocks += document.answers.map(answer) + document.lead.map(line)
    if !document.keyFigures.isEmpty { blocks.append(document.keyFigures.map(keyFigure).joined(separator: "\n")) }
    for section in document.sections { blocks += ["## " + line(section.heading)] + section.blocks.map(block) }
    if !document.imprint.isEmpty { blocks += ["---", line(document.imprint)] }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func keyFigure(_ figure: ReportDocument.KeyFigure) -> String {
    let note = figure.note.map { " (\(inline($0)))" } ?? ""
    return "- \(line(figure.label)): **\(inline(figure.value))**" + note
  }

  /// What is said with the word for how well it is supported, and why.
  private func answer(_ answer: SupportedStatement) -> String {
    let grounds = ([answer.statement] + answer.grounds).map { "\n  - " + line($0.words) }.joined()
    return "- \(line(answer.headline)) (\(inline(answer.grade.words)))" + grounds
  }

  private func block(_ block: ReportDocument.Block) -> String {
    switch block {
    case .paragraph(let paragraph): line(paragraph)
    case .list(let points): points.map { "- " + line($0) }.joined(separator: "\n")
    case .table(let table, let caption): self.table(table, caption: caption)
    case .picture(let picture): self.picture(picture)
    case .note(let paragraph): "> " + inline(paragraph)
    }
  }

  private func picture(_ picture: ReportDocument.Picture) -> String {
    inline("Picture, drawn in report.html: \(picture.alternative).")
      + (picture.caption.isEmpty ? "" : " " + inline(picture.caption))
  }

  /// A table below its caption, with the columns' notes.
  private func table(_ table: FindingsTable, caption: Paragraph) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let headings = table.columns.map { Self.escaped(SafeText.name($0.words.text(in: language))) }
    let notes = zip(headings, table.columns).compactMap { heading, column in
      column.note.map { "- \(heading): \(Self.escaped($0))" }
    }
    var lines = caption.isEmpty ? [] : [line(caption), ""]
    lines += [row(headings), row(table.columns.map { $0.unit == .text ? ":--" : "--:" })]
    lines += table.rows.map { row(zip($0, table.columns).map { Self.escaped(NumberText.shown($0, in: $1, language)) }) }
    return (lines + (notes.isEmpty ? [] : [""]) + notes).joined(separator: "\n")
  }

  /// A paragraph that starts a line: not even its start is read as a heading, a list or a rule.
  private func line(_ paragraph: Paragraph) -> String {
    let start = inline(paragraph).unicodeScalars.drop { $0 == " " }
    guard let first = start.first else { return "" }
    if "#+-=>".unicodeScalars.contains(first) { return "\\" + String(start) }
    let afterNumber = start.drop { ("0"..."9").contains($0) }
    guard afterNumber.startIndex > start.startIndex, let mark = afterNumber.first, mark == "." || mark == ")" else {
      return String(start)
    }
    return String(start[..<afterNumber.startIndex]) + "\\" + String(afterNumber)
  }

  private func inline(_ paragraph: Paragraph) -> String {
    paragraph.runs(in: language).map { run in
      let words = Self.escaped(run.shown)
      return run.isStressed && !words.isEmpty ? "**\(words)**" : words
    }.joined()
  }

  /// Escapes what could begin something; `<` and `&` before a space begin nothing and stay readable.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    for position in scalars.indices {
      let scalar = scalars[position]
      let isFollowedBySpace = scalars[scalars.index(after: position)...].first == " "
      switch scalar {
      case "<" where !isFollowedBySpace: escaped += "&lt;".unicodeScalars
      case "&" where !isFollowedBySpace: escaped += "&amp;".unicodeScalars
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": escaped += ["\\", scalar]
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
