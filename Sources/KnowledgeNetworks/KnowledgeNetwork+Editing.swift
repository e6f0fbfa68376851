// A network never changes: each of these makes another one.

extension KnowledgeNetwork {
  /// The part of the network that matches every condition given; a condition left out takes all.
  ///
  /// Conditions on actors (`kinds`, `clusters`) keep those actors and the ties among them. Conditions on ties (`scopes`,
  /// `topics`, `channels`, `waves`) keep every actor. A tie that does not state its topic matches no set of topics; so
  /// with channel and wave. What actors state as counts has a range but neither topic nor channel, and is cut alike.
  ///
  /// - Complexity: O(*n* + *m* log *m*) time and O(*n* + *m*) space.
  public func slice(
    kinds: Set<ActorKind>? = nil, clusters: Set<Cluster>? = nil, scopes: Set<TieScope>? = nil,
    topics: Set<String>? = nil, channels: Set<String>? = nil, waves: Set<String>? = nil
  ) -> KnowledgeNetwork {
    let kept = actors.indices.filter {
      Self.matches(actors[$0].kind, kinds) && Self.matches(actors[$0].cluster, clusters)
    }
    let base = kept.count == actors.count ? self : induced(on: kept)
    guard scopes != nil || topics != nil || channels != nil || waves != nil else { return base }
    let inside = base.ties.filter { tie in
      Self.matches(base.scope(between: tie.source, and: tie.target), scopes) && Self.matches(tie.topic, topics)
        && Self.matches(tie.channel, channels) && Self.matches(tie.wave, waves)
    }
    let isOfLayers = topics != nil || channels != nil
    return rebuilt(actors: base.actors.map { $0.inPart(scopes: scopes, isOfLayers: isOfLayers) }, ties: inside)
  }

  /// The same actors with only the ties that satisfy a condition.
  public func keeping(_ isKept: (Tie) throws -> Bool) rethrows -> KnowledgeNetwork {
    rebuilt(actors: actors, ties: try ties.filter(isKept))
  }

  /// The same actors without the ties that satisfy a condition.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public func removing(_ isRemoved: (Tie) throws -> Bool) rethrows -> KnowledgeNetwork {
    try keeping { try !isRemoved($0) }
  }

  /// The same network with further ties between its actors.
  ///
  /// - Throws: ``BuzzlineError`` if a tie joins an actor to itself or to a position that does not exist, or a weight is
  ///   not positive and finite.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties in all.
  public func adding(_ ties: some Sequence<Tie>) throws(BuzzlineError) -> KnowledgeNetwork {
    try with(actors: actors, ties: Array(self.ties) + Array(ties))
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
    let theirs = other.ties.map { $0.moved(from: positions[$0.source], to: positions[$0.target]) }
    return try with(actors: roster, ties: Array(ties) + theirs)
  }

  /// Some of the actors, in the order given, and the ties among them.
  ///
  /// - Precondition: the positions are in the roster and differ.
  public func induced(on kept: [Int]) -> KnowledgeNetwork {
    var newPositions = [Int?](repeating: nil, count: actors.count)
    for (new, old) in kept.enumerated() {
      precondition(newPositions[old] == nil, "an actor is named twice")
      newPositions[old] = new
    }
    let inside = ties.compactMap { tie -> Tie? in
      guard let source = newPositions[tie.source], let target = newPositions[tie.target] else { return nil }
      return tie.moved(from: source, to: target)
    }
    return rebuilt(actors: kept.map { actors[$0] }, ties: inside)
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

  /// The same network with every tie reversed; what actors state as counts is no tie and stays as it is.
  public func reversed() -> KnowledgeNetwork {
    rebuilt(actors: actors, ties: ties.map { $0.moved(from: $0.target, to: $0.source) })
  }

  /// Actors and ties with what direction and weights mean here.
  private func with(actors: [NetworkActor], ties: [Tie]) throws(BuzzlineError) -> KnowledgeNetwork {
    try KnowledgeNetwork(actors: actors, ties: ties, isDirected: isDirected, weightMeaning: weightMeaning)
  }

  /// Builds from parts of this network, which cannot fail since they were checked when it was made.
  private func rebuilt(actors: [NetworkActor], ties: [Tie]) -> KnowledgeNetwork {
    do {
      return try with(actors: actors, ties: ties)
    } catch {
      preconditionFailure("a part of a valid network is valid: \(error)")
    }
  }

  private static func matches<Value>(_ value: @autoclosure () -> Value?, _ allowed: Set<Value>?) -> Bool {
    guard let allowed else { return true }
    return value().map(allowed.contains) ?? false
  }
}
