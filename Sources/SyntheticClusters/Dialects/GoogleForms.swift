internal import DataFiles

/// The CSV download of Google Forms: the texts of the questions as headings, those of the rows of a grid in brackets.
struct GoogleForms: DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma, quoting: .all)
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "Yes", no: "No", choice: .label)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    [ExportColumn("Timestamp") { $0.time.replacing("-", with: "/") }]
      + questionnaire.columns.map { column in
        let text = wording.question(column.subject).text
        // Texts are questions of their own; choices are rows of a grid.
        let slot = column.slot.map { column.subject.isText ? " (\($0))" : " [\($0)]" }
        return ExportColumn([text + (slot ?? "")], column)
      }
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let text = wording.question(subject).text
    guard subject.isInSlots else { return text.asYAML }
    let slot = subject.isText ? #" \((?<slot>\d+)\)"# : #" \[(?<slot>\d+)\]"#
    return "{match: \((text.asPattern + slot).asYAML)}"
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Google Forms, the responses downloaded as CSV.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['Yes']", "no_tie: ['No']", "unstated: missing"], slotCodes: "{unstated: no_tie}")
  }
}
