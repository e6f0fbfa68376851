/// Knowledge went from one actor to another, on a topic, through a channel, as one survey wave saw it.
///
/// Several ties may join the same two actors, one a topic, channel and wave; most measures look at the
/// *connected pair* they make together, which weighs what ``WeightMeaning/combined(_:)`` makes of their weights.
public struct Tie: Hashable, Codable, Sendable {
  /// The giver's position in the roster.
  public var source: Int
  /// The receiver's position in the roster.
  public var target: Int
  /// The weight as given; what it says is declared once, by ``KnowledgeNetwork/weightMeaning``.
  public var weight: Double
  /// What the knowledge was about, where it was asked.
  public var topic: String?
  /// How it travelled, where it was asked.
  public var channel: String?
  /// The survey wave that saw it.
  public var wave: String?

  /// Makes a tie between two roster positions.
  public init(
    source: Int, target: Int, weight: Double = 1, topic: String? = nil, channel: String? = nil,
    wave: String? = nil
  ) {
    self.source = source
    self.target = target
    self.weight = weight
    self.topic = topic
    self.channel = channel
    self.wave = wave
  }
}
