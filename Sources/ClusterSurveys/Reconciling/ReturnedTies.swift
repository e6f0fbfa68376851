internal import KnowledgeNetworks

/// How many tied pairs of members are tied both ways, of those whose both directions are observed: reciprocity that takes
/// no silence for an absent tie.
public struct ReturnedTies: Hashable, Sendable {
  /// Pairs tied both ways.
  public let mutual: Int
  /// Pairs tied one way, the other known not to be.
  public let asymmetric: Int

  /// The share of ties that are returned; `nil` without a tie.
  public var share: Double? { ratio(2 * mutual, 2 * mutual + asymmetric) }

  /// The 95 % interval of ``share``: Wilson's of the share of pairs tied both ways, carried over, since a tie and its
  /// return are one pair and not two.
  public var interval: ClosedRange<Double>? {
    func ofTies(_ share: Double) -> Double { 2 * share / (1 + share) }
    return ObservedShare(count: mutual, of: mutual + asymmetric).interval.map {
      ofTies($0.lowerBound)...ofTies($0.upperBound)
    }
  }
}

extension Reconciliation {
  /// Counts the ties between members that are returned, where the opposite direction is observed.
  ///
  /// Ties are connected pairs; given ties say that whatever is not among them is no tie. Of several waves taken together
  /// the first decides what is observed.
  ///
  /// - Returns: `nil` where ties have no direction.
  /// - Complexity: O(*m* log *c*) time for *m* connected pairs and *c* claims.
  public func returnedTies() -> ReturnedTies? {
    guard network.isDirected else { return nil }
    var (returned, asymmetric) = (0, 0)
    for pair in network.pairs where network.actors[pair.source].isMember && network.actors[pair.target].isMember {
      switch observation.decision(from: pair.target, to: pair.source) {
      case .tie: returned += 1
      case .noTie: asymmetric += 1
      case .unobserved: break
      }
    }
    return ReturnedTies(mutual: returned / 2, asymmetric: asymmetric)
  }
}
