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
    let page = PageValues(language: document.language).page(document)
    text = PageParts.templates.render(page, withTemplate: "report") ?? ""
  }
}

/// What the templates of a page are given, in one language.
private struct PageValues {
  let language: Language

  func page(_ document: ReportDocument) -> [String: Any] {
    [
      "language": language.code, "words": PageParts.templateWords.mapValues { language.words(for: $0) },
      "scriptWords": PageParts.scriptWords(in: language),
      "style": PageParts.style, "runningHead": styleText(document.title), "script": PageParts.script,
      "title": document.title.text(in: language), "topic": document.topic.map { [$0.text(in: language)] } ?? [],
      "answers": document.answers.map(answer), "opening": document.opening.map { [drawn($0)] } ?? [],
      "lead": document.lead.map(words),
      "figures": document.keyFigures.map { figure in
        ["value": figure.value.text(in: language), "label": figure.label.text(in: language)]
          .merging(figure.note.map { ["note": $0.text(in: language)] } ?? [:]) { $1 }
      },
      "sections": zip(document.anchors, document.sections).map { anchor, section in
        ["id": anchor, "heading": section.heading.text(in: language), "blocks": section.blocks.map(block)]
          as [String: Any]
      },
      "imprint": words(document.imprint),
    ]
  }

  /// A text as a string of a style sheet: whatever is no letter, digit or blank is written by its number.
  private func styleText(_ text: Paragraph) -> String {
    let escaped = text.text(in: language).unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == " "
        ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + escaped.joined() + "\""
  }

  private func answer(_ answer: SupportedStatement) -> [String: Any] {
    [
      "answer": words(answer.headline), "grade": answer.grade.rawValue,
      "badge": answer.grade.words.text(in: language),
      "grounds": ([answer.statement] + answer.grounds).map { words($0.words) },
    ]
  }

  private func words(_ paragraph: Paragraph) -> [String: Any] {
    ["runs": paragraph.runs(in: language).map { ["text": $0.shown, "stressed": $0.isStressed] as [String: Any] }]
  }

  private func block(_ block: ReportDocument.Block) -> [String: Any] {
    switch block {
    case .paragraph(let paragraph): ["paragraph": words(paragraph)]
    case .list(let points): ["list": ["points": points.map(words)]]
    case .note(let paragraph): ["note": words(paragraph)]
    case .picture(let picture): ["picture": drawn(picture)]
    case .table(let table, let caption): ["table": self.table(table, caption, label: caption)]
    }
  }

  private func drawn(_ picture: ReportDocument.Picture) -> [String: Any] {
    let (svg, legend) =
      switch picture.drawing {
      case .network(let network): (network.html(in: language), network.legend(in: language).html)
      case .matrix(let matrix): (matrix.html(in: language), "")
      case .scatter(let scatter): (scatter.html(in: language), "")
      case .dots(let dots): (dots.html(in: language), dots.legend(in: language).html)
      case .bars(let bars): (bars.html(in: language), "")
      case .stacks(let stacks): (stacks.html(in: language), "")
      case .curves(let curves): (curves.html(in: language), "")
      case .map(let map): (map.html(in: language), "")
      }
    let files = picture.files.map { $0 + ".csv" }
    var shown: [String: Any] = [
      "svg": svg, "legend": legend, "caption": words(picture.caption),
      "alternative": picture.alternative.text(in: language), "hasData": picture.data != nil || !files.isEmpty,
    ]
    if !files.isEmpty {
      let beside: Paragraph = "Beside this report: \(verbatim: files.joined(separator: ", "))."
      shown["files"] = beside.text(in: language)
    }
    if let data = picture.data { shown["table"] = table(data, "", label: picture.alternative) }
    return shown
  }

  /// - Parameter label: Its accessible name, read aloud by screen readers.
  private func table(_ table: FindingsTable, _ caption: Paragraph, label: Paragraph) -> [String: Any] {
    [
      "name": table.name, "label": SafeText.name(label.text(in: language)), "caption": words(caption),
      "columns": table.columns.map {
        ["heading": heading(of: $0), "isNumber": $0.unit != .text] as [String: Any]
      },
      "isLong": table.rows.count > Self.shortTable,
      "rows": table.rows.map { row in
        ["cells": zip(row, table.columns).enumerated().map { cell($1.0, in: $1.1, isFirst: $0 == 0) }]
      },
    ]
  }

  /// Shortened, as it may come from the data.
  private func heading(of column: FindingsTable.Column) -> String { SafeText.name(column.words.text(in: language)) }

  /// Of longer tables the first rows show, and the rest on request.
  private static let shortTable = 10

  private func cell(_ cell: FindingsTable.Cell, in column: FindingsTable.Column, isFirst: Bool) -> [String: Any] {
    var shown: [String: Any] = [
      "text": NumberText.shown(cell, in: column, language), "isHeading": isFirst,
      "heading": heading(of: column),
      "kind": cell.isDefined ? (column.unit == .text ? "t" : "n") : "n absent",
    ]
    // What a click on the heading sorts by.
    switch cell.content {
    case .count(let count): shown["value"] = NumberText.shortest(Double(count))
    case .number(let number): shown["value"] = NumberText.shortest(number)
    case .text, .word, .words, .undefined: break
    }
    return shown
  }
}
