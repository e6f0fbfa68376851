internal import ClusterSurveys
internal import DataFiles

/// The CSV files of Network Canvas: a row an interview, and a row an alter, with the prompts under which it was named.
///
/// Topics are a categorical variable: a column of true or false for each. Ties among alters are not asked for.
struct NetworkCanvas: JoinedDialect {
  let fileName = "network_ego.csv"
  let layout = DelimitedLayout(delimiter: .comma, lineEnd: "\r\n")
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "true", no: "false", choice: .number)
  let join = "{file: network_ego.csv, key: networkCanvasEgoUUID, to: networkCanvasEgoUUID}"

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("networkCanvasEgoUUID") { $0.identifier(1) },
      ExportColumn("networkCanvasCaseID") { "case \($0.number)" },
      ExportColumn("networkCanvasSessionID") { $0.identifier(2) },
      ExportColumn("networkCanvasProtocolName") { _ in "Knowledge exchange" },
      ExportColumn("sessionStart") { $0.time }, ExportColumn("sessionFinish") { $0.time },
    ]
    return own
      + questionnaire.columns.filter { $0.slot == nil }.map { ExportColumn([wording.question($0.subject).code], $0) }
  }

  func partnerFiles(of questionnaire: Questionnaire) -> [PartnerFile] {
    let design = questionnaire.survey.design
    let keys = [
      PartnerColumn("nodeID") { partner, _ in "\(partner.number)" },
      PartnerColumn("networkCanvasEgoUUID") { partner, _ in partner.row.identifier(1) },
      PartnerColumn("networkCanvasUUID") { partner, _ in partner.row.identifier(100 + partner.number) },
    ]
    let prompts = SurveyItem.allCases.map { item in
      PartnerColumn(item.rawValue) { partner, _ in partner.item == item ? "true" : nil }
    }
    let topics = design.topics.indices.map { topic in
      PartnerColumn("topic_\(topic + 1)") { partner, questionnaire in
        let asked = Questionnaire.Column(subject: .topic(partner.item), slot: partner.slot)
        guard case .choice(let chosen, _) = questionnaire.answer(partner.row, asked) else { return "false" }
        return chosen == topic + 1 ? "true" : "false"
      }
    }
    let others =
      [column("name") { .partner($0) }] + (design.channels.isEmpty ? [] : [column("channel") { .channel($0) }])
    return [
      PartnerFile(
        name: "network_attributeList_Partner.csv", items: SurveyItem.allCases,
        columns: keys + prompts + others + topics,
        hasTicks: !topics.isEmpty)
    ]
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    switch subject {
    case .partner: "name"
    case .topic: #"{match: 'topic_(?<topic>\d+)'}"#
    case .channel: "channel"
    default: wording.question(subject).code.asYAML
    }
  }

  func partnerLines(_ item: SurveyItem, of questionnaire: Questionnaire) -> [String] {
    let design = questionnaire.survey.design
    var lines = ["when: {column: \(item.rawValue), is: 'true'}", "partner: {column: name}"]
    if !design.topics.isEmpty {
      lines += [
        "# A topic that is not ticked is none of this partner's.", "columns: " + selector(of: .topic(item)),
        "cell: codes",
      ]
      let map = design.topics.enumerated().map { "'\($0 + 1)': \($1.asYAML)" }
      lines.append("topic: {from: topic, map: {\(map.joined(separator: ", "))}}")
    }
    if !design.channels.isEmpty { lines += partLines("channel", .channel(item), questionnaire) }
    return lines
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "Network Canvas, exported as CSV: egos and alters.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['true']", "no_tie: ['false']", "unstated: missing"], slotCodes: "{}")
  }
}
