extension KnowledgeNetwork {
  /// Every tie once, ascending by source, target, wave, topic and channel; where ties have no direction, with the lower
  /// position as source.
  ///
  /// - Complexity: O(*n* + *m*) for a full pass, no copy of the network.
  public var ties: some Sequence<Tie> {
    actors.indices.lazy.flatMap { source in
      outgoing.range(of: source).lazy
        .filter { isDirected || source < outgoing.partners[$0] }
        .flatMap { pair in ties(ofPair: pair, from: source) }
    }
  }

  /// The ties that make up a connected pair, by wave, topic and channel; none where the two are not connected.
  public func ties(from source: Int, to target: Int) -> [Tie] {
    outgoing.entry(of: target, inRowOf: source).map { ties(ofPair: $0, from: source) } ?? []
  }

  private func ties(ofPair pair: Int, from source: Int) -> [Tie] {
    let target = Int(outgoing.partners[pair])
    guard let layers else {
      return [Tie(source: source, target: target, weight: pairWeights?[pair] ?? 1)]
    }
    return (Int(layers.starts[pair])..<Int(layers.starts[pair + 1])).map { tie in
      Tie(
        source: source, target: target, weight: layers.weights[tie], topic: layers.topics[tie],
        channel: layers.channels[tie], wave: layers.waves[tie])
    }
  }

  /// The topics that occur, ascending.
  public var topics: [String] { layers?.topics.words ?? [] }
  /// The channels that occur, ascending.
  public var channels: [String] { layers?.channels.words ?? [] }
  /// The waves that occur, ascending.
  public var waves: [String] { layers?.waves.words ?? [] }
}
