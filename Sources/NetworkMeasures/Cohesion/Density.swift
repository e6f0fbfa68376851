public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// The share of possible pairs that are connected.
  ///
  /// Ordered pairs where ties have a direction; unordered ones where they have none or it is ignored. Weights are not
  /// used and unobserved pairs count as absent. Not defined with fewer than two actors.
  ///
  /// Properties: completeNetworkHasDensityOne.
  ///
  /// - Parameter ignoringDirection: Whether two actors are connected if either gave to the other.
  /// - Returns: 0 to 1.
  /// - Complexity: O(1), or O(*n* + *m*) time and space where direction is ignored.
  public func density(ignoringDirection: Bool = false) -> Double? {
    let ordered = Double(actorCount) * Double(actorCount - 1)
    guard ordered > 0 else { return nil }
    guard isDirected && ignoringDirection else { return Double(pairCount) / (isDirected ? ordered : ordered / 2) }
    return Double(Contacts(of: self).partners.count) / ordered
  }

  /// The actors without any tie, ascending.
  ///
  /// - Complexity: O(*n*).
  public var isolates: [Int] {
    actors.indices.filter { receiverCount(of: $0) == 0 && giverCount(to: $0) == 0 }
  }
}
