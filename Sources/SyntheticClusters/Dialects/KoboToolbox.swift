internal import DataFiles

/// The CSV export of KoboToolbox with XML values and headings: every cell in quotes, groups joined by slashes.
struct KoboToolbox: DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .semicolon, quoting: .all)
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "yes", no: "no", choice: .number)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let before = [ExportColumn("start") { $0.time }, ExportColumn("end") { $0.time }]
    let after = [
      ExportColumn("_id") { "\(70_000_000 + $0.number)" }, ExportColumn("_submission_time") { $0.time },
      ExportColumn("_validation_status") { _ in nil }, ExportColumn("_index") { "\($0.number)" },
    ]
    return before
      + questionnaire.columns.map { ExportColumn([name(of: $0.subject, slot: $0.slot.map { "\($0)" })], $0) } + after
  }

  /// `shared/slot_1/partner`: the groups of a question, then its name.
  private func name(of subject: Questionnaire.Subject, slot: String?) -> String {
    let words = wording.question(subject).code.split(separator: "_", maxSplits: 1)
    guard subject.questionNumber != nil else { return wording.question(subject).code }
    return slot.map { "\(words[0])/slot_\($0)/\(words[1])" } ?? "\(words[0])/any"
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    subject.isInSlots
      ? "{match: \(name(of: subject, slot: #"(?<slot>\d+)"#).asYAML)}" : name(of: subject, slot: nil).asYAML
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "KoboToolbox, exported as CSV with XML values and headings.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['yes']", "no_tie: ['no']", "unstated: missing"], source: ["delimiter: semicolon"],
      slotCodes: "{unstated: no_tie}")
  }
}
