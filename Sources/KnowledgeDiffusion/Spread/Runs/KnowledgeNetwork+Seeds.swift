public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Refuses a network without actors.
  func requireActors() throws(BuzzlineError) {
    guard actorCount > 0 else {
      throw BuzzlineError(.emptyNetwork, "The network has no actors, so nothing can spread.")
    }
  }

  /// Refuses seeds that are none, not in the roster, or named twice.
  func check(seeds: [Int]) throws(BuzzlineError) {
    try requireActors()
    guard !seeds.isEmpty else { throw BuzzlineError(.invalidSeeds, "At least one actor must know at the start.") }
    try check(positions: seeds)
    var named: Set<Int> = []
    for seed in seeds where !named.insert(seed).inserted {
      throw BuzzlineError(
        .invalidSeeds, at: Place(actor: actors[seed].id), "The actor '\(actors[seed].id)' is named twice at the start.")
    }
  }

  /// Refuses positions that are not in the roster.
  func check(positions: [Int]) throws(BuzzlineError) {
    for position in positions where !actors.indices.contains(position) {
      throw BuzzlineError(.invalidSeeds, "There is no actor at position \(position); there are \(actorCount) actors.")
    }
  }

  /// Refuses groups of another roster.
  func check(rosterOf grouping: Grouping) throws(BuzzlineError) {
    try requireActors()
    guard grouping.actorCount == actorCount else {
      throw BuzzlineError(
        .invalidOptions,
        "There are \(actorCount) actors, but the groups by \(grouping.name) are of \(grouping.actorCount).")
    }
  }

  /// The actors of these identifiers, in this order; an actor's name is taken too where only one actor is called so.
  ///
  /// - Throws: ``BuzzlineError`` if some are unknown; the sentence names all of them, each with the nearest identifiers.
  public func seeds(named words: [String]) throws(BuzzlineError) -> [Int] {
    let found = words.map { position(of: $0) ?? onlyActor(called: $0) }
    let unknown = zip(words, found).filter { $0.1 == nil }.map(\.0)
    guard let first = unknown.first else { return found.compactMap(\.self) }
    let ids = actors.map(\.id)
    guard unknown.count > 1 else {
      throw BuzzlineError(
        .invalidSeeds, at: Place(actor: first), "There is no actor '\(first)'." + suggestion(for: first, in: ids))
    }
    let listed = unknown.map { word in
      "'\(word)'" + (nearestNames(to: word, in: ids).first.map { " (did you mean '\($0)'?)" } ?? "")
    }
    throw BuzzlineError(
      .invalidSeeds, at: Place(actor: first),
      "\(unknown.count) actors are not in the network: \(listed.joined(separator: ", ")).")
  }

  /// The actor of a name that no other bears.
  private func onlyActor(called name: String) -> Int? {
    let bearers = actors.indices.filter { actors[$0].name == name }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The actors of a kind, of which there must be some.
  ///
  /// - Throws: ``BuzzlineError`` if there are none; the sentence names the nearest kinds.
  public func seeds(of kind: ActorKind) throws(BuzzlineError) -> [Int] {
    let found = actors(of: kind)
    guard found.isEmpty else { return found }
    let known = Set(actors.compactMap(\.kind?.rawValue)).sorted()
    throw BuzzlineError(
      .unknownGroup, "No actor is of the kind '\(kind.rawValue)'." + suggestion(for: kind.rawValue, in: known))
  }
}
