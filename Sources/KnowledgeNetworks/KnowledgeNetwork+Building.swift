extension KnowledgeNetwork {
  /// Makes a network.
  ///
  /// The order of the ties is without effect. Ties that differ in weight alone stay two ties of one connected pair.
  ///
  /// - Parameters:
  ///   - actors: The roster; its order is the order of all scores.
  ///   - ties: Ties between roster positions.
  ///   - isDirected: Whether knowledge went only from source to target.
  ///   - weightMeaning: What the weights say.
  /// - Throws: ``BuzzlineError`` if an identifier occurs twice, a tie joins an actor to itself or to a position that
  ///   does not exist, a weight is not positive and finite, or there are more actors or ties than 32 bits can number.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties, of which no pair holds very many.
  public init(
    actors: [NetworkActor], ties: some Sequence<Tie>, isDirected: Bool = true, weightMeaning: WeightMeaning = .none
  ) throws(BuzzlineError) {
    // The ties are gone through several times, which a sequence need not bear; of an array this makes no copy.
    let ties = Array(ties)
    try Self.checkLimits(actors: actors.count, ties: ties.count * (isDirected ? 1 : 2))
    let index = try ActorIndex(of: actors, workers: .all.uncancelled)
    for tie in ties { try tie.check(among: actors) }
    let topics = LayerWords(of: ties.lazy.map(\.topic))
    let channels = LayerWords(of: ties.lazy.map(\.channel))
    let waves = LayerWords(of: ties.lazy.map(\.wave))
    var records = ties.map { tie in
      TieRecord(
        source: UInt32(tie.source), target: UInt32(tie.target), wave: waves[tie.wave], topic: topics[tie.topic],
        channel: channels[tie.channel], weight: tie.weight)
    }
    if !isDirected { records += records.map(\.reversed) }
    TieRecord.order(&records, actors: actors.count)
    let starts = CompressedRows.starts(counting: records.lazy.map(\.source), actors: actors.count)
    try self.init(
      actors: actors, index: index, rows: CompressedRows(starts: starts, partners: records.map(\.target)),
      layers: TieLayers(
        weights: records.map(\.weight), topics: topics.column(records.map(\.topic)),
        channels: channels.column(records.map(\.channel)), waves: waves.column(records.map(\.wave))),
      isDirected: isDirected, weightMeaning: weightMeaning, workers: .all.uncancelled)
  }

  /// Makes the network that the same ties, each of weight 1, make one by one.
  ///
  /// - Parameter sorted: The ties in rows, where somebody put them so before.
  /// - Throws: ``BuzzlineError`` as the other initializer does, and if the task was cancelled.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties, but for long rows in no order.
  package init(
    actors: [NetworkActor], ties: PlainTies, sorted: SortedPairs? = nil, isDirected: Bool = true,
    weightMeaning: WeightMeaning = .none, workers: Workers = .all
  ) throws(BuzzlineError) {
    try Self.checkLimits(actors: actors.count, ties: ties.count * (isDirected ? 1 : 2))
    let index = try ActorIndex(of: actors, workers: workers)
    if let invalid = try ties.firstInvalid(actors: actors.count, workers: workers) {
      try ties[invalid].check(among: actors)
    }
    let known = isDirected && sorted?.rows.starts.count == actors.count + 1 ? sorted : nil
    let sorted =
      if let known { known } else {
        try (isDirected ? ties : ties.bothWays).sorted(actors: actors.count, workers: workers)
      }
    try self.init(
      actors: actors, index: index, rows: sorted.rows,
      layers: sorted.repeatCount > 0 ? TieLayers(ofPlainTies: sorted.rows.partners.count) : nil,
      isDirected: isDirected, weightMeaning: weightMeaning, workers: workers)
  }

  /// Makes a network of checked ties in ascending rows, where a pair stands as often as it has ties.
  ///
  /// - Parameter ties: What each tie says; `nil` where all weigh 1, say nothing and are alone.
  private init(
    actors: [NetworkActor], index: ActorIndex, rows: CompressedRows, layers ties: TieLayers?, isDirected: Bool,
    weightMeaning: WeightMeaning, workers: Workers
  ) throws(BuzzlineError) {
    if var ties {
      let (pairs, starts) = rows.joiningRepeats()
      ties.starts = starts
      let weights = pairs.partners.indices.map { weightMeaning.combined(ties.weights[ties.ties(ofPair: $0)]) }
      let isWeighted = weights.contains { $0 != 1 }
      let mirror = pairs.mirrored()
      (outgoing, incoming) = (pairs, isDirected ? mirror.rows : pairs)
      (pairWeights, incomingPairs) = isWeighted ? (weights, mirror.origins) : (nil, nil)
      layers = ties.areStated || pairs.partners.count < rows.partners.count ? ties : nil
    } else {
      (outgoing, incoming) = (rows, isDirected ? try rows.reversed(workers: workers) : rows)
      (pairWeights, incomingPairs, layers) = (nil, nil, nil)
    }
    self.actors = actors
    self.index = index
    self.isDirected = isDirected
    self.weightMeaning = weightMeaning
    places = try ActorPlaces(of: actors, workers: workers)
  }

  /// Refuses what 32-bit positions cannot number.
  static func checkLimits(actors: Int, ties: Int) throws(BuzzlineError) {
    let limit = Int(UInt32.max)
    guard actors <= limit, ties <= limit else {
      throw BuzzlineError(
        .tooLarge, "A network holds at most \(limit) actors and as many ties; here are \(actors) and \(ties).")
    }
  }
}

extension Tie {
  /// Refuses a tie that joins an actor to itself or to a position without one, or whose weight is no positive number.
  fileprivate func check(among actors: [NetworkActor]) throws(BuzzlineError) {
    for end in [source, target] where !actors.indices.contains(end) {
      throw BuzzlineError(
        .actorOutOfRange, "A tie names actor number \(end), but the roster has \(actors.count) actors.")
    }
    guard source != target else {
      throw BuzzlineError(
        .selfTie, at: Place(actor: actors[source].id),
        "'\(actors[source].id)' is tied to itself; knowledge moves between two actors.")
    }
    guard weight.isFinite, weight > 0 else {
      throw BuzzlineError(
        .invalidWeight, at: Place(actor: actors[source].id),
        "The tie from '\(actors[source].id)' to '\(actors[target].id)' weighs \(weight); "
          + "a weight is a positive number.")
    }
  }
}

extension KnowledgeNetwork {
  /// Makes a network from ties between identifiers; the roster is everyone they name, in natural order.
  ///
  /// Isolates are in no tie; whoever has them gives the roster to ``init(actors:ties:isDirected:weightMeaning:)``.
  /// The order of the ties is without effect.
  ///
  /// - Parameters:
  ///   - ties: Who gave knowledge to whom, and the weight of the tie: positive and finite.
  ///   - isDirected: Whether knowledge went only from the first to the second.
  ///   - weightMeaning: What the weights say.
  /// - Throws: ``BuzzlineError`` if a tie joins an actor to itself, a weight is not positive and finite, or there are
  ///   more actors or ties than 32 bits can number.
  /// - Complexity: O(*m* log *m*) time and O(*m*) space for *m* ties.
  public init(
    ties: some Sequence<(from: String, to: String, weight: Double)>, isDirected: Bool = true,
    weightMeaning: WeightMeaning = .strength
  ) throws(BuzzlineError) {
    let ties = Array(ties)
    let ids = Set(ties.lazy.flatMap { [$0.from, $0.to] }).sorted { NaturalOrder.precedes($0, $1) }
    let positions = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    let placed = ties.compactMap { tie -> Tie? in
      guard let source = positions[tie.from], let target = positions[tie.to] else { return nil }
      return Tie(source: source, target: target, weight: tie.weight)
    }
    try self.init(
      actors: ids.map { NetworkActor(id: $0) }, ties: placed, isDirected: isDirected, weightMeaning: weightMeaning)
  }

  /// Makes a network from ties of weight 1 between identifiers; the roster is everyone they name, in natural order.
  ///
  /// - Throws: ``BuzzlineError`` as the initializer with weights does.
  /// - Complexity: O(*m* log *m*) time and O(*m*) space for *m* ties.
  public init(ties: some Sequence<(from: String, to: String)>, isDirected: Bool = true) throws(BuzzlineError) {
    try self.init(
      ties: ties.map { (from: $0.from, to: $0.to, weight: 1) }, isDirected: isDirected, weightMeaning: .none)
  }

  /// The actor of an identifier; `nil` if nobody carries it.
  ///
  /// - Complexity: O(log *n*) for *n* actors.
  public subscript(id: String) -> NetworkActor? { position(of: id).map { actors[$0] } }
}
