extension KnowledgeNetwork {
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
      try LayerWords.check(ties[invalid], among: actors)
    }
    let known = isDirected && sorted?.rows.starts.count == actors.count + 1 ? sorted : nil
    let sorted =
      if let known { known } else {
        try (isDirected ? ties : ties.bothWays).sorted(actors: actors.count, workers: workers)
      }
    let pairs = ConnectedPairs(of: sorted, weightMeaning)
    incoming = isDirected ? try pairs.rows.reversed(workers: workers) : pairs.rows
    self.actors = actors
    self.isDirected = isDirected
    self.weightMeaning = weightMeaning
    outgoing = pairs.rows
    incomingPairs = pairs.weights == nil ? nil : outgoing.mirrored().origins
    pairWeights = pairs.weights
    layers = pairs.layers
    self.index = index
    places = try ActorPlaces(of: actors, workers: workers)
  }
}

/// Rows in which every pair stands once, and what was behind the ones that stood there several times.
private struct ConnectedPairs {
  let rows: CompressedRows
  /// What the ties of each pair weigh together; `nil` where all weigh 1.
  let weights: [Double]?
  let layers: TieLayers?

  init(of sorted: SortedPairs, _ weightMeaning: WeightMeaning) {
    let rows = sorted.rows
    guard sorted.repeatCount > 0 else {
      (self.rows, weights, layers) = (rows, nil, nil)
      return
    }
    var (starts, partners, firstTies) = ([UInt32(0)], [UInt32](), [UInt32]())
    for actor in 0..<rows.starts.count - 1 {
      var previous: UInt32?
      for tie in rows.starts[actor]..<rows.starts[actor + 1] where rows.partners[Int(tie)] != previous {
        previous = rows.partners[Int(tie)]
        partners.append(rows.partners[Int(tie)])
        firstTies.append(tie)
      }
      starts.append(UInt32(partners.count))
    }
    firstTies.append(UInt32(rows.partners.count))
    self.rows = CompressedRows(starts: starts, partners: partners)
    let together = partners.indices.map { pair in
      weightMeaning.combined(repeatElement(1, count: Int(firstTies[pair + 1] - firstTies[pair])))
    }
    weights = together.allSatisfy { $0 == 1 } ? nil : together
    let unstated = LayerColumn(words: [], codes: [UInt32](repeating: 0, count: rows.partners.count))
    layers = TieLayers(
      starts: firstTies, weights: [Double](repeating: 1, count: rows.partners.count), topics: unstated,
      channels: unstated, waves: unstated)
  }
}
