public import KnowledgeNetworks

/// How actors to tell first are looked for.
public struct SeedOptions: Hashable, Sendable {
  /// What reach is judged by.
  public enum Method: Hashable, Sendable {
    /// So many graphs, the same for every actor: every gain can be looked up, for thousands of actors.
    case commonGraphs(Int)
    /// Samples of who would reach an actor drawn at random, as many as the error allows, for millions of actors: with
    /// probability 1 − δ the choice reaches at least (1 − 1/e − ε) of what the best one reaches.
    case reverseSamples(epsilon: Double, delta: Double = 0.01)
  }

  /// What reach is judged by.
  public let method: Method
  /// The seed of all chance.
  public let seed: UInt64
  /// On common graphs, all sets are compared where there are no more than these and at most 64 actors.
  public let mostSets: Int

  /// What the initializer's defaults make: 10,000 common graphs.
  public static let standard = SeedOptions(method: .commonGraphs(10_000), seed: 1, mostSets: 20_000)

  private static let mostEpsilon = 0.632_120_558_828_557_7
}

extension SeedOptions {
  /// Makes options.
  ///
  /// - Throws: ``BuzzlineError`` with `.invalidOptions` if there are no graphs, or ε or δ is out of its range: ε lies
  ///   between 0 and 1 − 1/e, δ between 0 and 1, the ends excluded.
  public init(
    _ method: Method = .commonGraphs(10_000), seed: UInt64 = 1, mostSets: Int = 20_000
  ) throws(BuzzlineError) {
    switch method {
    case .commonGraphs(let graphs):
      guard graphs >= 1 else {
        throw BuzzlineError(.invalidOptions, "At least one live-edge graph is needed; here there are \(graphs).")
      }
      guard graphs <= SpreadOptions.most else {
        throw BuzzlineError(
          .invalidOptions, "No more than \(SpreadOptions.most) runs can be counted; here it is \(graphs).")
      }
    case .reverseSamples(let epsilon, let delta):
      guard epsilon > 0, epsilon < Self.mostEpsilon else {
        throw BuzzlineError(.invalidOptions, "ε lies between 0 and 1 − 1/e; here it is \(epsilon).")
      }
      guard delta > 0, delta < 1 else {
        throw BuzzlineError(.invalidOptions, "δ lies between 0 and 1; here it is \(delta).")
      }
    }
    guard mostSets >= 0 else {
      throw BuzzlineError(.invalidOptions, "No fewer than 0 sets can be compared; here it is \(mostSets).")
    }
    self.init(method: method, seed: seed, mostSets: mostSets)
  }
}
