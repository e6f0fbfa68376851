/// What a picture of curves shows: how many there are step after step, and how many of them without something.
public struct CurvePicture: Hashable, Sendable {
  /// One curve.
  public struct Panel: Hashable, Sendable {
    /// What it is of.
    public var title: Paragraph
    /// How many there could be, for the scale.
    public var most: Double
    /// How many there are after each step, from step 0.
    public var curve: [Double]
    /// How far each number is in doubt: where its interval begins and ends; empty where that is not known.
    public var band: [ClosedRange<Double>]
    /// How many there would be without something, after each step; empty where that is not asked.
    public var without: [Double]

    /// Makes a curve.
    public init(
      title: Paragraph, most: Double, curve: [Double], band: [ClosedRange<Double>] = [], without: [Double] = []
    ) {
      (self.title, self.most, self.curve, self.band, self.without) = (title, most, curve, band, without)
    }
  }

  /// The curves, one a panel.
  public var panels: [Panel]
  /// What the steps are called.
  public var steps: Paragraph
  /// What is counted.
  public var axis: Paragraph
  /// What the lower part is called, and the upper one, which is there only through what is left out below.
  public var lower: Paragraph
  /// The upper part.
  public var upper: Paragraph

  /// Makes a picture.
  public init(panels: [Panel], steps: Paragraph, axis: Paragraph, lower: Paragraph, upper: Paragraph) {
    (self.panels, self.steps, self.axis, self.lower, self.upper) = (panels, steps, axis, lower, upper)
  }

  var data: FindingsTable {
    let rows = panels.flatMap { panel in panel.curve.indices.map { (panel: panel, step: $0) } }
    return FindingsTable(
      "curves", rows: rows,
      .words("of") { $0.panel.title }, .count("step") { $0.step },
      .number("heard") { $0.panel.curve[$0.step] }.headed(axis),
      .number("from") { row in row.panel.band.isEmpty ? nil : row.panel.band[row.step].lowerBound },
      .number("to") { row in row.panel.band.isEmpty ? nil : row.panel.band[row.step].upperBound },
      .number("lower") { row in row.panel.without.isEmpty ? nil : row.panel.without[row.step] }.headed(lower))
  }
}
