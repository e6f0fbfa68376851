// A network never changes: each of these makes another one.

extension KnowledgeNetwork {
  /// The same network with further ties between its actors.
  ///
  /// - Throws: ``BuzzlineError`` if a tie joins an actor to itself or to a position that does not exist, or a weight is
  ///   not positive and finite.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties in all.
  public func adding(_ ties: some Sequence<Tie>) throws(BuzzlineError) -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: actors, ties: Array(self.ties) + Array(ties), isDirected: isDirected, weightMeaning: weightMeaning)
  }

  /// The same actors without the ties that satisfy a condition.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public func removing(_ isRemoved: (Tie) throws -> Bool) rethrows -> KnowledgeNetwork {
    try keeping { try !isRemoved($0) }
  }

  /// The actors and ties of both networks; actors are the same where their identifiers are, and described as here.
  ///
  /// A tie that both hold stands twice: weights of strength add up, of lengths the least counts. The roster is this
  /// one's, then the other's further actors in their order.
  ///
  /// - Throws: ``BuzzlineError`` if one network is directed and the other is not, or their weights mean different things.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties of both.
  public func union(_ other: KnowledgeNetwork) throws(BuzzlineError) -> KnowledgeNetwork {
    guard isDirected == other.isDirected, weightMeaning == other.weightMeaning else {
      throw BuzzlineError(
        .invalidOptions,
        "Two networks join only if both are directed or both are not, and if their weights mean the same.")
    }
    var roster = actors
    let positions = other.actors.map { actor in
      if let here = position(of: actor.id) { return here }
      roster.append(actor)
      return roster.count - 1
    }
    let theirs = other.ties.map { tie in
      var moved = tie
      (moved.source, moved.target) = (positions[tie.source], positions[tie.target])
      return moved
    }
    return try KnowledgeNetwork(
      actors: roster, ties: Array(ties) + theirs, isDirected: isDirected, weightMeaning: weightMeaning)
  }

  /// An actor, its partners in either direction, and all ties among them; the roster keeps its order.
  ///
  /// - Parameters:
  ///   - actor: The position of the ego.
  ///   - includingEgo: Whether the ego is in it, which comes to its partners' ties alone where not.
  /// - Complexity: O(*n* + *m*) time and space.
  public func egoNetwork(of actor: Int, includingEgo: Bool = true) -> KnowledgeNetwork {
    var kept = Set(receivers(of: actor)).union(givers(to: actor))
    if includingEgo { kept.insert(actor) }
    return induced(on: kept.sorted())
  }
}
