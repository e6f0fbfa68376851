public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Refuses a network without actors.
  package func requireActors() throws(DiffusionError) {
    guard actorCount > 0 else {
      throw DiffusionError(.emptyNetwork, "The network has no actors, so nothing can spread.")
    }
  }

  /// Refuses seeds that are none, not in the roster, or named twice.
  package func check(seeds: [Int]) throws(DiffusionError) {
    try requireActors()
    guard !seeds.isEmpty else { throw DiffusionError(.invalidSeeds, "At least one actor must know at the start.") }
    for seed in seeds where !actors.indices.contains(seed) {
      throw DiffusionError(.invalidSeeds, "There is no actor at position \(seed); there are \(actorCount) actors.")
    }
    var named: Set<Int> = []
    for seed in seeds where !named.insert(seed).inserted {
      throw DiffusionError(
        .invalidSeeds, at: Place(actor: actors[seed].id), "The actor '\(actors[seed].id)' is named twice at the start.")
    }
  }

  /// The actors of these identifiers, in this order.
  ///
  /// - Throws: ``DiffusionError`` if one is unknown; the sentence names the nearest ones.
  public func seeds(named ids: [String]) throws(DiffusionError) -> [Int] {
    var found: [Int] = []
    for id in ids {
      guard let position = position(of: id) else {
        throw DiffusionError(
          .invalidSeeds, at: Place(actor: id),
          "There is no actor '\(id)' to start from." + suggestion(for: id, in: actors.map(\.id)))
      }
      found.append(position)
    }
    return found
  }

  /// The actors of a kind, of which there must be some.
  ///
  /// - Throws: ``DiffusionError`` if there are none; the sentence names the nearest kinds.
  public func seeds(of kind: ActorKind) throws(DiffusionError) -> [Int] {
    let found = actors(of: kind)
    guard found.isEmpty else { return found }
    let known = Set(actors.compactMap(\.kind?.rawValue)).sorted()
    throw DiffusionError(
      .unknownGroup, "No actor is of the kind '\(kind.rawValue)'." + suggestion(for: kind.rawValue, in: known))
  }
}
