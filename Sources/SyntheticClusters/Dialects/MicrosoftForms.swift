internal import DataFiles

/// The workbook of Microsoft Forms: who filled in the form and when, then a column a question under its text.
///
/// Topics are asked with several answers allowed: each that is ticked ends with a semicolon, the last one too.
struct MicrosoftForms: WorkbookDialect {
  let fileName = "responses.xlsx"
  let sheet = "Sheet1"
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "Yes", no: "No", choice: .label)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("ID") { "\($0.number)" }, ExportColumn("Start time") { $0.time },
      ExportColumn("Completion time") { $0.time },
      // The persons who are signed in, not their organisations.
      ExportColumn("Email") { "person\($0.actor + 1)@example.org" }, ExportColumn("Name") { "Person \($0.actor + 1)" },
    ]
    return own + questionnaire.columns.map { ExportColumn([heading(of: $0)], $0) }
  }

  private func heading(of column: Questionnaire.Column) -> String {
    wording.question(column.subject).text + (column.slot.map { " (\($0))" } ?? "")
  }

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    guard case .topic = subject, case .choice(_, let label) = answer else { return codes.text(of: answer, in: subject) }
    return label + ";"
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let text = wording.question(subject).text
    return subject.isInSlots ? "{match: \((text.asPattern + #" \((?<slot>\d+)\)"#).asYAML)}" : text.asYAML
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Microsoft Forms, the responses as a workbook.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['Yes']", "no_tie: ['No']", "unstated: missing"], slotCodes: "{unstated: no_tie}",
      listSeparator: ";")
  }
}
