internal import KnowledgeNetworks

/// The numbers of one column under one decimal sign.
struct WeightColumn {
  private let file: StudyFile
  private let column: Int
  private let sign: DecimalSign

  /// Settles the decimal sign: the one declared, else a comma if some cell has one and all that do read as numbers.
  init(_ file: StudyFile, column: Int, sign: DecimalSign?) {
    self.file = file
    self.column = column
    self.sign = sign ?? Self.detected(in: file, column)
  }

  /// The weight in a row; `nil` where none is stated.
  ///
  /// - Throws: `SurveyError` if the cell holds no number, or one below 0 or without end.
  func weight(_ row: Int) throws(SurveyError) -> Double? {
    guard let text = file.statedText(row, column) else { return nil }
    guard let number = Self.number(text, sign) else {
      throw error(row, "'\(text.prefix(60))' is not a number, but a weight must be one.")
    }
    guard number.isFinite else { throw error(row, "The weight '\(text.prefix(60))' is too large for a number.") }
    guard number >= 0 else { throw error(row, "The weight \(text) is negative; a weight is 0 or more.") }
    return number
  }

  private func error(_ row: Int, _ message: String) -> SurveyError {
    SurveyError(.invalidValue, at: file.table.place(row, column), message)
  }

  private static func detected(in file: StudyFile, _ column: Int) -> DecimalSign {
    var hasComma = false
    for row in 0..<file.table.rowCount {
      guard let text = file.statedText(row, column), text.contains(",") else { continue }
      guard number(text, .comma) != nil else { return .dot }
      hasComma = true
    }
    return hasComma ? .comma : .dot
  }

  /// A number in digits, with an exponent if need be; under a decimal comma, dots may stand between thousands.
  private static func number(_ text: String, _ sign: DecimalSign) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.,eE".utf8.contains($0) }) else { return nil }
    guard sign == .comma, text.contains(",") || text.contains(".") else { return Double(text) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let thousands = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = thousands.count == 1 || thousands.dropFirst().allSatisfy { $0.utf8.count == 3 }
    // Without a comma, a dot that groups no thousands can only be a decimal sign.
    guard isGrouped else { return parts.count == 1 ? Double(text) : nil }
    return Double(thousands.joined() + (parts.count > 1 ? "." + parts[1...].joined(separator: ",") : ""))
  }
}
