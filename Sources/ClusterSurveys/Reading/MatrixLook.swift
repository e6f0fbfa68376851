internal import DataFiles
internal import KnowledgeNetworks

/// Tells a matrix, in which rows and columns carry the same names, from a list of ties.
enum MatrixLook {
  /// Refuses a matrix.
  ///
  /// - Throws: `BuzzlineError` if the names in the first column are the headings of the others.
  static func check(_ table: CSVTable) throws(BuzzlineError) {
    let names = table.headings.dropFirst()
    guard names.count >= 2, table.rowCount == names.count else { return }
    let rows = (0..<table.rowCount).compactMap { table.text($0, 0) }
    guard rows.count == names.count, Set(rows) == Set(names) else { return }
    throw BuzzlineError(
      .malformed, at: Place(file: table.file, line: 1, column: 1),
      "This looks like a matrix, whose rows and columns name the same \(names.count) actors; write it as a list with a row a "
        + "tie, under the headings source, target and weight.")
  }

  /// Whether the first cell below the headings is one of them, as in a matrix.
  static func mayBe(_ headings: [String], firstCell: String?) -> Bool {
    headings.count >= 3 && firstCell.map(headings.contains) == true
  }
}
