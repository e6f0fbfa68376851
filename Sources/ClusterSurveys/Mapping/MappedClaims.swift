internal import DataFiles
internal import KnowledgeNetworks

extension CSVTable {
  private static let claimColumns = ["respondent", "item", "partner", "answer", "wave", "topic", "channel", "weight"]

  /// The claims of an export as rows of `claims.csv`.
  init(claims answers: [PersonAnswers], _ source: SourceMapping, _ table: ExportTable) {
    let texts = table.pool
    var details: [String] = []
    for (heading, _) in source.items.flatMap(\.details) where !details.contains(heading) { details.append(heading) }
    let headings = details.map(texts.number)
    let (words, said) = (WordNumbers(texts), table.details.all)
    let count = answers.reduce(0) { $0 + $1.claims.count }
    var numbers = [UInt32](largeCapacity: count * (Self.claimColumns.count + details.count))
    var cells = [Sheet.Position](largeCapacity: count)
    for person in answers {
      for claim in person.claims {
        // Of a question that was answered as a whole or not at all, the state says what is missing; where a row names a
        // partner and ticks some topics, the question is answered and other topics may be missing.
        if claim.answer == .missing, let status = person.statuses[claim.item], status != .partial,
          !(source.joinsRows && status == .answered)
        {
          continue
        }
        numbers.append(person.actor)
        numbers.append(words.number(of: claim.item))
        numbers.append(claim.partner)
        numbers.append(words.number(of: claim.answer))
        numbers.append(person.wave)
        numbers.append(claim.topic)
        numbers.append(claim.channel)
        numbers.append(claim.weight)
        for heading in headings { numbers.append(said[Int(claim.details)].last { $0.heading == heading }?.text ?? 0) }
        cells.append(claim.cell)
      }
    }
    self.init(made: Self.claimColumns + details, numbers: numbers, of: texts, cells: cells, of: table.sheet)
  }
}

/// The numbers of the words for items and answers.
private struct WordNumbers {
  private let shared, received, yes, no, missing: UInt32

  init(_ texts: TextPool) {
    (shared, received) = (texts.number(of: SurveyItem.shared.rawValue), texts.number(of: SurveyItem.received.rawValue))
    (yes, no) = (texts.number(of: Answer.yes.rawValue), texts.number(of: Answer.no.rawValue))
    missing = texts.number(of: Answer.missing.rawValue)
  }

  func number(of item: SurveyItem) -> UInt32 {
    switch item {
    case .shared: shared
    case .received: received
    }
  }

  func number(of answer: Answer) -> UInt32 {
    switch answer {
    case .yes: yes
    case .no: no
    case .missing: missing
    }
  }
}
