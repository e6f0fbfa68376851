internal import DataFiles

/// The older CSV export of Qualtrics: two rows of headings, numeric choices, and an empty column at the end.
struct QualtricsLegacy: NumberedDialect, DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma, quoting: .all)
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(yes: "1", no: "2", choice: .number)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("V1", "ResponseID") { "R_\(1_000_000 + $0.number)" },
      ExportColumn("V2", "ResponseSet") { _ in "Default Response Set" }, ExportColumn("V7", "Status") { _ in "0" },
      ExportColumn("V8", "StartDate") { $0.time }, ExportColumn("V9", "EndDate") { $0.time },
      ExportColumn("V10", "Finished") { $0.isFinished ? "1" : "0" },
    ]
    let asked = questionnaire.columns.map { ExportColumn([heading(of: $0), label(of: $0)], $0) }
    return own + asked + [ExportColumn("", "") { _ in nil }]
  }

  func label(of column: Questionnaire.Column) -> String {
    let question = wording.question(column.subject)
    // What is not asked has one name everywhere.
    guard column.subject.questionNumber != nil else { return question.code }
    return question.text + (column.slot.map { "-\($0)" } ?? "")
  }

  /// Each part of a slot is a question of its own.
  func name(of subject: Questionnaire.Subject) -> String {
    subject.questionNumber.map { "Q\($0)" + (subject.isInSlots ? ["", "a", "b", "c"][subject.place] : "") }
      ?? wording.question(subject).code
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Qualtrics, exported as CSV in the legacy format with numeric values.",
        "It does not tell what was left empty from what was not shown; only V10 says who came to the end.",
      ],
      codes: ["tie: ['1']", "no_tie: ['2']", "unstated: missing"],
      source: ["headings: {rows: 2, heading: 1, label: 2}"], slotCodes: "{unstated: no_tie}",
      answeredWhen: "{column: V10, is: '1'}  # Finished; else an empty cell is no answer.")
  }
}
