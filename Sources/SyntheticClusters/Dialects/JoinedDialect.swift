internal import ClusterSurveys
internal import DataFiles

/// A survey tool that writes interviews into one file and the partners named in them into others, joined by keys.
///
/// Its columns are those of the interviews; whoever names nobody has no row among the partners.
protocol JoinedDialect: DelimitedDialect {
  /// How the mapping finds the interview of a partner.
  var join: String { get }
  /// The files of partners.
  func partnerFiles(of questionnaire: Questionnaire) -> [PartnerFile]
  /// What the mapping says of an item, below the word for it.
  func partnerLines(_ item: SurveyItem, of questionnaire: Questionnaire) -> [String]
}

/// A file with a row for each partner that was named.
struct PartnerFile: Sendable {
  let name: String
  /// The items whose partners it has, in this order in each interview.
  let items: [SurveyItem]
  let columns: [PartnerColumn]
  /// Whether a partner may take several cells of a question, so that its rows are parts of one answer.
  var hasTicks = false
}

/// A partner that an interview names.
struct NamedPartner: Sendable {
  let row: Questionnaire.Row
  let item: SurveyItem
  /// Its place among those of the item, from 1.
  let slot: Int
  /// Its place among all of the interview that are in the file, from 1.
  let number: Int
}

/// A column of a file of partners.
struct PartnerColumn: Sendable {
  let heading: String
  let text: @Sendable (NamedPartner, Questionnaire) -> String?

  init(_ heading: String, _ text: @escaping @Sendable (NamedPartner, Questionnaire) -> String?) {
    (self.heading, self.text) = (heading, text)
  }
}

extension JoinedDialect {
  /// What partners are asked for, as the questionnaire has it.
  func asked(_ item: SurveyItem, of questionnaire: Questionnaire) -> [Questionnaire.Subject] {
    Questionnaire.subjects(ofSlotsUnder: item, questionnaire.survey.design)
  }

  /// A column with what a partner is asked for: under each item the same question.
  func column(
    _ heading: String, _ subject: @escaping @Sendable (SurveyItem) -> Questionnaire.Subject
  ) -> PartnerColumn {
    PartnerColumn(heading) { partner, questionnaire in
      let asked = Questionnaire.Column(subject: subject(partner.item), slot: partner.slot)
      return text(of: questionnaire.answer(partner.row, asked), in: asked.subject)
    }
  }

  /// The interviews, the partners and `mapping.yaml`, which also describes the actors.
  func files(of survey: SyntheticSurvey) -> [SyntheticFile] {
    let questionnaire = questionnaire(of: survey)
    let partners = partnerFiles(of: questionnaire)
    return [export(of: questionnaire)] + partners.map { file($0, of: questionnaire) }
      + [mappingFile(of: questionnaire, partners)]
  }

  private func file(_ file: PartnerFile, of questionnaire: Questionnaire) -> SyntheticFile {
    var head = layout.start
    layout.append(row: file.columns.map(\.heading), to: &head)
    let blocks = RowBlocks(rows: questionnaire.rows.count, size: 4_096)
    return SyntheticFile(name: file.name, head: head, blockCount: blocks.count) { number in
      var bytes: [UInt8] = []
      for row in questionnaire.rows[blocks[number].rows] {
        var place = 0
        for item in file.items {
          for slot in 0..<questionnaire.partnerCount(row, item) {
            place += 1
            let partner = NamedPartner(row: row, item: item, slot: slot + 1, number: place)
            layout.append(row: file.columns.map { $0.text(partner, questionnaire) }, to: &bytes)
          }
        }
      }
      return bytes
    }
  }

  private func mappingFile(of questionnaire: Questionnaire, _ partners: [PartnerFile]) -> SyntheticFile {
    var lines = sourceLines(of: questionnaire)
    lines.append("      # Whether anybody was named. Whoever says no, or nothing, has no row among the partners.")
    for item in SurveyItem.allCases {
      lines.append("      - {item: \(item.rawValue), columns: \(selector(of: .gate(item))), cell: response}")
    }
    for file in partners {
      lines += ["  - file: " + file.name.asYAML] + mapping.source.map { "    " + $0 }
      lines += ["    # A partner belongs to the interview that its key names.", "    join: " + join]
      lines += respondentLines(of: questionnaire)
      if file.hasTicks { lines.append("    combine: rows") }
      lines.append("    items:")
      for item in file.items {
        lines += ["- item: " + item.rawValue].map { "      " + $0 }
        lines += partnerLines(item, of: questionnaire).map { "        " + $0 }
      }
    }
    return SyntheticFile(
      name: "mapping.yaml", head: Array(lines.map { $0 + "\n" }.joined().utf8), blockCount: 0
    ) { _ in [] }
  }

  /// The partner, then what else is asked of it, each in a column.
  func partLines(of item: SurveyItem, _ questionnaire: Questionnaire) -> [String] {
    asked(item, of: questionnaire).flatMap { subject -> [String] in
      switch subject {
      case .topic: partLines("topic", subject, questionnaire)
      case .channel: partLines("channel", subject, questionnaire)
      default: ["partner: {column: \(selector(of: subject))}"]
      }
    }
  }
}
