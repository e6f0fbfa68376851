internal import DataFiles

/// LimeSurvey's VV export: tabs, a row of texts and one of codes, and `{question_not_shown}` for NULL.
struct LimeSurveyVV: NumberedDialect, DelimitedDialect {
  let fileName = "vvexport_812394.csv"
  let layout = DelimitedLayout(delimiter: .tab, hasByteOrderMark: true)
  let wording = QuestionWording.german
  let tellsNotShown = true
  let codes = AnswerCodes(
    yes: "Y", no: "N", choice: .number, notShown: .init(Self.notShown), unanswered: .init(""))
  private static let notShown = "{question_not_shown}"

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("Antwort ID", "id") { "\($0.number)" },
      ExportColumn("Datum Abgeschickt", "submitdate") { $0.isFinished ? $0.time : Self.notShown },
      ExportColumn("Letzte Seite", "lastpage") { row in
        row.isBegun ? (row.isFinished ? "3" : "2") : Self.notShown
      },
      ExportColumn("Start-Sprache", "startlanguage") { _ in "de" },
    ]
    return own + questionnaire.columns.map { ExportColumn([label(of: $0), heading(of: $0)], $0) }
  }

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    switch answer {
    case .choice(let number, _) where subject != .wave: "A\(number)"
    case .text(let text): Self.escaped(text)
    default: codes.text(of: answer, in: subject)
    }
  }

  /// Braces, line ends and tabs have words of their own, and so has a quote at the start.
  private static func escaped(_ text: String) -> String {
    let words: [Unicode.Scalar: String] = ["{": "{lbrace}", "\n": "{newline}", "\r": "{cr}", "\t": "{tab}"]
    var escaped = text.unicodeScalars.reduce(into: "") { $0 += words[$1] ?? String($1) }
    if escaped.hasPrefix("\"") { escaped = "{quote}" + escaped.dropFirst() }
    return escaped
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "LimeSurvey, exported as a VV survey file: the one export of LimeSurvey that always tells",
        "what was not shown from what was left empty.",
      ],
      codes: [
        "tie: [Y]", "no_tie: [N]", "not_shown: ['{question_not_shown}']",
        "unstated: missing  # Empty: seen and left so.",
      ],
      source: [
        "delimiter: tab", "headings: {rows: 2, label: 1, heading: 2}  # Texts first, then codes.", "date: submitdate",
      ],
      slotCodes: "{unstated: no_tie}")
  }
}
