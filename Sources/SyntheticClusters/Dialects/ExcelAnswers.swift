internal import DataFiles
internal import KnowledgeNetworks

/// A workbook of Excel: the answers on one sheet, under the codes of the questions and their texts, and the questions on
/// another.
///
/// A cell without anything was not shown; what was seen and left empty is a dash.
struct ExcelAnswers: SurveyDialect {
  let fileName = "answers.xlsx"
  let wording = QuestionWording.english
  let tellsNotShown = true
  private static let leftEmpty = "-"

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("number", "Number of the answer") { "\($0.number)" },
      ExportColumn("submitted", "Submitted at") { $0.isFinished ? $0.time : nil },
    ]
    return own
      + questionnaire.columns.map { column in
        let question = wording.question(column.subject)
        let slot = column.slot.map { (code: "_\($0)", text: " (\($0))") }
        return ExportColumn([question.code + (slot?.code ?? ""), question.text + (slot?.text ?? "")], column)
      }
  }

  func export(of questionnaire: Questionnaire) -> SyntheticFile {
    SyntheticFile(name: fileName, blockCount: 1) { _ throws(BuzzlineError) in
      let columns = columns(of: questionnaire)
      let answers = questionnaire.rows.map { row in
        zip(columns, cells(row, columns, of: questionnaire)).map { Self.cell($1, in: $0) }
      }
      let headings = headings(columns).map { $0.map { Workbook.Cell.text($0) } }
      let questions = columns.map { column in column.headings.map { Workbook.Cell.text($0) } }
      return try Workbook([
        Workbook.Page(name: "Answers", rows: headings + answers),
        Workbook.Page(name: "Questions", rows: [["column", "question"]] + questions),
      ]).bytes(file: fileName)
    }
  }

  /// Numbers that are typed in are stored as such: those of answers and of waves.
  private static func cell(_ text: String?, in column: ExportColumn) -> Workbook.Cell {
    guard let text else { return .empty }
    let mayBeNumber =
      switch column.content {
      case .record: true
      case .answer(let asked): asked.subject == .wave
      }
    guard mayBeNumber, let number = Int(text), "\(number)" == text else { return .text(text) }
    return .number(Double(number))
  }

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    switch answer {
    case .notShown: nil
    case .unanswered: Self.leftEmpty
    case .no: "no"
    case .yes: "yes"
    case .choice(_, let label), .text(let label): label
    }
  }

  func selector(of subject: Questionnaire.Subject) -> String {
    let code = wording.question(subject).code
    return subject.isInSlots ? "{match: \((code + #"_(?<slot>\d+)"#).asYAML)}" : code.asYAML
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: ["A workbook of Excel: answers on the first sheet, what its columns ask on the second."],
      codes: [
        "tie: ['yes']", "no_tie: ['no']", "missing: ['-']  # Seen and left empty.",
        "unstated: not_shown  # Nothing at all: hidden, or not reached.",
      ],
      source: ["sheet: Answers", "headings: {rows: 2, heading: 1, label: 2}  # Codes first, then texts."],
      slotCodes: "{no_tie: ['-']}")
  }
}
