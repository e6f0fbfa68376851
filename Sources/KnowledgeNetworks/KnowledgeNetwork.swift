/// Actors and the ties along which knowledge went, from source to target; a value that never changes.
///
/// Ties between the same two actors (one a topic, channel or wave) make one **connected pair**. Partners, degrees and
/// paths count connected pairs; ``ties`` lists every tie. Rows are compressed in both directions with 32-bit
/// positions: ``receivers(of:)`` and ``givers(to:)`` are views, not copies. In an undirected network each tie counts
/// both ways, so both rows of an actor are equal.
///
/// A pair that nobody could report on is *unobserved*, not absent; the reconciliation counts such pairs.
public struct KnowledgeNetwork: Sendable {
  /// The roster: every actor, in the order given.
  public let actors: [NetworkActor]
  /// Whether source and target of a tie differ in role.
  public let isDirected: Bool
  /// What the weights say.
  public let weightMeaning: WeightMeaning

  @usableFromInline package let outgoing: CompressedRows
  @usableFromInline package let incoming: CompressedRows
  /// For each incoming entry, the connected pair it belongs to; `nil` where no pair weighs other than 1.
  package let incomingPairs: [UInt32]?
  /// The weight of each connected pair; `nil` where all are 1.
  package let pairWeights: [Double]?
  let layers: TieLayers?
  let index: ActorIndex
  let places: ActorPlaces

  /// The number of actors.
  public var actorCount: Int { actors.count }
  /// The number of ordered pairs joined by a tie, or of unordered ones where ties have no direction.
  public var pairCount: Int { isDirected ? outgoing.partners.count : outgoing.partners.count / 2 }
  /// The number of ties: as many as connected pairs, or more where pairs are tied on several topics or waves.
  public var tieCount: Int {
    let ties = layers?.weights.count ?? outgoing.partners.count
    return isDirected ? ties : ties / 2
  }
  /// The number of members: actors that are studied, not merely named.
  ///
  /// - Complexity: O(*n*).
  public var memberCount: Int { actors.count(where: \.isMember) }
  /// The number of connected pairs of two members.
  ///
  /// - Complexity: O(*n*), or O(*n* + *m*) where there are outsiders.
  public var memberPairCount: Int {
    guard memberCount < actorCount else { return pairCount }
    return pairs.count { actors[$0.source].isMember && actors[$0.target].isMember }
  }
  /// Whether any connected pair weighs other than 1.
  public var isWeighted: Bool { pairWeights != nil }
  /// Whether any tie weighs other than 1; several ties of weight 1 make a pair that weighs more, and nobody gave weights.
  package var hasTieWeights: Bool { layers.map { $0.weights.contains { $0 != 1 } } ?? isWeighted }

  /// Where an actor stands in the roster.
  ///
  /// - Complexity: O(log *n*) for *n* actors.
  public func position(of id: String) -> Int? { index.position(of: id, among: actors) }

  /// The roster positions of all actors of a kind, ascending.
  ///
  /// - Complexity: O(*n*).
  public func actors(of kind: ActorKind) -> [Int] { actors.indices.filter { actors[$0].kind == kind } }
}

extension KnowledgeNetwork {
  /// The actors this one gave knowledge to.
  @inlinable public func receivers(of actor: Int) -> ActorRow { ActorRow(outgoing, of: actor) }
  /// The actors that gave knowledge to this one.
  @inlinable public func givers(to actor: Int) -> ActorRow { ActorRow(incoming, of: actor) }
  /// How many actors it gave to: its out-degree.
  public func receiverCount(of actor: Int) -> Int { outgoing.count(of: actor) }
  /// How many actors it received from: its in-degree.
  public func giverCount(to actor: Int) -> Int { incoming.count(of: actor) }

  /// Whether knowledge went from one actor to the other.
  ///
  /// - Complexity: O(log *d*) for *d* receivers of the source.
  public func hasTie(from source: Int, to target: Int) -> Bool {
    outgoing.entry(of: target, inRowOf: source) != nil
  }

  /// The weight of a connected pair: the sum of its ties' strengths, the least of their lengths; `nil` where there is none.
  ///
  /// - Complexity: O(log *d*) for *d* receivers of the source.
  public func weight(from source: Int, to target: Int) -> Double? {
    outgoing.entry(of: target, inRowOf: source).map { pairWeights?[$0] ?? 1 }
  }

  /// An actor's receivers with the weights of the pairs, ascending by position.
  public func weightedReceivers(of actor: Int) -> some Sequence<(partner: Int, weight: Double)> {
    let row = outgoing[actor]
    return row.indices.lazy.map { (Int(row[$0]), pairWeights?[$0] ?? 1) }
  }

  /// An actor's givers with the weights of the pairs, ascending by position.
  public func weightedGivers(to actor: Int) -> some Sequence<(partner: Int, weight: Double)> {
    let row = incoming[actor]
    return row.indices.lazy.map { entry in
      (Int(row[entry]), incomingPairs.flatMap { pairs in pairWeights?[Int(pairs[entry])] } ?? 1)
    }
  }

  /// Every connected pair once, ascending by source and target; without direction, the source is the lower position.
  public var pairs: some Sequence<(source: Int, target: Int, weight: Double)> {
    actors.indices.lazy.flatMap { source in
      weightedReceivers(of: source).lazy
        .filter { isDirected || source < $0.partner }
        .map { (source, $0.partner, $0.weight) }
    }
  }
}

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
    return layers.ties(ofPair: pair).map { tie in
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

extension KnowledgeNetwork {
  /// A shortest path along which knowledge can go from one actor to another, both ends included.
  ///
  /// Every tie is one step, whatever it weighs. Of several shortest paths it is the one whose actors, seen from the
  /// source on, stand first in the roster.
  ///
  /// - Returns: Positions in the roster; the actor alone where both are the same; `nil` where no path leads there.
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func path(from source: Int, to target: Int) -> [Int]? {
    // Steps to the target, found from there: so the path can be read off forwards, lowest position first.
    var steps = [Int](repeating: -1, count: actorCount)
    steps[target] = 0
    var (reached, next) = ([target], 0)
    while steps[source] < 0, next < reached.count {
      let actor = reached[next]
      next += 1
      for giver in givers(to: actor) where steps[giver] < 0 {
        steps[giver] = steps[actor] + 1
        reached.append(giver)
      }
    }
    guard steps[source] >= 0 else { return nil }
    var path = [source]
    while let last = path.last, last != target {
      guard let receiver = receivers(of: last).first(where: { steps[$0] == steps[last] - 1 }) else { return nil }
      path.append(receiver)
    }
    return path
  }

  /// How many steps knowledge takes from one actor to another at least; 0 to itself, `nil` where no path leads there.
  ///
  /// Every tie is one step, whatever it weighs.
  ///
  /// - Complexity: O(*n* + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func distance(from source: Int, to target: Int) -> Int? {
    path(from: source, to: target).map { $0.count - 1 }
  }
}
