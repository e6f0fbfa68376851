internal import DataFiles
internal import KnowledgeNetworks

/// What other columns of a row say about the cells of a question: gates, "none of these", and whether it was answered.
///
/// A gate that is closed turns silence into a no, one that was not answered turns it into a missing answer. Where "none
/// of these" belongs to cells, their silence is a no if it is ticked or one of them affirms a tie, and missing else.
final class RowDenials {
  private let item: ItemMapping
  private let table: ExportTable
  private let columns: [SelectedColumn]
  /// For each column of the question that of its gate.
  private let gates: [Int?]
  /// For each column of the question that of "none of these".
  private let exclusives: [Int?]
  private let conditions: BoundConditions
  /// What gates and "none of these" say, for each column of the question.
  private var ofGates: [Remembered<CellMeaning>]
  private var ofExclusives: [Remembered<CellMeaning>]
  /// Whether there is nothing to hear.
  private let areNone: Bool

  init(_ item: ItemMapping, _ columns: [SelectedColumn], _ table: ExportTable) throws(BuzzlineError) {
    (self.item, self.table, self.columns) = (item, table, columns)
    func joined(_ selector: ColumnSelector?) throws(BuzzlineError) -> [Int?] {
      guard let selector else { return columns.map { _ in nil } }
      return try BoundPart.joined(try selector.columns(of: table), to: columns, selector.node, table)
    }
    gates = try joined(item.gate?.columns)
    exclusives = try joined(item.exclusive)
    conditions = try BoundConditions(item.answered, in: table)
    (ofGates, ofExclusives) = (columns.map { _ in Remembered() }, columns.map { _ in Remembered() })
    areNone = item.gate == nil && item.exclusive == nil && item.answered.isEmpty
  }

  /// What the cells of a row say once the others are heard.
  func applied(
    to stated: [CellMeaning], row: Int, _ counts: inout CellCounts
  ) throws(BuzzlineError) -> [CellMeaning] {
    guard !areNone else { return stated }
    let isAnswered = conditions.hold(row: row)
    var meanings = stated
    let exclusives = exclusives
    let affirmed = Set(stated.indices.lazy.filter { stated[$0].isTie }.compactMap { exclusives[$0] })
    for index in stated.indices {
      var isClosed = false
      if let gate = item.gate, let column = gates[index] {
        let said = try meaning(row, column, gate.codes, &ofGates[index])
        switch said {
        case .noTie where stated[index].isTie: counts.contradictions += 1
        case .noTie: (meanings[index], isClosed) = (.noTie, true)
        case .missing, .notShown: if !stated[index].isTie { meanings[index] = said }
        case .tie: break
        }
      }
      if let column = exclusives[index] {
        let isDenied = try meaning(row, column, item.codes, &ofExclusives[index]).isTie
        if stated[index].isTie {
          if isDenied { counts.contradictions += 1 }
        } else if isDenied || affirmed.contains(column) {
          meanings[index] = .noTie
        } else if !isClosed {
          meanings[index] = .missing
        }
      }
      if !isAnswered && !meanings[index].isTie { meanings[index] = .notShown }
    }
    return meanings
  }

  private func meaning(
    _ row: Int, _ column: Int, _ codes: CodeLists, _ known: inout Remembered<CellMeaning>
  ) throws(BuzzlineError) -> CellMeaning {
    let (table, sheet) = (table, table.sheet)
    return try known.meaning(of: sheet.number(row, column)) { () throws(BuzzlineError) in
      let text = sheet.text(row, column)
      if let meaning = codes.meaning(
        of: text, isUnstated: sheet.isUnstated(row, column), sheet.codebooks[column])
      {
        return meaning
      }
      throw BuzzlineError(
        .invalidValue, at: sheet.place(row, column),
        "No code list of the mapping knows '\(text.excerpt)' under \(table.name(of: column))."
      )
    }
  }
}

extension [RowCondition] {
  func bound(to table: ExportTable) throws(BuzzlineError) -> [(column: Int, condition: RowCondition)] {
    var bound: [(Int, RowCondition)] = []
    for condition in self { bound.append((try condition.column.column(of: table), condition)) }
    return bound
  }
}
