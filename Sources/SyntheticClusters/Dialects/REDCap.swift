internal import DataFiles

/// The raw CSV export of REDCap: an event for each wave, an instrument for each item, and whether it is complete.
struct REDCap: NumberedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma)
  let wording = QuestionWording.english
  let tellsNotShown = true

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    // The identifier and the event of a record come first.
    let order =
      questionnaire.columns.filter { [.token, .wave].contains($0.subject) }
      + questionnaire.columns.filter { ![.token, .wave].contains($0.subject) }
    return order.map { ExportColumn([name(of: $0.subject) + ($0.slot.map { "_\($0)" } ?? "")], $0) }
      // 2: complete; 1: unverified; 0: incomplete.
      + [ExportColumn("knowledge_exchange_complete") { $0.isFinished ? "2" : "0" }]
  }

  func name(of subject: Questionnaire.Subject) -> String {
    switch subject {
    case .token: "record_id"
    case .wave: "redcap_event_name"
    default: wording.question(subject).code
    }
  }

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    switch answer {
    case .notShown, .unanswered: nil
    case .no: "0"
    case .yes: "1"
    case .choice(let code, _): subject == .wave ? "wave_\(code)_arm_1" : "\(code)"
    case .text(let text): text
    }
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "REDCap, exported as raw data.",
        "Only knowledge_exchange_complete says whether an empty cell was left empty or never reached.",
      ],
      codes: ["tie: ['1']", "no_tie: ['0']", "unstated: missing"], slotCodes: "{unstated: no_tie}",
      answeredWhen: "{column: knowledge_exchange_complete, is: '2'}  # Complete.")
  }
}
