/// What a picture of a network shows: actors by group, clusters as discs, local buzz and pipelines apart.
///
/// Lengths are in units of which ``width`` and ``height`` count the whole; two marks stand about one apart.
public struct NetworkPicture: Hashable, Sendable {
  /// An actor in the picture.
  public struct Spot: Hashable, Sendable {
    /// Where it stands; `nil` for an actor without ties, which is boxed below.
    public var point: Point?
    /// Its identifier, which links to it end in.
    public var id: String
    /// What it is called.
    public var label: String
    /// What shows when the pointer rests on it.
    public var detail: Paragraph
    /// The number of its group; `nil` where it has none.
    public var group: Int?
    /// The number of its cluster among the hulls; `nil` where it stands in none.
    public var hull: Int?
    /// How large it is drawn, from 0 to 1.
    public var size: Double
    /// Whether it stands on the rim of its cluster, tied inside and outside.
    public var isGatekeeper: Bool
    /// The waves to which it does not belong, by their place in ``NetworkPicture/waves``.
    public var absentIn: [Int]

    /// Makes a spot.
    public init(
      point: Point?, id: String = "", label: String, detail: Paragraph, group: Int?, hull: Int? = nil, size: Double,
      isGatekeeper: Bool = false, absentIn: [Int] = []
    ) {
      (self.point, self.id, self.label, self.detail) = (point, id, label, detail)
      (self.group, self.hull, self.size) = (group, hull, size)
      (self.isGatekeeper, self.absentIn) = (isGatekeeper, absentIn)
    }
  }

  /// A place in the picture.
  public struct Point: Hashable, Sendable {
    /// From 0 at the left.
    public var x: Double
    /// From 0 at the top.
    public var y: Double

    /// Makes a place.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// The disc in which the actors of a cluster stand.
  public struct Hull: Hashable, Sendable {
    /// What the cluster is called.
    public var name: Paragraph
    /// Its middle.
    public var center: Point
    /// How far it reaches.
    public var radius: Double
    /// How many actors stand in it.
    public var count: Int

    /// Makes a hull.
    public init(name: Paragraph, center: Point, radius: Double, count: Int) {
      (self.name, self.center, self.radius, self.count) = (name, center, radius, count)
    }
  }

  /// The connected pairs that lead from one hull to another.
  public typealias Bundle = PictureLink<Int>

  /// Where a tie leads.
  public enum Line: String, Hashable, Sendable, CaseIterable {
    /// It stays in a cluster.
    case buzz
    /// It leaves a cluster.
    case pipeline
    /// Nobody can say.
    case unknown
  }

  /// One tie of a connected pair, each number being a place among the words of the picture; `nil` where not stated.
  public struct Strand: Hashable, Sendable {
    /// What the knowledge was about.
    public var topic: Int?
    /// How it travelled.
    public var channel: Int?
    /// When it was seen.
    public var wave: Int?
    /// What it rests on.
    public var evidence: Int?

    /// Makes a strand.
    public init(topic: Int? = nil, channel: Int? = nil, wave: Int? = nil, evidence: Int? = nil) {
      (self.topic, self.channel, self.wave, self.evidence) = (topic, channel, wave, evidence)
    }
  }

  /// A connected pair in the picture.
  public struct Stroke: Hashable, Sendable {
    /// The spot of the giver.
    public var source: Int
    /// The spot of the receiver.
    public var target: Int
    /// Where it leads.
    public var line: Line
    /// The ties it is made of; empty where nothing is stated of them.
    public var strands: [Strand]

    /// Makes a stroke.
    public init(_ source: Int, _ target: Int, _ line: Line, strands: [Strand] = []) {
      (self.source, self.target, self.line, self.strands) = (source, target, line, strands)
    }
  }

  /// What is shown of an actor when it is chosen.
  public struct Card: Hashable, Sendable {
    /// One thing that is said.
    public struct Line: Hashable, Sendable {
      /// What it is about.
      public var label: Paragraph
      /// What is said.
      public var text: Paragraph

      /// Makes a line.
      public init(label: Paragraph, text: Paragraph) { (self.label, self.text) = (label, text) }
    }

    /// What is said, in order.
    public var lines: [Line]

    /// Makes a card.
    public init(lines: [Line]) { self.lines = lines }
  }

  /// Above this many ties arrowheads would hide the drawing.
  static let mostArrows = 1_000
  /// Above this many actors clusters are drawn in their place, and opened one by one.
  static let mostActors = 2_000
  /// Above so many curves between clusters only bundles are drawn, and of them the largest.
  package static let (mostCurves, mostBundles) = (1_200, 150)
  /// Above so many actors or connected pairs a page holds clusters alone.
  static let mostStored = (actors: 25_000, pairs: 250_000)

  /// The actors; none where the picture is of clusters alone.
  public var spots: [Spot]
  /// The connected pairs.
  public var strokes: [Stroke]
  /// Whether ties have a direction.
  public var isDirected: Bool
  /// What the groups are called; a spot names its group by its place here.
  public var groups: [Paragraph]
  /// The clusters.
  public var hulls: [Hull] = []
  /// How many connected pairs lead from cluster to cluster in the wave shown.
  public var bundles: [Bundle] = []
  /// How wide the picture is.
  public var width = 1.0
  /// How high the picture is.
  public var height = 1.0
  /// The topics that strands name.
  public var topics: [String] = []
  /// The channels that strands name.
  public var channels: [String] = []
  /// The waves that strands name.
  public var waves: [String] = []
  /// What ties rest on, in words.
  public var evidence: [Paragraph] = []
  /// The wave that is shown where a reader cannot choose; `nil` for all of them.
  public var shownWave: Int?
  /// What is shown of each actor, in the order of the spots; empty where nothing is.
  public var cards: [Card] = []

  /// Makes a picture.
  public init(spots: [Spot], strokes: [Stroke], isDirected: Bool, groups: [Paragraph] = []) {
    (self.spots, self.strokes, self.isDirected, self.groups) = (spots, strokes, isDirected, groups)
  }

  /// The connected pairs of the wave that is shown.
  package var shownStrokes: [Stroke] {
    guard let shownWave else { return strokes }
    return strokes.filter { $0.strands.isEmpty || $0.strands.contains { $0.wave == nil || $0.wave == shownWave } }
  }

  /// Whether clusters stand in the place of their actors.
  package var isFolded: Bool { hulls.count > 1 && (spots.isEmpty || spots.count > Self.mostActors) }

  /// Whether pairs of actors in different clusters are drawn as one curve a pair of clusters.
  package var isBundled: Bool { isFolded || bundles.reduce(0) { $0 + $1.count } > Self.mostCurves }

  /// The bundles that are drawn, the largest first.
  package var shownBundles: [Bundle] {
    Array(
      bundles.sorted { ($1.count, $0.source, $0.target) < ($0.count, $1.source, $1.target) }.prefix(Self.mostBundles))
  }

  /// Whether few enough ties are shown for each to be drawn on its own.
  package var hasSingleStrokes: Bool { shownStrokes.count <= Self.mostArrows }

  /// Whether directions are shown.
  package var hasArrows: Bool { isDirected && hasSingleStrokes && !isBundled }
}
