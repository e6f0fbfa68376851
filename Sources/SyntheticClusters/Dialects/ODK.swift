internal import ClusterSurveys
internal import DataFiles

/// The CSV files of ODK Central: a row an interview, and a file for each repeated group, a row a partner.
struct ODK: JoinedDialect {
  let fileName = "form.csv"
  let layout = DelimitedLayout(delimiter: .comma)
  let wording = QuestionWording.english
  let tellsNotShown = false
  let codes = AnswerCodes(yes: "yes", no: "no", choice: .number)
  let join = "{file: form.csv, key: PARENT_KEY, to: KEY}"

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let before = [
      ExportColumn("SubmissionDate") { $0.time }, ExportColumn("start") { $0.time }, ExportColumn("end") { $0.time },
    ]
    let asked = questionnaire.columns.filter { $0.slot == nil }.map {
      ExportColumn([wording.question($0.subject).code], $0)
    }
    let repeats = SurveyItem.allCases.map { item in
      ExportColumn("SET-OF-" + Self.group(item)) { Self.key($0) + "/" + Self.group(item) }
    }
    return before + asked + repeats + [
      ExportColumn("meta-instanceID", record: Self.key), ExportColumn("KEY", record: Self.key),
    ]
  }

  private static func group(_ item: SurveyItem) -> String { item.rawValue + "_partners" }

  private static func key(_ row: Questionnaire.Row) -> String {
    "uuid:" + row.identifier(1)
  }

  func partnerFiles(of questionnaire: Questionnaire) -> [PartnerFile] {
    SurveyItem.allCases.map { item in
      let keys = [
        PartnerColumn("PARENT_KEY") { partner, _ in Self.key(partner.row) },
        PartnerColumn("KEY") { partner, _ in "\(Self.key(partner.row))/\(Self.group(item))[\(partner.number)]" },
        PartnerColumn("SET-OF-" + Self.group(item)) { partner, _ in Self.key(partner.row) + "/" + Self.group(item) },
      ]
      let asked = asked(item, of: questionnaire).map { subject in column(heading(of: subject)) { _ in subject } }
      return PartnerFile(name: "form-\(Self.group(item)).csv", items: [item], columns: asked + keys)
    }
  }

  /// In a repeat the question alone, without its group.
  private func heading(of subject: Questionnaire.Subject) -> String {
    let code = wording.question(subject).code
    return subject.isInSlots ? code.split(separator: "_", maxSplits: 1).last.map(String.init) ?? code : code
  }

  func selector(of subject: Questionnaire.Subject) -> String { heading(of: subject).asYAML }

  func partnerLines(_ item: SurveyItem, of questionnaire: Questionnaire) -> [String] {
    partLines(of: item, questionnaire)
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: [
        "ODK Central, all files of the form: interviews, and the partners of each repeat.",
        "It does not tell what was left empty from what was not shown; who was not asked has no row.",
      ],
      codes: ["tie: ['yes']", "no_tie: ['no']", "unstated: missing"], slotCodes: "{}")
  }
}
