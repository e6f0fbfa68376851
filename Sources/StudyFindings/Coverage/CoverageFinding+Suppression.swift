internal import ClusterSurveys

extension CoverageFinding {
  /// The rows without outcomes behind which fewer than some stand, and without those from which these could be computed.
  ///
  /// ``CellTable`` defines how they are found. Full and partial answers add up to the response, which with refusals,
  /// absences and those not asked adds up to the members; kinds and clusters add up to all members. Pairs of a row with
  /// an outcome withheld are withheld too, since their numbers follow from how many answered.
  ///
  /// - Parameter least: The least number that is shown; at least 2.
  func suppressed(below least: Int) -> CoverageFinding {
    var shown = self
    let outcomes = Self.outcomes
    var table = CellTable(
      rows.flatMap { row in
        [(row.response.count, row.members)] + outcomes.map { (row[keyPath: $0] ?? 0, row.members) }
      }, least: least)
    table.close(linesOfRows + linesOfGroups)
    for row in rows.indices {
      let isWithheld = (0...outcomes.count).map { table.cells[cell($0, of: row)].isWithheld }
      if isWithheld[0] { shown.rows[row].response = .withheld }
      for (outcome, isWithheld) in zip(outcomes, isWithheld.dropFirst()) where isWithheld {
        shown.rows[row][keyPath: outcome] = nil
      }
      guard isWithheld.contains(true) else { continue }
      for pairs in [\Row.seenByBoth, \.seenByOne, \.seenByNobody] { shown.rows[row][keyPath: pairs] = nil }
    }
    shown.suppression = CellSuppression(least: least, small: table.small, complementary: table.complementary)
    return shown
  }

  /// The outcomes whose cells follow that of the response, those that answered first.
  private static var outcomes: [WritableKeyPath<Row, Int?>] {
    [\.answered, \.partial, \.refused, \.absent, \.notAsked]
  }

  private func cell(_ place: Int, of row: Int) -> Int { row * (Self.outcomes.count + 1) + place }

  private var linesOfRows: [CellTable.Line] {
    rows.indices.flatMap { row in
      [
        CellTable.Line(cells: [1, 2].map { cell($0, of: row) }, sum: cell(0, of: row)),
        CellTable.Line(cells: [0, 3, 4, 5].map { cell($0, of: row) }),
      ]
    }
  }

  private var linesOfGroups: [CellTable.Line] {
    Dictionary(grouping: rows.indices.filter { rows[$0].sort != .all }) { [rows[$0].wave, rows[$0].sort.rawValue] }
      .values.sorted { $0[0] < $1[0] }.flatMap { groups in
        let all = rows.firstIndex { $0.sort == .all && $0.wave == rows[groups[0]].wave }
        return (0...Self.outcomes.count).map { place in
          CellTable.Line(cells: groups.map { cell(place, of: $0) }, sum: all.map { cell(place, of: $0) })
        }
      }
  }
}
