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

extension Tie {
  /// The same tie between other actors.
  package func moved(from source: Int, to target: Int) -> Tie {
    var moved = self
    (moved.source, moved.target) = (source, target)
    return moved
  }
}

/// What the weights of a network say, declared once for the whole network.
public enum WeightMeaning: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nothing was declared: every connected pair counts as one.
  case none
  /// A larger weight is a stronger tie. Strengths, PageRank, eigenvector scores and structural holes use it;
  /// paths do not, for a strength is not a length.
  case strength
  /// A larger weight is a longer way. Betweenness, closeness and harmonic centrality use it; nothing else does.
  case distance

  /// What the ties of one connected pair weigh together: strengths add up, of lengths the least counts, since whoever
  /// looks for the shortest way takes it.
  ///
  /// The one place where weights of several ties become one; a tie that is listed from both its ends where ties have no
  /// direction is one of them.
  ///
  /// - Parameter weights: The weights of the pair's ties, in an order that does not depend on the input; at least one.
  public func combined(_ weights: some Sequence<Double>) -> Double {
    switch self {
    case .distance: weights.min() ?? .infinity
    case .none, .strength: weights.reduce(0, +)
    }
  }
}
