internal import DataFiles
internal import KnowledgeNetworks

/// Conditions bound to the columns of an export, each decided once for every different cell.
final class BoundConditions {
  private let sheet: Sheet
  private let conditions: [(column: Int, condition: RowCondition)]
  private var decided: [Remembered<Bool>]

  init(_ conditions: [RowCondition], in table: ExportTable) throws(BuzzlineError) {
    (self.conditions, sheet) = (try conditions.bound(to: table), table.sheet)
    decided = conditions.map { _ in Remembered() }
  }

  /// Whether a row fulfils them all.
  func hold(row: Int) throws(BuzzlineError) -> Bool {
    for index in conditions.indices {
      let (column, condition) = conditions[index]
      let holds = try decided[index].meaning(of: sheet.number(row, column)) {
        condition.holds(for: sheet.text(row, column))
      }
      guard holds else { return false }
    }
    return true
  }
}
