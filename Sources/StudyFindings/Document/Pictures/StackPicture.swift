/// What a picture of stacked bars shows: into which parts some counts fall, such as ties kept, formed and dissolved.
public struct StackPicture: Hashable, Sendable {
  /// One bar.
  public struct Row: Hashable, Sendable {
    /// What it is of.
    public var label: Paragraph
    /// How many fall into each part.
    public var counts: [Int]
    /// What stands at the end of the label; where it is empty, the counts stand below the bar.
    public var note: Paragraph
    /// Whether it is marked as doubtful.
    public var isMarked: Bool

    /// Makes a row.
    public init(label: Paragraph, counts: [Int], note: Paragraph = "", isMarked: Bool = false) {
      (self.label, self.counts, self.note, self.isMarked) = (label, counts, note, isMarked)
    }

    /// How many they are together.
    public var total: Int { counts.reduce(0, +) }
  }

  /// The bars under one title.
  public struct Panel: Hashable, Sendable {
    /// The title.
    public var title: Paragraph
    /// What the parts are called; at most three.
    public var parts: [Paragraph]
    /// The bars, from the top.
    public var rows: [Row]
    /// Whether every bar is as long as the others and shows shares; else all are on one scale.
    public var showsShares: Bool

    /// Makes a panel.
    ///
    /// - Precondition: there are at most three parts, and each bar has as many counts.
    public init(title: Paragraph, parts: [Paragraph], rows: [Row], showsShares: Bool = false) {
      precondition(parts.count <= 3 && rows.allSatisfy { $0.counts.count == parts.count }, "a count for each part")
      (self.title, self.parts, self.rows, self.showsShares) = (title, parts, rows, showsShares)
    }
  }

  /// The panels.
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
      .words("of") { $0.panel }, .words("row") { $0.row }, .words("part") { $0.part }, .count("count") { $0.count })
  }
}
