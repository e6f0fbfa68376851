internal import DataFiles
internal import KnowledgeNetworks

/// Conditions bound to the columns of an export, each decided once for every different cell.
final class BoundConditions {
  private let sheet: Sheet
  private let columns: [Int]
  private let conditions: [RowCondition]
  private var decided: [Remembered<Bool>]
  /// Which cells state nothing, by code lists that are the same throughout.
  private var areUnstated: [Remembered<Bool>]
  /// Which cells hold, or state nothing where that leaves open what holds, the same throughout too.
  private var areOpen: [Remembered<Bool>]

  init(_ conditions: [RowCondition], in table: ExportTable) throws(BuzzlineError) {
    (self.conditions, sheet) = (conditions, table.sheet)
    columns = try conditions.bound(to: table).map(\.column)
    (decided, areUnstated) = (conditions.map { _ in Remembered() }, conditions.map { _ in Remembered() })
    areOpen = conditions.map { _ in Remembered() }
  }

  /// Whether a row fails none of them but where it states nothing, by code lists.
  ///
  /// - Parameter emptyIsNo: Whether an empty cell says that a condition fails, as where a tool writes ticks alone.
  func areOpen(row: Int, _ codes: @autoclosure () -> CodeLists, emptyIsNo: Bool) -> Bool {
    columns.indices.allSatisfy { index in
      let number = sheet.number(row, columns[index])
      if let known = areOpen[index][number] { return known }
      let isOpen =
        holds(index, row)
        || statesNothing(index, row, codes()) && !(emptyIsNo && sheet.text(row, columns[index]).isEmpty)
      areOpen[index][number] = isOpen
      return isOpen
    }
  }

  /// Whether some row states in so many words that one of them fails.
  ///
  /// - Complexity: O(rows) time.
  func areDenied(in rows: Range<Int>, _ codes: CodeLists) -> Bool {
    columns.indices.contains { index in
      rows.contains { row in
        !holds(index, row) && !statesNothing(index, row, codes) && !sheet.text(row, columns[index]).isEmpty
      }
    }
  }

  /// Whether a row fulfils them all.
  func hold(row: Int) -> Bool { columns.indices.allSatisfy { holds($0, row) } }

  private func holds(_ index: Int, _ row: Int) -> Bool {
    let number = sheet.number(row, columns[index])
    if let known = decided[index][number] { return known }
    let holds = conditions[index].holds(for: sheet.text(row, columns[index]))
    decided[index][number] = holds
    return holds
  }

  private func statesNothing(_ index: Int, _ row: Int, _ codes: @autoclosure () -> CodeLists) -> Bool {
    let number = sheet.number(row, columns[index])
    if let known = areUnstated[index][number] { return known }
    let isUnstated = sheet.statesNothing(row, columns[index], codes())
    areUnstated[index][number] = isUnstated
    return isUnstated
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
  func reason(row: Int) -> String? {
    if table.sheet.isEmpty(row) { return "empty-row" }
    if table.unjoined.contains(row) { return "no-joined-row" }
    return kept.hold(row: row) ? nil : "not-kept"
  }
}

extension Sheet {
  /// Whether a cell says that an answer is missing.
  func statesNothing(_ row: Int, _ column: Int, _ codes: CodeLists) -> Bool {
    let meaning = codes.meaning(
      of: text(row, column), isUnstated: isUnstated(row, column), codebooks[column])
    return meaning?.isMissing == true
  }
}
