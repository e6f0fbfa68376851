/// What a picture of dots shows: a number a row, with its own interval of doubt or the one that chance would give.
public struct DotPicture: Hashable, Sendable {
  /// How numbers become places.
  public enum Scale: String, Hashable, Sendable {
    /// From 0, in even steps.
    case linear
    /// From 0, in even steps of a tenth of the whole; shown in percent.
    case share
    /// Around 1, each step twice the one before.
    case ratio
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// What it is of.
    public var label: Paragraph
    /// The number; `nil` where it is not defined.
    public var value: Double?
    /// The interval of the number; `nil` for none.
    public var interval: ClosedRange<Double>?
    /// The number that chance would give on average; `nil` where that is not known.
    public var expected: Double?
    /// Where it would usually lie by chance; `nil` where that is not known.
    public var null: ClosedRange<Double>?
    /// Whether so few stand behind it that it says little; drawn hollow.
    public var isSmall: Bool
    /// What stands behind the row.
    public var note: Paragraph

    /// Makes a row.
    public init(
      label: Paragraph, value: Double?, interval: ClosedRange<Double>? = nil, expected: Double? = nil,
      null: ClosedRange<Double>? = nil, isSmall: Bool = false, note: Paragraph
    ) {
      (self.label, self.value, self.interval) = (label, value, interval)
      (self.expected, self.null, self.isSmall, self.note) = (expected, null, isSmall, note)
    }
  }

  /// A role of a broker by whose group its partners belong to.
  public struct Icon: Hashable, Sendable {
    /// A group as the broker sees it.
    public enum Side: Hashable, Sendable {
      /// The broker's own.
      case own
      /// Another.
      case other
      /// A third.
      case third
    }

    /// Of the one who gives.
    public var giver: Side
    /// Of the one who receives.
    public var receiver: Side

    /// Makes an icon.
    public init(giver: Side, receiver: Side) { (self.giver, self.receiver) = (giver, receiver) }
  }

  /// The rows under one title.
  public struct Panel: Hashable, Sendable {
    /// The title.
    public var title: Paragraph
    /// What stands before the title; `nil` for nothing.
    public var icon: Icon?
    /// The rows, from the top.
    public var rows: [Row]

    /// Makes a panel.
    public init(title: Paragraph, icon: Icon? = nil, rows: [Row]) {
      (self.title, self.icon, self.rows) = (title, icon, rows)
    }
  }

  /// The panels, all on one scale.
  public var panels: [Panel]
  /// The scale.
  public var scale: Scale
  /// What is measured.
  public var axis: Paragraph

  /// Makes a picture.
  public init(panels: [Panel], scale: Scale, axis: Paragraph) {
    (self.panels, self.scale, self.axis) = (panels, scale, axis)
  }

  var data: FindingsTable {
    let rows = panels.flatMap { panel in panel.rows.map { (panel: panel.title, row: $0) } }
    return FindingsTable(
      "dots", rows: rows,
      .words("of") { $0.panel }, .words("row") { $0.row.label }, .number("value") { $0.row.value }.headed(axis),
      .number("from") { $0.row.interval?.lowerBound }, .number("to") { $0.row.interval?.upperBound },
      .number("by chance") { $0.row.expected }, .number("by chance from") { $0.row.null?.lowerBound },
      .number("by chance to") { $0.row.null?.upperBound }, .words("note") { $0.row.note })
  }
}
