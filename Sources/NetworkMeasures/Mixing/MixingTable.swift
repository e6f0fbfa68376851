/// How much went from each group (row) to each group (column).
public struct MixingTable: Hashable, Codable, Sendable {
  /// Ties or weights, by giving and then receiving group; whole numbers where ties are counted.
  public let cells: [[Double]]
  /// What each group gave: the row sums.
  public let given: [Double]
  /// What each group received: the column sums.
  public let received: [Double]
  /// The sum of all cells.
  public let total: Double
  /// The sum of the diagonal: what stayed inside groups.
  public let inside: Double

  init(_ cells: [[Double]]) {
    self.cells = cells
    given = cells.map { $0.reduce(0, +) }
    received = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    total = given.reduce(0, +)
    inside = cells.indices.reduce(0) { $0 + cells[$1][$1] }
  }

  /// The cells expected if every group gave and received as much as it does but without regard to groups:
  /// given × received / total; `nil` without ties.
  public var expectedByDegrees: [[Double]]? {
    guard total > 0 else { return nil }
    return given.map { row in received.map { row * $0 / total } }
  }

  /// The modularity of the groups: the share inside groups less the share expected there; `nil` without ties.
  ///
  /// Leicht & Newman (2008),
  /// [doi:10.1103/PhysRevLett.100.118703](https://doi.org/10.1103/PhysRevLett.100.118703).
  public var modularity: Double? { total > 0 ? inside / total - expectedInside : nil }

  /// Newman's assortativity: modularity as a share of its highest value; `nil` without ties, or where all of them are
  /// expected inside one group.
  ///
  /// 1 if all ties stay inside; the lowest value lies above −1. Newman (2003),
  /// [doi:10.1103/PhysRevE.67.026126](https://doi.org/10.1103/PhysRevE.67.026126).
  public var assortativity: Double? {
    guard let modularity, expectedInside < 1 else { return nil }
    return modularity / (1 - expectedInside)
  }

  /// What crosses a group's border in either direction, as a ratio to what stays inside; `nil` where nothing does.
  public func externalToInternal(of group: Int) -> Double? {
    let own = cells[group][group]
    return own > 0 ? (given[group] + received[group] - 2 * own) / own : nil
  }

  /// Σ given × received / total²: the share expected inside groups.
  private var expectedInside: Double {
    zip(given, received).reduce(0) { $0 + ($1.0 / total) * ($1.1 / total) }
  }
}
