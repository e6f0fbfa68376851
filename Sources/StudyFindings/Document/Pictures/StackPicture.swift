/// What a picture of stacked bars shows: into which parts some counts fall, such as ties kept, formed and dissolved.
public struct StackPicture: Hashable, Sendable {
  /// One bar.
  public struct Row: Hashable, Sendable {
    /// What it is of.
    public var label: String
    /// How many fall into each part.
    public var counts: [Int]

    /// Makes a row.
    public init(label: String, counts: [Int]) { (self.label, self.counts) = (label, counts) }

    /// How many they are together.
    public var total: Int { counts.reduce(0, +) }
  }

  /// The bars under one title, on one scale.
  public struct Panel: Hashable, Sendable {
    /// The title.
    public var title: String
    /// What the parts are called; at most three.
    public var parts: [String]
    /// The bars, from the top.
    public var rows: [Row]

    /// Makes a panel.
    ///
    /// - Precondition: there are at most three parts, and each bar has as many counts.
    public init(title: String, parts: [String], rows: [Row]) {
      precondition(parts.count <= 3 && rows.allSatisfy { $0.counts.count == parts.count }, "a count for each part")
      (self.title, self.parts, self.rows) = (title, parts, rows)
    }
  }

  /// The panels, each on a scale of its own.
  public var panels: [Panel]

  /// Makes a picture.
  public init(panels: [Panel]) { self.panels = panels }

  var data: FindingsTable {
    let cells = panels.flatMap { panel in
      panel.rows.flatMap { row in
        zip(panel.parts, row.counts).map { (panel: panel.title, row: row.label, part: $0, count: $1) }
      }
    }
    return FindingsTable(
      "parts", rows: cells,
      .text("of") { $0.panel }, .text("row") { $0.row }, .word("part") { $0.part }, .count("count") { $0.count })
  }
}
