internal import DataFiles
internal import KnowledgeNetworks

/// A workbook of Excel: the answers on one sheet, under the codes of the questions and their texts, and the questions on
/// another.
///
/// A cell without anything was not shown; what was seen and left empty is a dash.
struct ExcelAnswers: NumberedDialect {
  let fileName = "answers.xlsx"
  let wording = QuestionWording.english
  let tellsNotShown = true
  let codes = AnswerCodes(yes: "yes", no: "no", choice: .label, unanswered: .init("-"))

  func columns(of questionnaire: Questionnaire) -> [ExportColumn] {
    let own = [
      ExportColumn("number", "Number of the answer") { "\($0.number)" },
      ExportColumn("submitted", "Submitted at") { $0.isFinished ? $0.time : nil },
    ]
    return own + questionnaire.columns.map { ExportColumn([heading(of: $0), label(of: $0)], $0) }
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
