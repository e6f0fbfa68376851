/// What a picture of points shows: two numbers of each, the plane cut into named quadrants.
public struct ScatterPicture: Hashable, Sendable {
  /// One point.
  public struct Point: Hashable, Sendable {
    /// How far right it stands.
    public var x: Double
    /// How far up.
    public var y: Double
    /// How many it stands for; the more, the larger it is.
    public var count: Int
    /// What is written beside it; `nil` for nothing.
    public var label: Paragraph?
    /// The number of its group, which gives colour and shape; `nil` for a plain circle.
    public var group: Int?

    /// Makes a point.
    public init(x: Double, y: Double, count: Int = 1, label: Paragraph? = nil, group: Int? = nil) {
      (self.x, self.y, self.count, self.label, self.group) = (x, y, count, label, group)
    }
  }

  /// What a quarter of the plane is called.
  public struct Quadrants: Hashable, Sendable {
    /// Above and left of the cuts.
    public var upperLeft: Paragraph
    /// Above and right.
    public var upperRight: Paragraph
    /// Below and left.
    public var lowerLeft: Paragraph
    /// Below and right.
    public var lowerRight: Paragraph

    /// Names the quarters.
    public init(upperLeft: Paragraph, upperRight: Paragraph, lowerLeft: Paragraph, lowerRight: Paragraph) {
      (self.upperLeft, self.upperRight) = (upperLeft, upperRight)
      (self.lowerLeft, self.lowerRight) = (lowerLeft, lowerRight)
    }
  }

  /// How numbers become places.
  public enum Scale: String, Hashable, Sendable {
    /// In even steps.
    case linear
    /// By their square roots, so that a few large numbers do not press all others into a corner.
    case root
  }

  /// The most groups that marks tell apart.
  static let mostGroups = 7

  /// The points; those with a group are drawn above the others.
  public var points: [Point]
  /// What grows to the right.
  public var x: Paragraph
  /// What grows upwards.
  public var y: Paragraph
  /// Where the plane is cut, from left to right and from below.
  public var cut: (x: Double, y: Double) {
    get { (cutX, cutY) }
    set { (cutX, cutY) = newValue }
  }
  private var cutX: Double
  private var cutY: Double
  /// What the quarters are called.
  public var quadrants: Quadrants
  /// The scale of both.
  public var scale: Scale

  /// Makes a picture.
  public init(
    points: [Point], x: Paragraph, y: Paragraph, cut: (x: Double, y: Double), quadrants: Quadrants,
    scale: Scale = .linear
  ) {
    (self.points, self.x, self.y, self.quadrants, self.scale) = (points, x, y, quadrants, scale)
    (cutX, cutY) = cut
  }

  var data: FindingsTable {
    FindingsTable(
      "scatter", rows: points,
      .words("label") { $0.label }, .number("x") { $0.x }.headed(x), .number("y") { $0.y }.headed(y),
      .count("stands for") { $0.count })
  }
}
