internal import DataFiles
internal import KnowledgeNetworks

/// A survey tool, or a program for tables, whose export is a workbook.
protocol WorkbookDialect: SurveyDialect {
  /// What the sheet of the answers is called.
  var sheet: String { get }
  /// The sheets behind it.
  func further(_ columns: [ExportColumn]) -> [Workbook.Page]
}

extension WorkbookDialect {
  func further(_ columns: [ExportColumn]) -> [Workbook.Page] { [] }

  func export(of questionnaire: Questionnaire) -> SyntheticFile {
    SyntheticFile(name: fileName, blockCount: 1) { _ throws(BuzzlineError) in
      let columns = columns(of: questionnaire)
      let answers = questionnaire.rows.map { row in
        zip(columns, cells(row, columns, of: questionnaire)).map { Self.cell($1, in: $0) }
      }
      let headings = headings(columns).map { $0.map { Workbook.Cell.text($0) } }
      return try Workbook([Workbook.Page(name: sheet, rows: headings + answers)] + further(columns))
        .bytes(file: fileName)
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
}
