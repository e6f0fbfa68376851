internal import DataFiles

/// The CSV file that SoSci Survey makes for R: tabs, every text in quotes, -9 for what was not answered.
struct SoSciSurvey: NumberedDialect, DelimitedDialect {
  let fileName = "rdata_buzzline_2024-05-31_18-00.csv"
  let layout = DelimitedLayout(delimiter: .tab, quoting: .stated)
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(
    yes: "1", no: "2", choice: .number, unanswered: .init(inTexts: "", elsewhere: "-9"))

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let before = [
      ExportColumn("CASE") { "\(100 + $0.number)" }, ExportColumn("REF") { _ in nil },
      ExportColumn("QUESTNNR") { _ in "base" }, ExportColumn("MODE") { _ in "interview" },
      ExportColumn("STARTED") { $0.time },
    ]
    let after = [
      ExportColumn("TIME_SUM") { "\(180 + $0.number % 600)" }, ExportColumn("LASTDATA") { $0.time },
      ExportColumn("FINISHED") { $0.isFinished ? "TRUE" : "FALSE" }, ExportColumn("Q_VIEWER") { _ in "FALSE" },
      ExportColumn("LASTPAGE") { $0.isFinished ? "4" : $0.isBegun ? "3" : "1" },
      ExportColumn("MAXPAGE") { $0.isFinished ? "4" : $0.isBegun ? "3" : "1" },
    ]
    return before + questionnaire.columns.map { ExportColumn([heading(of: $0)], $0) } + after
  }

  func heading(of column: Questionnaire.Column) -> String {
    name(of: column.subject) + (column.slot.map { $0 < 10 ? "_0\($0)" : "_\($0)" } ?? "")
  }

  /// Questions of two sections, `GE` and `ER`; what the list of participants brought along is internal, `IV01`.
  func name(of subject: Questionnaire.Subject) -> String {
    if subject == .token { return "SERIAL" }
    guard let number = subject.questionNumber else {
      let brought: [Questionnaire.Subject] = [.name, .kind, .cluster, .region, .country, .wave]
      return "IV01_0\((brought.firstIndex(of: subject) ?? 0) + 1)"
    }
    return (number <= 2 ? "GE" : "ER") + "0\(subject.place + 1)"
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: ["SoSci Survey, the data file that belongs to its script for R."],
      codes: [
        "tie: ['1']", "no_tie: ['2']", "missing: ['-9']  # Seen and not answered.",
        "unstated: not_shown  # Empty: the page was not reached.",
      ],
      source: [
        "delimiter: tab", "keep_when:", "  - {column: MODE, is: interview}  # No trial runs.",
        "  - {column: Q_VIEWER, is: 'FALSE'}  # Nobody who only looked on.",
      ],
      slotCodes: "{no_tie: ['-9'], unstated: no_tie}  # Texts have no code for what was left empty.",
      answeredWhen: "{column: FINISHED, is: 'TRUE'}  # Of an interview that was broken off, it says nothing.")
  }
}
