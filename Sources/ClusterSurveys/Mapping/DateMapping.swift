internal import DataFiles
internal import KnowledgeNetworks

/// Where an export says when a respondent answered, and in which order its dates are written.
struct DateMapping {
  private let part: AnswerPart
  private let order: SurveyDay.Order?
  private let codes: CodeLists

  /// Reads a heading, or what a part of an answer is read from with `order`.
  ///
  /// - Parameter codes: Which texts say that a cell states nothing.
  init(_ node: MappingNode, codes: CodeLists) throws(BuzzlineError) {
    self.codes = codes
    part = try AnswerPart(node, more: ["order"])
    order = node.isText ? nil : try node.keys(AnswerPart.keys + ["order"])["order"]?.word()
  }

  func bound(to table: ExportTable) throws(BuzzlineError) -> BoundDate {
    BoundDate(part: try part.bound(to: table), order: order, codes: codes, table: table)
  }
}

/// Reads the day on which each row of an export was answered.
struct BoundDate {
  fileprivate let part: BoundPart
  fileprivate let order: SurveyDay.Order?
  fileprivate let codes: CodeLists
  fileprivate let table: ExportTable

  /// - Throws: `BuzzlineError` at the cell if it states no day.
  func day(row: Int) throws(BuzzlineError) -> SurveyDay? {
    guard let text = try part.text(row: row), codes.meaning(of: text, isUnstated: false, nil)?.isMissing != true
    else { return nil }
    guard let day = SurveyDay(text, order: order) else {
      let asked = order == nil ? " {column: …, order: day_first}, or month_first, says how 5/6/2024 is meant." : ""
      throw BuzzlineError(
        .invalidValue, at: table.sheet.place(row, part.rowColumn ?? 0),
        "'\(text.excerpt)' is no date such as 2024-05-06 or 6.5.2024.\(asked)")
    }
    return day
  }
}
