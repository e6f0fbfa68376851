internal import DataFiles
internal import KnowledgeNetworks

/// Conditions bound to the columns of an export, each decided once for every different cell.
final class BoundConditions {
  private let sheet: Sheet
  private let columns: [Int]
  private let conditions: [RowCondition]
  private var decided: [Remembered<Bool>]

  init(_ conditions: [RowCondition], in table: ExportTable) throws(BuzzlineError) {
    (self.conditions, sheet) = (conditions, table.sheet)
    columns = try conditions.bound(to: table).map(\.column)
    decided = conditions.map { _ in Remembered() }
  }

  /// Whether a row fulfils them all.
  func hold(row: Int) throws(BuzzlineError) -> Bool {
    for index in columns.indices {
      let holds = try decided[index].meaning(of: sheet.number(row, columns[index])) {
        conditions[index].holds(for: sheet.text(row, columns[index]))
      }
      guard holds else { return false }
    }
    return true
  }
}
