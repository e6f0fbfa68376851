public import KnowledgeNetworks

/// What a choice of actors to tell first must respect.
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
    if atLeastOfEachCluster < 0 {
      throw BuzzlineError(.invalidOptions, "At least \(atLeastOfEachCluster) of every cluster says nothing.")
    }
    guard (costs == nil) == (budget == nil) else {
      throw BuzzlineError(.invalidOptions, "Costs and a budget are given together or not at all.")
    }
    if let wrong = costs?.first(where: { !($0 > 0 && $0.isFinite) }) {
      throw BuzzlineError(.invalidOptions, "What an actor costs is a positive number, not \(wrong).")
    }
    if let budget, !(budget > 0 && budget.isFinite) {
      throw BuzzlineError(.invalidOptions, "A budget is a positive number, not \(budget).")
    }
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
