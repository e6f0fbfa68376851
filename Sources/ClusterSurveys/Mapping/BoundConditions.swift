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

  /// Whether a row fails none of them but where it states nothing, by code lists.
  ///
  /// - Parameter emptyIsNo: Whether an empty cell says that a condition fails, as where a tool writes ticks alone.
  func areOpen(row: Int, _ codes: CodeLists, emptyIsNo: Bool) -> Bool {
    columns.indices.allSatisfy { index in
      let text = sheet.text(row, columns[index])
      if conditions[index].holds(for: text) { return true }
      return sheet.statesNothing(row, columns[index], codes) && !(text.isEmpty && emptyIsNo)
    }
  }

  /// Whether some row states in so many words that one of them fails.
  ///
  /// - Complexity: O(rows) time.
  func areDenied(in rows: Range<Int>, _ codes: CodeLists) -> Bool {
    columns.indices.contains { index in
      rows.contains { row in
        let text = sheet.text(row, columns[index])
        return !text.isEmpty && !conditions[index].holds(for: text)
          && !sheet.statesNothing(row, columns[index], codes)
      }
    }
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

extension Sheet {
  /// Whether a cell says that an answer is missing.
  func statesNothing(_ row: Int, _ column: Int, _ codes: CodeLists) -> Bool {
    let meaning = codes.meaning(
      of: text(row, column), isUnstated: isUnstated(row, column), codebooks[column])
    return meaning?.isMissing == true
  }
}
