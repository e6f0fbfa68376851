// A network by the identifiers of its actors, for code that has no roster at hand.

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
  public init(
    ties: some Sequence<(from: String, to: String)>, isDirected: Bool = true
  ) throws(BuzzlineError) {
    try self.init(
      ties: ties.map { (from: $0.from, to: $0.to, weight: 1) }, isDirected: isDirected, weightMeaning: .none)
  }

  /// The actor of an identifier; `nil` if nobody carries it.
  ///
  /// - Complexity: O(log *n*) for *n* actors.
  public subscript(id: String) -> NetworkActor? { position(of: id).map { actors[$0] } }
}
