internal import Mustache
public import StudyFindings

/// A report as one self-contained web page: no resource from outside, no network, little script.
///
/// Everything but the drawings is put in through a template that escapes it; drawings escape what they hold themselves.
public struct HTMLReport: Hashable, Sendable {
  /// The page.
  public let text: String

  /// Renders a report.
  ///
  /// - Complexity: O(size of the page) time and space.
  public init(_ document: ReportDocument) {
    text = PageParts.templates.render(Self.page(document), withTemplate: "report") ?? ""
  }

  private static func page(_ document: ReportDocument) -> [String: Any] {
    [
      "style": PageParts.style,
      "runningHead": styleText(document.title), "script": PageParts.script, "title": SafeText.name(document.title),
      "topic": document.topic.map { [$0] } ?? [], "answers": document.answers.map(answer),
      "opening": document.opening.map { [drawn($0)] } ?? [], "lead": document.lead.map(words),
      "figures": document.keyFigures.map { figure in
        ["value": figure.value, "label": figure.label].merging(figure.note.map { ["note": $0] } ?? [:]) { $1 }
      },
      "sections": zip(document.anchors, document.sections).map { anchor, section in
        ["id": anchor, "heading": section.heading, "blocks": section.blocks.map(block)] as [String: Any]
      },
      "imprint": words(document.imprint),
    ]
  }

  /// A text as a string of a style sheet: whatever is no letter, digit or blank is written by its number.
  private static func styleText(_ text: String) -> String {
    let escaped = SafeText.name(text).unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
        ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func answer(_ answer: SupportedStatement) -> [String: Any] {
    [
      "answer": words(answer.headline), "grade": answer.grade.rawValue,
      "grounds": ([answer.statement] + answer.grounds).map { words($0.words) },
    ]
  }

  private static func words(_ paragraph: Paragraph) -> [String: Any] {
    ["runs": paragraph.runs.map { ["text": $0.shown, "stressed": $0.isStressed] as [String: Any] }]
  }

  private static func block(_ block: ReportDocument.Block) -> [String: Any] {
    switch block {
    case .paragraph(let paragraph): ["paragraph": words(paragraph)]
    case .list(let points): ["list": ["points": points.map(words)]]
    case .note(let paragraph): ["note": words(paragraph)]
    case .picture(let picture): ["picture": drawn(picture)]
    case .table(let table, let caption): ["table": self.table(table, caption)]
    }
  }

  private static func drawn(_ picture: ReportDocument.Picture) -> [String: Any] {
    let (svg, legend) =
      switch picture.drawing {
      case .network(let network): (network.html, network.legend.html)
      case .matrix(let matrix): (matrix.html, "")
      case .scatter(let scatter): (scatter.html, "")
      case .dots(let dots): (dots.html, dots.legend.html)
      case .bars(let bars): (bars.html, "")
      case .stacks(let stacks): (stacks.html, "")
      case .curves(let curves): (curves.html, "")
      }
    let files = picture.files.map { $0 + ".csv" }
    var shown: [String: Any] = [
      "svg": svg, "legend": legend, "caption": words(picture.caption), "alternative": picture.alternative,
      "hasData": picture.data != nil || !files.isEmpty,
    ]
    if !files.isEmpty { shown["files"] = "Beside this report: " + files.joined(separator: ", ") + "." }
    if let data = picture.data { shown["table"] = table(data, "") }
    return shown
  }

  private static func table(_ table: FindingsTable, _ caption: Paragraph) -> [String: Any] {
    [
      "name": table.name, "caption": words(caption),
      "columns": table.columns.map {
        ["heading": SafeText.name($0.heading), "isNumber": $0.unit != .text] as [String: Any]
      },
      "isLong": table.rows.count > shortTable,
      "rows": table.rows.map { row in
        ["cells": zip(row, table.columns).enumerated().map { cell($1.0, in: $1.1, isFirst: $0 == 0) }]
      },
    ]
  }

  /// Of longer tables the first rows show, and the rest on request.
  private static let shortTable = 10

  private static func cell(_ cell: FindingsTable.Cell, in column: FindingsTable.Column, isFirst: Bool) -> [String: Any]
  {
    var shown: [String: Any] = [
      "text": NumberText.shown(cell, in: column), "isHeading": isFirst, "heading": SafeText.name(column.heading),
      "kind": cell.isDefined ? (column.unit == .text ? "t" : "n") : "n absent",
    ]
    // What a click on the heading sorts by.
    switch cell.content {
    case .count(let count): shown["value"] = NumberText.shortest(Double(count))
    case .number(let number): shown["value"] = NumberText.shortest(number)
    case .text, .word, .undefined: break
    }
    return shown
  }
}
