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
    var blocks = ["# " + MarkdownText.escaped(document.title)]
    blocks += document.lead.map(MarkdownText.line)
    if !document.keyFigures.isEmpty {
      blocks.append(document.keyFigures.map(Self.keyFigure).joined(separator: "\n"))
    }
    for section in document.sections {
      blocks.append("## " + MarkdownText.escaped(section.heading))
      blocks += section.blocks.map(Self.block)
    }
    if !document.imprint.isEmpty { blocks += ["---", MarkdownText.line(document.imprint)] }
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  private static func keyFigure(_ figure: ReportDocument.KeyFigure) -> String {
    let note = figure.note.map { " (\(MarkdownText.inline(text: $0)))" } ?? ""
    return "- \(MarkdownText.escaped(figure.label)): **\(MarkdownText.inline(text: figure.value))**" + note
  }

  private static func block(_ block: ReportDocument.Block) -> String {
    switch block {
    case .paragraph(let paragraph): MarkdownText.line(paragraph)
    case .list(let points): points.map { "- " + MarkdownText.line($0) }.joined(separator: "\n")
    case .table(let table, let caption): MarkdownText.table(table, caption: caption)
    case .picture(let picture): Self.picture(picture)
    case .note(let paragraph): "> " + MarkdownText.inline(paragraph)
    }
  }

  private static func picture(_ picture: ReportDocument.Picture) -> String {
    let caption = picture.caption.isEmpty ? "" : " " + MarkdownText.inline(picture.caption)
    return "Picture, drawn in report.html: " + MarkdownText.inline(text: picture.alternative) + "." + caption
  }
}
