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
  private struct Stored: Codable {
    let actors: [NetworkActor]
    let ties: [Tie]
    let isDirected: Bool
    let weightMeaning: WeightMeaning
  }

  /// Reads a network.
  ///
  /// - Throws: `DecodingError`, or ``BuzzlineError`` if the ties do not fit the actors.
  public init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    try self.init(
      actors: stored.actors, ties: stored.ties, isDirected: stored.isDirected, weightMeaning: stored.weightMeaning)
  }

  /// Writes the actors, the ties by roster position, and what direction and weights mean.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public func encode(to encoder: any Encoder) throws {
    try Stored(actors: actors, ties: Array(ties), isDirected: isDirected, weightMeaning: weightMeaning)
      .encode(to: encoder)
  }
}
