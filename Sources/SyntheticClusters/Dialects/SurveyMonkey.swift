internal import DataFiles

/// The expanded export of SurveyMonkey: questions in the first row, once, and their parts in the second.
struct SurveyMonkey: DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma, lineEnd: "\r\n")
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "Yes", no: "No", choice: .label)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("Respondent ID", "") { "\(11_300_000_000 + $0.number)" },
      ExportColumn("Collector ID", "") { _ in "401500600" }, ExportColumn("Date Created", "") { $0.time },
      ExportColumn("Date Modified", "") { $0.time }, ExportColumn("IP Address", "") { _ in nil },
    ]
    return own + questionnaire.columns.map { ExportColumn(headings(of: $0), $0) }
  }

  private func headings(of column: Questionnaire.Column) -> [String] {
    let text = wording.question(column.subject).text
    if column.subject == .token { return ["Custom Data 1", ""] }
    // A question stands above the first of its parts.
    if let slot = column.slot { return [slot == 1 ? text : "", "\(slot)"] }
    return [text, column.subject.isText ? "Open-Ended Response" : "Response"]
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let text = wording.question(subject).text
    if subject == .token { return "Custom Data 1".asYAML }
    if subject.isInSlots { return "{match: \((text.asPattern + #" / (?<slot>\d+)"#).asYAML)}" }
    return (text + " / " + (subject.isText ? "Open-Ended Response" : "Response")).asYAML
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "SurveyMonkey, all responses expanded, with the texts of the choices.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['Yes']", "no_tie: ['No']", "unstated: missing"],
      source: ["headings: {rows: 2, joined: ' / '}  # Each question with the parts below it."],
      slotCodes: "{unstated: no_tie}")
  }
}
