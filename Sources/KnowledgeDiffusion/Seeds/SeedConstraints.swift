public import KnowledgeNetworks

/// What a choice of actors to tell first must respect.
///
/// Outsiders are chosen only where they must be included.
public struct SeedConstraints: Hashable, Sendable {
  /// How many actors of a kind may be chosen at most; kinds that are not listed have no limit.
  public let atMost: [ActorKind: Int]
  /// How many actors of every cluster must be chosen at least; actors without a cluster count for none.
  public let atLeastOfEachCluster: Int
  /// Roster positions of actors that must be chosen.
  public let mustInclude: [Int]
  /// Roster positions of actors that must not be chosen.
  public let mustExclude: [Int]
  /// What telling each actor costs, in roster order; `nil` where cost is no matter.
  public let costs: [Double]?
  /// What all together may cost at most.
  public let budget: Double?

  /// Makes constraints; what is left out constrains nothing.
  ///
  /// - Throws: ``BuzzlineError`` with `.invalidOptions` if a limit or a floor is negative, a cost is not positive and
  ///   finite, or only one of costs and budget is given.
  public init(
    atMost: [ActorKind: Int] = [:], atLeastOfEachCluster: Int = 0, mustInclude: [Int] = [], mustExclude: [Int] = [],
    costs: [Double]? = nil, budget: Double? = nil
  ) throws(BuzzlineError) {
    for (kind, limit) in atMost.sorted(by: { $0.key < $1.key }) where limit < 0 {
      throw BuzzlineError(.invalidOptions, "At most \(limit) of the kind '\(kind.rawValue)' says nothing.")
    }
    try require(atLeastOfEachCluster >= 0, "At least \(atLeastOfEachCluster) of every cluster says nothing.")
    try require((costs == nil) == (budget == nil), "Costs and a budget are given together or not at all.")
    for cost in costs ?? [] {
      try require(cost > 0 && cost.isFinite, "What an actor costs is a positive number, not \(cost).")
    }
    if let budget { try require(budget > 0 && budget.isFinite, "A budget is a positive number, not \(budget).") }
    self.init(atMost, atLeastOfEachCluster, mustInclude, mustExclude, costs, budget)
  }

  private init(
    _ atMost: [ActorKind: Int], _ floor: Int, _ included: [Int], _ excluded: [Int], _ costs: [Double]?,
    _ budget: Double?
  ) {
    self.atMost = atMost
    atLeastOfEachCluster = floor
    mustInclude = Set(included).sorted()
    mustExclude = Set(excluded).sorted()
    self.costs = costs
    self.budget = budget
  }

  /// No constraints.
  public static let none = SeedConstraints([:], 0, [], [], nil, nil)
}

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
      try require(graphs >= 1, "At least one live-edge graph is needed; here there are \(graphs).")
      try require(
        graphs <= SpreadOptions.most, "No more than \(SpreadOptions.most) runs can be counted; here it is \(graphs).")
    case .reverseSamples(let epsilon, let delta):
      try require(epsilon > 0 && epsilon < Self.mostEpsilon, "ε lies between 0 and 1 − 1/e; here it is \(epsilon).")
      try require(delta > 0 && delta < 1, "δ lies between 0 and 1; here it is \(delta).")
    }
    try require(mostSets >= 0, "No fewer than 0 sets can be compared; here it is \(mostSets).")
    self.init(method: method, seed: seed, mostSets: mostSets)
  }
}
