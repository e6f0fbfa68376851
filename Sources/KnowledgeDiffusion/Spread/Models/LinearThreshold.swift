public import KnowledgeNetworks

/// An actor takes knowledge up once the givers who have it weigh at least its threshold, which nobody knows beforehand.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769): the weights of an
/// actor's givers add up to at most 1, its threshold is drawn from 0…1, each number equally likely. Steps are
/// synchronous; knowledge is never forgotten. An actor without givers hears of nothing.
public struct LinearThreshold: LiveTieModel, Hashable, Sendable {
  /// What a giver weighs.
  public enum Weights: Hashable, Sendable {
    /// All givers of an actor weigh the same, together 1.
    case equal
    /// Givers weigh by the strength of their ties, together 1; needs weights declared as strength.
    case strengthShares
    /// Givers weigh what their ties weigh, together at most 1; needs weights declared as strength.
    case asGiven
  }

  /// What a giver weighs.
  public let weights: Weights

  /// A model; givers weigh the same unless said otherwise.
  public init(_ weights: Weights = .equal) { self.weights = weights }

  /// The word files and commands use.
  public var name: String { "linear-threshold" }

  /// Each actor listens to at most one giver, to each with the chance of its weight.
  ///
  /// - Throws: ``BuzzlineError`` if weights are needed that are not declared as strength, or an actor's exceed 1.
  public func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    LiveTies(on: network, shares: try shares(on: network))
  }

  /// What each giver weighs, in the order of the rows of givers.
  private func shares(on network: KnowledgeNetwork) throws(BuzzlineError) -> [Double] {
    if weights != .equal { try network.requireStrengths(as: "what givers weigh") }
    var shares: [Double] = []
    shares.reserveCapacity(network.incoming.partners.count)
    for actor in network.actors.indices {
      let given = network.weightedGivers(to: actor).map { weights == .equal ? 1 : $0.weight }
      let total = given.reduce(0, +)
      let id = network.actors[actor].id
      // Sums of tenths overshoot 1 by a rounding.
      try require(
        weights != .asGiven || total <= 1 + 1e-9,
        "The givers of '\(id)' weigh \(total) together; linear thresholds need at most 1.", .weightsTooLarge,
        at: Place(actor: id))
      shares += weights == .asGiven ? given : given.map { $0 / total }
    }
    return shares
  }
}
