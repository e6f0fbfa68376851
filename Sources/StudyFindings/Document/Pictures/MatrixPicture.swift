/// What a picture of a matrix shows: how many ties lead from each group to each, beside what is expected.
public struct MatrixPicture: Hashable, Sendable {
  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// How many there are.
    public var observed: Double
    /// How many are expected; `nil` where that is not defined.
    public var expected: Double?

    /// Makes a cell.
    public init(observed: Double, expected: Double?) { (self.observed, self.expected) = (observed, expected) }

    /// How many times as many as expected there are; `nil` where none are expected.
    public var ratio: Double? { expected.flatMap { $0 > 0 ? observed / $0 : nil } }

    /// Whether so few are expected that the ratio says little: fewer than five, as is customary for tables of counts.
    public var isSmall: Bool { expected.map { $0 < 5 } ?? true }
  }

  /// The matrix of one grouping.
  public struct Panel: Hashable, Sendable {
    /// What the groups are.
    public var title: Paragraph
    /// The groups: rows give and columns receive, in this order.
    public var groups: [Paragraph]
    /// The cells, row after row.
    public var cells: [[Cell]]

    /// Makes a matrix.
    ///
    /// - Precondition: there are as many rows, and in each as many cells, as groups.
    public init(title: Paragraph, groups: [Paragraph], cells: [[Cell]]) {
      precondition(
        cells.count == groups.count && cells.allSatisfy { $0.count == groups.count }, "a matrix is of all groups")
      (self.title, self.groups, self.cells) = (title, groups, cells)
    }
  }

  /// The matrices, in order.
  public var panels: [Panel]
  /// What rows stand for, such as `from`.
  public var rows: Paragraph
  /// What columns stand for, such as `to`.
  public var columns: Paragraph

  /// Makes a picture.
  public init(panels: [Panel], rows: Paragraph, columns: Paragraph) {
    (self.panels, self.rows, self.columns) = (panels, rows, columns)
  }

  var data: FindingsTable {
    let cells = panels.flatMap { panel in
      panel.groups.indices.flatMap { row in
        panel.groups.indices.map { (panel: panel, row: panel.groups[row], column: $0, cell: panel.cells[row][$0]) }
      }
    }
    return FindingsTable(
      "matrix", rows: cells,
      .words("by") { $0.panel.title }, .words("row") { $0.row }.headed(rows),
      .words("column") { $0.panel.groups[$0.column] }.headed(columns),
      .number("observed") { $0.cell.observed }, .number("expected") { $0.cell.expected },
      .number("observed over expected") { $0.cell.ratio }, .yesOrNo("fewer than five expected") { $0.cell.isSmall })
  }
}
