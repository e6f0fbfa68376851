internal import DataFiles

/// The CSV export of Qualtrics: three rows of headings, the third of numbers in JSON.
///
/// Slots are a side-by-side question; what was seen and not answered is -99, as its export option has it.
struct Qualtrics: DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma)
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(yes: "Yes", no: "No", choice: .label, unanswered: .init("-99"))

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      Self.own("StartDate", "Start Date", "startDate") { $0.time },
      Self.own("EndDate", "End Date", "endDate") { $0.time },
      Self.own("Status", "Response Type", "status") { _ in "IP Address" },
      Self.own("Progress", "Progress", "progress") { $0.isFinished ? "100" : $0.isBegun ? "60" : "0" },
      Self.own("Duration (in seconds)", "Duration (in seconds)", "duration") { "\(180 + $0.number % 600)" },
      Self.own("Finished", "Finished", "finished") { $0.isFinished ? "True" : "False" },
      Self.own("RecordedDate", "Recorded Date", "recordedDate") { $0.time },
      Self.own("ResponseId", "Response ID", "_recordId") { "R_\(1_000_000 + $0.number)" },
      Self.own("UserLanguage", "User Language", "userLanguage") { _ in "EN" },
    ]
    return own + questionnaire.columns.map { ExportColumn(headings(of: $0), $0) }
  }

  private static func own(
    _ name: String, _ label: String, _ id: String, record: @escaping @Sendable (Questionnaire.Row) -> String
  ) -> ExportColumn {
    let zone = name.hasSuffix("Date") ? #","timeZone":"Europe/Berlin""# : ""
    return ExportColumn(name, label, #"{"ImportId":"\#(id)"\#(zone)}"#, record: record)
  }

  private func headings(of column: Questionnaire.Column) -> [String] {
    let question = wording.question(column.subject)
    guard let number = column.subject.questionNumber else {
      // Embedded data have one name everywhere.
      return [question.code, question.code, #"{"ImportId":"\#(question.code)"}"#]
    }
    guard let slot = column.slot else {
      // Header texts hold the line ends of the question.
      return ["Q\(number)", question.text + "\n(in the last two years)", #"{"ImportId":"QID\#(number)"}"#]
    }
    let (name, isText) = ("#\(column.subject.place)_\(slot)", column.subject.isText)
    return [
      "Q\(number)\(name)" + (isText ? "_1" : ""), "\(question.text) - \(slot)",
      #"{"ImportId":"QID\#(number)\#(name)\#(isText ? "_1_TEXT" : "")"}"#,
    ]
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    guard let number = subject.questionNumber else { return wording.question(subject).code.asYAML }
    guard subject.isInSlots else { return "{import: QID\(number)}" }
    let end = subject.isText ? "_1_TEXT" : ""
    return "{import: 'QID\(number)#\(subject.place)_(?<slot>\\d+)\(end)'}"
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Qualtrics, exported as CSV with choice texts, seen but unanswered questions recoded as -99.",
        "Columns are told by Qualtrics' own numbers in the third row, which stay when questions are renamed.",
      ],
      codes: [
        "tie: ['Yes']", "no_tie: ['No']", "missing: ['-99']  # Seen and not answered.",
        "unstated: not_shown  # Empty: hidden by the display logic, or not reached.",
      ],
      source: ["headings: {rows: 3, heading: 1, label: 2, import: 3}", "date: RecordedDate"],
      slotCodes: "{no_tie: ['-99']}")
  }
}
