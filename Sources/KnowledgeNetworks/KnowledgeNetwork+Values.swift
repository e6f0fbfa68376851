extension KnowledgeNetwork: CustomStringConvertible {
  /// Its size in words, such as `10 actors, 49 ties`.
  public var description: String {
    "\(actorCount) \(actorCount == 1 ? "actor" : "actors"), \(tieCount) \(tieCount == 1 ? "tie" : "ties")"
      + (isDirected ? "" : " without direction")
  }
}

extension KnowledgeNetwork: Equatable {
  /// Whether both have the same actors in the same order, the same ties, and mean the same by direction and weights.
  ///
  /// - Complexity: O(*n* + *m*) time.
  public static func == (left: KnowledgeNetwork, right: KnowledgeNetwork) -> Bool {
    left.isDirected == right.isDirected && left.weightMeaning == right.weightMeaning && left.tieCount == right.tieCount
      && left.actors == right.actors && left.ties.elementsEqual(right.ties)
  }
}

extension KnowledgeNetwork: Codable {
  private enum CodingKeys: String, CodingKey { case actors, ties, isDirected, weightMeaning }

  /// Reads a network.
  ///
  /// - Throws: `DecodingError`, or ``BuzzlineError`` if the ties do not fit the actors.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      actors: try container.decode([NetworkActor].self, forKey: .actors),
      ties: try container.decode([Tie].self, forKey: .ties),
      isDirected: try container.decode(Bool.self, forKey: .isDirected),
      weightMeaning: try container.decode(WeightMeaning.self, forKey: .weightMeaning))
  }

  /// Writes the actors, the ties by roster position, and what direction and weights mean.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(actors, forKey: .actors)
    try container.encode(Array(ties), forKey: .ties)
    try container.encode(isDirected, forKey: .isDirected)
    try container.encode(weightMeaning, forKey: .weightMeaning)
  }
}
