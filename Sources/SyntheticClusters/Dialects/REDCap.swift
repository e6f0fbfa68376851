internal import DataFiles

/// The raw CSV export of REDCap: an event for each wave, an instrument for each item, and whether it is complete.
struct REDCap: NumberedDialect, DelimitedDialect {
  let fileName = "export.csv"
  let layout = DelimitedLayout(delimiter: .comma)
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(yes: "1", no: "0", choice: .number)

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    // The identifier and the event of a record come first.
    let order =
      questionnaire.columns.filter { [.token, .wave].contains($0.subject) }
      + questionnaire.columns.filter { ![.token, .wave].contains($0.subject) }
    return order.map { ExportColumn([heading(of: $0)], $0) }
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

  /// Waves are events, which have names.
  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    guard subject == .wave, case .choice(let number, _) = answer else { return codes.text(of: answer, in: subject) }
    return "wave_\(number)_arm_1"
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
