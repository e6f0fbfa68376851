internal import DataFiles

/// The CSV export of LimeSurvey, with question codes as headings and answer codes, or with both as full texts.
///
/// A cell of NULL, a question that was not reached, is bare; one that was seen and left empty is `""`. Yes-no questions
/// with full texts are `N/A` in both cases.
struct LimeSurvey: DelimitedDialect {
  /// Whether headings and answers are full texts.
  let writesTexts: Bool
  let fileName = "results-survey.csv"
  let layout = DelimitedLayout(
    delimiter: .semicolon, quoting: .stated, lineEnd: "\r\n", hasByteOrderMark: true, endsWithBlankLine: true)
  let wording = QuestionWording.german
  var tellsNotShown: Bool { !writesTexts }
  var codes: AnswerCodes {
    writesTexts
      ? AnswerCodes(yes: "Ja", no: "Nein", choice: .label, unanswered: .init(""))
      : AnswerCodes(yes: "Y", no: "N", choice: .number, unanswered: .init(""))
  }

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let heads =
      writesTexts
      ? ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"]
      : ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    let own = [
      ExportColumn(heads[0]) { "\($0.number)" }, ExportColumn(heads[1]) { $0.isFinished ? $0.time : nil },
      ExportColumn(heads[2]) { row in row.isBegun ? (row.isFinished ? "3" : "2") : nil },
      ExportColumn(heads[3]) { _ in "de" }, ExportColumn(heads[4]) { "\(100_000_007 + 7_919 * $0.number)" },
    ]
    return own + questionnaire.columns.map { ExportColumn([heading(of: $0)], $0) }
  }

  private func heading(of column: Questionnaire.Column) -> String {
    let question = wording.question(column.subject)
    guard let slot = column.slot else { return writesTexts ? question.text : question.code }
    return writesTexts ? "\(question.text) [\(slot)]" : "\(question.code)[\(slot)]"
  }

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    switch answer {
    case .notShown, .unanswered: if case .gate = subject, writesTexts { return "N/A" }
    // The wave is a number; other choices have codes.
    case .choice(let number, _) where !writesTexts && subject != .wave: return "A\(number)"
    default: break
    }
    return codes.text(of: answer, in: subject)
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let question = wording.question(subject)
    let heading = writesTexts ? question.text : question.code
    guard subject.isInSlots else { return heading.asYAML }
    let slot = writesTexts ? #" \[(?<slot>\d+)\]"# : #"\[(?<slot>\d+)\]"#
    return "{match: \((heading.asPattern + slot).asYAML)}"
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: writesTexts
        ? ["LimeSurvey, exported as CSV with full question texts and full answers."]
        : ["LimeSurvey, exported as CSV with question codes and answer codes."],
      codes: writesTexts
        ? [
          "tie: [Ja]", "no_tie: [Nein]",
          "missing: ['N/A']  # LimeSurvey writes this both for what was left empty and for what was not shown.",
        ]
        : [
          "tie: [Y]", "no_tie: [N]", #"missing: [""]  # Quotes with nothing between them: seen and left empty."#,
          "unstated: not_shown  # Nothing at all: the question was not reached.",
        ],
      source: ["delimiter: semicolon", "date: " + (writesTexts ? "Datum Abgeschickt" : "submitdate")],
      // Who left a slot empty named nobody else there; who did not reach it said nothing.
      slotCodes: #"{no_tie: [""], unstated: not_shown}"#)
  }
}
