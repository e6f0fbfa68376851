internal import DataFiles
internal import KnowledgeNetworks

/// The weights of one column.
struct WeightColumn {
  private let file: StudyFile
  private let column: Int
  private let numbers: DecimalNumbers
  /// The decimal sign the column is read with.
  var sign: DecimalSign { numbers.sign }

  /// Settles the decimal sign: the one declared, else the one that the cells have.
  ///
  /// - Throws: `BuzzlineError` at a cell whose decimal sign is not that of the others.
  init(_ file: inout StudyFile, column: Int, sign: DecimalSign?) throws(BuzzlineError) {
    self.column = column
    if let sign {
      numbers = DecimalNumbers(sign: sign)
    } else {
      do throws(DecimalNumbers.Mixed) {
        numbers = try DecimalNumbers(
          detectedIn: (0..<file.table.rowCount).lazy.compactMap { [file] row in
            file.statedText(row, column).map { (row: row, text: $0) }
          })
      } catch {
        throw Self.mixed(error, in: file, column)
      }
    }
    if let ambiguous = numbers.ambiguous {
      file.remark(
        "ambiguous-number",
        "Under '\(file.table.headings[column])' such as '\(ambiguous.prefix(40))' could part thousands or be a decimal "
          + "sign, and is read as the latter; --decimal settles it.")
    }
    file.note(decimalSign: numbers.sign)
    self.file = file
  }

  /// The weight in a row; `nil` where none is stated.
  ///
  /// - Throws: `BuzzlineError` if the cell holds no number, or one below 0 or without end.
  func weight(_ row: Int) throws(BuzzlineError) -> Double? {
    guard let text = file.statedText(row, column) else { return nil }
    guard let number = numbers.number(text) else {
      throw error(row, "'\(text.prefix(60))' is not a number, but a weight must be one.")
    }
    guard number.isFinite else { throw error(row, "The weight '\(text.prefix(60))' is too large for a number.") }
    guard number >= 0 else { throw error(row, "The weight \(text) is negative; a weight is 0 or more.") }
    return number
  }

  private func error(_ row: Int, _ message: String) -> BuzzlineError {
    BuzzlineError(.invalidValue, at: file.table.place(row, column), message)
  }

  private static func mixed(_ found: DecimalNumbers.Mixed, in file: StudyFile, _ column: Int) -> BuzzlineError {
    BuzzlineError(
      .invalidValue, at: file.table.place(found.odd.row, column),
      "'\(found.odd.text.prefix(40))' has another decimal sign than '\(found.other.text.prefix(40))' in line "
        + "\(file.table.place(found.other.row).line ?? 0); name the right one with --decimal, or mend the cells.")
  }
}
