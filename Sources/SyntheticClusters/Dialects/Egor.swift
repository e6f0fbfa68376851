internal import ClusterSurveys
internal import DataFiles

/// Two tables of the R package egor, written by readr: egos and alters.
///
/// Ties among alters are not asked for.
struct Egor: JoinedDialect {
  let fileName = "egos.csv"
  let layout = DelimitedLayout(delimiter: .comma)
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(
    yes: "yes", no: "no", choice: .label, notShown: AnswerCodes.Blank("NA"), unanswered: AnswerCodes.Blank("NA"))
  let join = "{file: egos.csv, key: .egoID, to: .egoID}"

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    [ExportColumn(".egoID") { "\($0.number)" }]
      + questionnaire.columns.filter { $0.slot == nil }.map { ExportColumn([wording.question($0.subject).code], $0) }
  }

  func partnerFiles(of questionnaire: Questionnaire) -> [PartnerFile] {
    let design = questionnaire.survey.design
    let keys = [
      PartnerColumn(".egoID") { partner, _ in "\(partner.row.number)" },
      PartnerColumn(".altID") { partner, _ in "\(partner.number)" },
      PartnerColumn("direction") { partner, _ in partner.item.rawValue },
    ]
    let others =
      [column("name") { .partner($0) }]
      + (design.topics.isEmpty ? [] : [column("topic") { .topic($0) }])
      + (design.channels.isEmpty ? [] : [column("channel") { .channel($0) }])
    return [PartnerFile(name: "alters.csv", items: SurveyItem.allCases, columns: keys + others)]
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    switch subject {
    case .partner: "name"
    case .topic: "topic"
    case .channel: "channel"
    default: wording.question(subject).code.asYAML
    }
  }

  func partnerLines(_ item: SurveyItem, of questionnaire: Questionnaire) -> [String] {
    ["when: {column: direction, is: \(item.rawValue)}"] + partLines(of: item, questionnaire)
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "egor: the tables of egos and of alters, written as CSV.",
        "NA does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['yes']", "no_tie: ['no']", "missing: [NA]"], slotCodes: "{}")
  }
}
