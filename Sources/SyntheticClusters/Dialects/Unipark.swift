internal import DataFiles

/// The CSV export of Unipark (EFS): codes for what was not shown, which differ between text boxes and choices.
struct Unipark: NumberedDialect, DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .semicolon, lineEnd: "\r\n")
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(
    yes: "1", no: "2", choice: .number, notShown: .init(inTexts: "-66", elsewhere: "-77"),
    unanswered: .init(inTexts: "-99", elsewhere: "0"))

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("lfdn") { "\($0.number)" }, ExportColumn("external_lfdn") { _ in "0" },
      ExportColumn("tester") { _ in "0" },
      // 31: finished; 22: broken off; 20: not yet begun.
      ExportColumn("dispcode") { $0.isFinished ? "31" : $0.isBegun ? "22" : "20" },
      ExportColumn("lastpage") { $0.isFinished ? "1203" : $0.isBegun ? "1202" : "0" },
      ExportColumn("datetime") { $0.time },
    ]
    return own + questionnaire.columns.map { ExportColumn([heading(of: $0)], $0) }
  }

  /// Participants bring `p_…`; questions are `v_…`.
  func name(of subject: Questionnaire.Subject) -> String {
    if let number = subject.questionNumber { return "v_\(10 * number + subject.place)" }
    let brought: [Questionnaire.Subject] = [.token, .name, .kind, .cluster, .region, .country, .wave]
    return "p_000\((brought.firstIndex(of: subject) ?? 0) + 1)"
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Unipark (EFS), exported as CSV with semicolons and numeric codes.",
        "p_0001 ... are what the list of participants brought along; v_... are the questions.",
      ],
      codes: [
        "tie: ['1']", "no_tie: ['2']", "missing: ['0']  # A choice that was seen and left open.",
        "not_shown: ['-77']  # A filter hid it, or it was not reached.",
      ],
      source: ["delimiter: semicolon", "keep_when: {column: tester, is: '0'}  # No trial runs."],
      slotCodes: "{no_tie: ['-99'], not_shown: ['-66']}  # Text boxes have codes of their own.")
  }
}
