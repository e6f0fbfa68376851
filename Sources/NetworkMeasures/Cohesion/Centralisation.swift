public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// How far the degrees are those of a star: 1 if one actor has all ties, 0 if all have equally many.
  ///
  /// Σ (max − *d*ᵢ) over its highest possible value: (*n* − 1)² for in- or out-degree, 2(*n* − 1)(*n* − 2) for both
  /// directions together, (*n* − 1)(*n* − 2) where ties have no direction. Not defined where that is 0. Weights are not
  /// used; unobserved pairs count as absent.
  ///
  /// Freeman (1978), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7).
  ///
  /// Properties: starIsFullyCentralised, cycleIsNotCentralised.
  ///
  /// - Returns: 0 to 1.
  /// - Complexity: O(*n*) time and space for *n* actors.
  public func degreeCentralisation(_ direction: Direction) -> Double? {
    let others = Double(actorCount - 1)
    let highest =
      !isDirected ? others * (others - 1) : direction == .both ? 2 * others * (others - 1) : others * others
    return centralisation(of: degree(direction), highest: highest)
  }

  /// How far betweenness scores are those of a star.
  ///
  /// Σ (max − *b*ᵢ) over its highest possible value, (*n* − 1)²(*n* − 2), or half of it where ties have no direction.
  /// Not defined with fewer than three actors or where a score is not.
  ///
  /// Freeman (1978), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7).
  ///
  /// Properties: starIsFullyCentralised.
  ///
  /// - Parameter scores: Betweenness of every actor, normalised or as raw sums over ordered pairs, or unordered ones where
  ///   ties have no direction.
  /// - Throws: ``BuzzlineError`` if the scores are of another roster.
  /// - Complexity: O(*n*) time for *n* actors.
  public func betweennessCentralisation(of scores: ActorScores) throws(BuzzlineError) -> Double? {
    guard scores.count == actorCount else {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The scores of \(scores.measure) are of \(scores.count) actors, the network has \(actorCount).")
    }
    let others = Double(actorCount - 1)
    // Normalised scores were divided by the number of pairs of others.
    let highest = scores.isNormalized ? others : others * others * (others - 1) / (isDirected ? 1 : 2)
    return centralisation(of: scores, highest: actorCount > 2 ? highest : 0)
  }

  private func centralisation(of scores: ActorScores, highest: Double) -> Double? {
    let numbers = scores.compactMap(\.self)
    guard numbers.count == actorCount, let top = numbers.max(), highest > 0 else { return nil }
    return numbers.reduce(0) { $0 + (top - $1) } / highest
  }
}
