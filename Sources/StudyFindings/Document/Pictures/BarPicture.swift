internal import ClusterSurveys

/// What a picture of bars shows: shares with their intervals, to one side or mirrored to both, lines of a row below one
/// another.
public struct BarPicture: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// How long it is, from 0 to 1; `nil` where that is not defined.
    public var share: Double?
    /// The interval of the share.
    public var interval: ClosedRange<Double>?
    /// Of how many it is the share.
    public var total: Int
    /// Whether so few stand behind it that it says little; drawn hollow.
    public var isSmall: Bool

    /// Makes a bar.
    public init(share: Double?, interval: ClosedRange<Double>?, total: Int, isSmall: Bool) {
      (self.share, self.interval, self.total, self.isSmall) = (share, interval, total, isSmall)
    }
  }

  /// One line of a row, such as that of a wave.
  public struct Line: Hashable, Sendable {
    /// The number of its series.
    public var series: Int
    /// The bar to the left; `nil` where bars are not mirrored, or there is none.
    public var left: Bar?
    /// The bar to the right; `nil` where there is none.
    public var right: Bar?

    /// Makes a line.
    public init(series: Int, left: Bar? = nil, right: Bar?) {
      (self.series, self.left, self.right) = (series, left, right)
    }
  }

  /// The lines of one thing.
  public struct Row: Hashable, Sendable {
    /// What it is called.
    public var label: Paragraph
    /// The lines, from the top.
    public var lines: [Line]

    /// Makes a row.
    public init(label: Paragraph, lines: [Line]) { (self.label, self.lines) = (label, lines) }
  }

  /// The rows under one title.
  public struct Panel: Hashable, Sendable {
    /// The title; empty for none.
    public var title: Paragraph
    /// The rows, from the top.
    public var rows: [Row]

    /// Makes a panel.
    public init(title: Paragraph, rows: [Row]) { (self.title, self.rows) = (title, rows) }
  }

  /// The panels, all on one scale.
  public var panels: [Panel]
  /// What the lines of a row are called, such as the waves; empty words where there is one.
  public var series: [Paragraph]
  /// What bars to the left are of; `nil` where bars are not mirrored.
  public var left: Paragraph?
  /// What bars to the right are of.
  public var right: Paragraph

  /// Makes a picture.
  public init(panels: [Panel], series: [Paragraph], left: Paragraph? = nil, right: Paragraph) {
    (self.panels, self.series, self.left, self.right) = (panels, series, left, right)
  }

  var data: FindingsTable {
    let rows = panels.flatMap { panel in
      panel.rows.flatMap { row in row.lines.map { (panel: panel.title, row: row.label, line: $0) } }
    }
    typealias Row = (panel: Paragraph, row: Paragraph, line: Line)
    func columns(_ name: Paragraph, _ bar: @escaping @Sendable (Row) -> Bar?) -> [TableColumn<Row>] {
      [
        .share("share") { bar($0)?.share }.headed(name),
        .share("from") { bar($0)?.interval?.lowerBound }.headed("\(name), from"),
        .share("to") { bar($0)?.interval?.upperBound }.headed("\(name), to"),
        .count("of") { bar($0)?.total }.headed("\(name), of"),
      ]
    }
    let series = series
    return FindingsTable(
      "bars", rows: rows,
      columns: (panels.count > 1 ? [.words("of") { $0.panel }] : []) + [.words("row") { $0.row }]
        + (series.count > 1 ? [.words("line") { series[$0.line.series] }] : []),
      (left.map { columns($0) { $0.line.left } } ?? []) + columns(right) { $0.line.right })
  }
}

extension BarPicture.Bar {
  /// A bar of a share that was counted.
  init(_ share: ObservedShare) {
    self.init(share: share.value, interval: share.interval, total: share.total, isSmall: share.isSmall)
  }
}
