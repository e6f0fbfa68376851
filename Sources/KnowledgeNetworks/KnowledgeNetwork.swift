/// Actors and the ties along which knowledge went, from source to target; a value that never changes.
///
/// Ties between the same two actors (one a topic, channel or wave) make one **connected pair**. Partners, degrees and
/// paths count connected pairs; ``ties`` lists every tie. Rows are compressed in both directions with 32-bit
/// positions: ``receivers(of:)`` and ``givers(to:)`` are views, not copies. In an undirected network each tie counts
/// both ways, so both rows of an actor are equal.
///
/// A pair that nobody could report on is *unobserved*, not absent; a network holds what was reconciled, and
/// the reconciliation counts the rest.
public struct KnowledgeNetwork: Sendable {
  /// The roster: every actor, in the order given.
  public let actors: [NetworkActor]
  /// Whether source and target of a tie differ in role.
  public let isDirected: Bool
  /// What the weights say.
  public let weightMeaning: WeightMeaning

  @usableFromInline package let outgoing: CompressedRows
  @usableFromInline package let incoming: CompressedRows
  /// For each incoming entry, the connected pair it belongs to; `nil` where no pair weighs other than 1 or has layers.
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

  /// Every connected pair once, ascending by source and then target; where ties have no direction, with the lower
  /// position as source.
  public var pairs: some Sequence<(source: Int, target: Int, weight: Double)> {
    actors.indices.lazy.flatMap { source in
      weightedReceivers(of: source).lazy
        .filter { isDirected || source < $0.partner }
        .map { (source, $0.partner, $0.weight) }
    }
  }
}
