extension KnowledgeNetwork {
  /// Makes a network.
  ///
  /// The order of the ties is without effect. Ties that agree in everything but weight stay two ties of one
  /// connected pair.
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
    // The ties are gone through twice, which a sequence need not bear; of an array this makes no copy.
    let ties = Array(ties)
    try Self.checkLimits(actors: actors.count, ties: 0)
    let index = try ActorIndex(of: actors, workers: .all.uncancelled)
    let words = try LayerWords(of: ties, among: actors)
    var records: [TieRecord] = []
    records.reserveCapacity(ties.underestimatedCount * (isDirected ? 1 : 2))
    for tie in ties {
      let record = words.record(of: tie)
      records.append(record)
      if !isDirected { records.append(record.turned) }
    }
    try Self.checkLimits(actors: actors.count, ties: records.count)
    TieRecord.order(&records, actors: actors.count)
    try self.init(
      actors: actors, index: index, isDirected: isDirected, weightMeaning: weightMeaning,
      sorted: records, words: words)
  }

  private init(
    actors: [NetworkActor], index: ActorIndex, isDirected: Bool, weightMeaning: WeightMeaning,
    sorted records: [TieRecord], words: LayerWords
  ) throws(BuzzlineError) {
    var pairStarts: [UInt32] = []
    for position in records.indices
    where position == 0 || !records[position].joinsSamePair(as: records[position - 1]) {
      pairStarts.append(UInt32(position))
    }
    let weights = pairStarts.indices.map { pair in
      let end = pair + 1 < pairStarts.count ? Int(pairStarts[pair + 1]) : records.count
      return weightMeaning.combined(records[Int(pairStarts[pair])..<end].lazy.map(\.weight))
    }
    let sources = pairStarts.lazy.map { records[Int($0)].source }
    let outgoing = CompressedRows(
      starts: CompressedRows.starts(counting: sources, actors: actors.count),
      partners: pairStarts.map { records[Int($0)].target })
    self.actors = actors
    self.isDirected = isDirected
    self.weightMeaning = weightMeaning
    self.outgoing = outgoing
    let areLayered = words.areStated || pairStarts.count < records.count
    let (incoming, origins) = outgoing.mirrored()
    self.incoming = incoming
    pairWeights = weights.allSatisfy { $0 == 1 } ? nil : weights
    incomingPairs = pairWeights == nil && !areLayered ? nil : origins
    layers = areLayered ? words.layers(of: records, pairStarts: pairStarts) : nil
    self.index = index
    places = try ActorPlaces(of: actors, workers: .all.uncancelled)
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
