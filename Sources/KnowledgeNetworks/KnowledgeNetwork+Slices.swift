extension KnowledgeNetwork {
  /// The part of the network that matches every condition given; a condition left out takes all.
  ///
  /// Conditions on actors (`kinds`, `clusters`) keep those actors and the ties among them. Conditions on ties (`scopes`,
  /// `topics`, `channels`, `waves`) keep every actor. A tie that does not state its topic matches no set of topics; so
  /// with channel and wave.
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
    return base.keeping { tie in
      (scopes?.contains(base.scope(between: tie.source, and: tie.target)) ?? true)
        && Self.matches(tie.topic, topics) && Self.matches(tie.channel, channels)
        && Self.matches(tie.wave, waves)
    }
  }

  /// The same actors with only the ties that satisfy a condition.
  public func keeping(_ isKept: (Tie) throws -> Bool) rethrows -> KnowledgeNetwork {
    rebuilt(actors: actors, ties: try ties.filter(isKept))
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
      var moved = tie
      (moved.source, moved.target) = (source, target)
      return moved
    }
    return rebuilt(actors: kept.map { actors[$0] }, ties: inside)
  }

  /// The same network with every tie turned round.
  public func reversed() -> KnowledgeNetwork {
    rebuilt(
      actors: actors,
      ties: ties.map { tie in
        var turned = tie
        (turned.source, turned.target) = (tie.target, tie.source)
        return turned
      })
  }

  /// Builds from parts of this network, which cannot fail since they were checked when it was made.
  private func rebuilt(actors: [NetworkActor], ties: [Tie]) -> KnowledgeNetwork {
    do {
      return try KnowledgeNetwork(
        actors: actors, ties: ties, isDirected: isDirected, weightMeaning: weightMeaning)
    } catch {
      preconditionFailure("a part of a valid network is valid: \(error)")
    }
  }

  private static func matches<Value>(_ value: Value?, _ allowed: Set<Value>?) -> Bool {
    guard let allowed else { return true }
    return value.map(allowed.contains) ?? false
  }
}
