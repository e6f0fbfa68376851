internal import DataFiles

/// A workbook of Excel: the answers on one sheet, under the codes of the questions and their texts, and the questions on
/// another.
///
/// A cell without anything was not shown; what was seen and left empty is a dash.
struct ExcelAnswers: NumberedDialect, WorkbookDialect {
  let fileName = "answers.xlsx"
  let sheet = "Answers"
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

  func further(_ columns: [ExportColumn]) -> [Workbook.Page] {
    let questions = columns.map { column in column.headings.map { Workbook.Cell.text($0) } }
    return [Workbook.Page(name: "Questions", rows: [["column", "question"]] + questions)]
  }

  var mapping: MappingNotes {
    MappingNotes(
      about: ["A workbook of Excel: answers on the first sheet, what its columns ask on the second."],
      codes: [
        "tie: ['yes']", "no_tie: ['no']", "missing: ['-']  # Seen and left empty.",
        "unstated: not_shown  # Nothing at all: hidden, or not reached.",
      ],
      source: [
        "sheet: Answers", "headings: {rows: 2, heading: 1, label: 2}  # Codes first, then texts.", "date: submitted",
      ],
      slotCodes: "{no_tie: ['-']}")
  }
}
