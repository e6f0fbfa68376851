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

/// Which rows of an export are answers, and why others are not.
struct RowSelection {
  private let table: ExportTable
  private let kept: BoundConditions

  init(keeping conditions: [RowCondition], of table: ExportTable) throws(BuzzlineError) {
    (self.table, kept) = (table, try BoundConditions(conditions, in: table))
  }

  /// Why a row is set aside; `nil` where it is read.
  func reason(row: Int) throws(BuzzlineError) -> String? {
    if table.sheet.isEmpty(row) { return "empty-row" }
    if table.unjoined.contains(row) { return "no-joined-row" }
    return try kept.hold(row: row) ? nil : "not-kept"
  }
}
