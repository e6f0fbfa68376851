/// What a picture of a network shows: actors by group, local buzz and pipelines apart.
public struct NetworkPicture: Hashable, Sendable {
  /// An actor in the picture.
  public struct Spot: Hashable, Sendable {
    /// A position in the unit square; `nil` for an actor without ties, which is put below.
    public var point: Point?
    /// What it is called.
    public var label: String
    /// What shows when the pointer rests on it.
    public var detail: String
    /// The number of its group; `nil` where it has none.
    public var group: Int?
    /// How large it is drawn, from 0 to 1.
    public var size: Double

    /// Makes a spot.
    public init(point: Point?, label: String, detail: String, group: Int?, size: Double) {
      (self.point, self.label, self.detail, self.group, self.size) = (point, label, detail, group, size)
    }
  }

  /// A place in the unit square.
  public struct Point: Hashable, Sendable {
    /// From 0 at the left to 1.
    public var x: Double
    /// From 0 at the top to 1.
    public var y: Double

    /// Makes a place.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Where a tie leads.
  public enum Line: String, Hashable, Sendable, CaseIterable {
    /// It stays in a cluster.
    case buzz
    /// It leaves a cluster.
    case pipeline
    /// Nobody can say.
    case unknown
  }

  /// A tie in the picture.
  public struct Stroke: Hashable, Sendable {
    /// The spot of the giver.
    public var source: Int
    /// The spot of the receiver.
    public var target: Int
    /// Where it leads.
    public var line: Line

    /// Makes a stroke.
    public init(_ source: Int, _ target: Int, _ line: Line) {
      (self.source, self.target, self.line) = (source, target, line)
    }
  }

  /// Above this many ties arrowheads would hide the drawing.
  static let mostArrows = 1_000

  /// The actors.
  public var spots: [Spot]
  /// The ties.
  public var strokes: [Stroke]
  /// Whether ties have a direction.
  public var isDirected: Bool
  /// What the groups are called; a spot names its group by its place here.
  public var groups: [String]

  /// Makes a picture.
  public init(spots: [Spot], strokes: [Stroke], isDirected: Bool, groups: [String] = []) {
    (self.spots, self.strokes, self.isDirected, self.groups) = (spots, strokes, isDirected, groups)
  }

  /// Whether few enough ties are shown for each to be drawn on its own.
  public var hasSingleStrokes: Bool { strokes.count <= Self.mostArrows }

  /// Whether directions are shown.
  public var hasArrows: Bool { isDirected && hasSingleStrokes }
}
