public import KnowledgeNetworks

extension KnowledgeNetwork {
  func requireActors() throws(BuzzlineError) {
    try require(actorCount > 0, "The network has no actors, so nothing can spread.", .emptyNetwork)
  }

  func check(seeds: [Int]) throws(BuzzlineError) {
    try requireActors()
    try require(!seeds.isEmpty, "At least one actor must know at the start.", .invalidSeeds)
    try check(positions: seeds)
    var named: Set<Int> = []
    for seed in seeds {
      let id = actors[seed].id
      try require(
        named.insert(seed).inserted, "The actor '\(id)' is named twice at the start.", .invalidSeeds,
        at: Place(actor: id))
    }
  }

  func check(positions: [Int]) throws(BuzzlineError) {
    for position in positions {
      try require(
        actors.indices.contains(position),
        "There is no actor at position \(position); there are \(actorCount) actors.", .invalidSeeds)
    }
  }

  func check(rosterOf grouping: Grouping) throws(BuzzlineError) {
    try requireActors()
    try require(
      grouping.actorCount == actorCount,
      "There are \(actorCount) actors, but the groups by \(grouping.name) are of \(grouping.actorCount).")
  }

  /// The actors of these identifiers, in this order; an actor's name is taken too where only one actor is called so.
  ///
  /// - Throws: ``BuzzlineError`` if some are unknown; the sentence names all of them, each with the nearest identifiers.
  public func seeds(named words: [String]) throws(BuzzlineError) -> [Int] {
    let found = words.map { position(of: $0) ?? onlyActor(called: $0) }
    let unknown = zip(words, found).filter { $0.1 == nil }.map(\.0)
    guard let first = unknown.first else { return found.compactMap(\.self) }
    let ids = actors.map(\.id)
    try require(
      unknown.count > 1,
      "There is no actor '\(first)'." + suggestion(for: first, in: ids), .invalidSeeds, at: Place(actor: first))
    let listed = unknown.map { word in
      "'\(word)'" + (nearestNames(to: word, in: ids).first.map { " (did you mean '\($0)'?)" } ?? "")
    }
    throw BuzzlineError(
      .invalidSeeds, at: Place(actor: first),
      "\(unknown.count) actors are not in the network: \(listed.joined(separator: ", ")).")
  }

  private func onlyActor(called name: String) -> Int? {
    let bearers = actors.indices.filter { actors[$0].name == name }
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The actors of a kind, of which there must be some.
  ///
  /// - Throws: ``BuzzlineError`` if there are none; the sentence names the nearest kinds.
  public func seeds(of kind: ActorKind) throws(BuzzlineError) -> [Int] {
    let found = actors(of: kind)
    try require(
      !found.isEmpty,
      "No actor is of the kind '\(kind.rawValue)'."
        + suggestion(for: kind.rawValue, in: Set(actors.compactMap(\.kind?.rawValue)).sorted()), .unknownGroup)
    return found
  }
}
