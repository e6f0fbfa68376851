public import KnowledgeNetworks

/// How key players are searched for.
public struct KeyPlayerOptions: Hashable, Sendable {
  /// Which way knowledge may take a tie.
  public enum Ways: String, Hashable, Sendable, CaseIterable {
    /// From the one who gives to the one who receives.
    case asGiven = "as-given"
    /// Either way.
    case eitherWay = "either-way"
  }

  /// Which way ties are taken; by default as given for reach, and either way for fragmentation, as its author has it.
  public let ways: Ways?
  /// All sets are tried as long as there are no more than these.
  public let mostSets: Int
  /// Where there are more, how often the search begins anew at a set drawn at random, besides once from a greedy one.
  public let restarts: Int
  /// The seed of those sets.
  public let seed: UInt64
  /// How many sets of the highest value are listed.
  public let mostListed: Int

  /// Makes options.
  ///
  /// - Throws: ``BuzzlineError`` with `.invalidOptions` if fewer than no restarts or sets to try are asked for, or fewer
  ///   than one set to list.
  public init(
    ways: Ways? = nil, mostSets: Int = 100_000, restarts: Int = 10, seed: UInt64 = 1, mostListed: Int = 100
  ) throws(BuzzlineError) {
    for (name, number, least) in [
      ("sets to try", mostSets, 0), ("restarts", restarts, 0), ("sets to list", mostListed, 1),
    ] where number < least {
      throw BuzzlineError(.invalidOptions, "There are at least \(least) \(name); here are \(number).")
    }
    self.ways = ways
    self.mostSets = mostSets
    self.restarts = restarts
    self.seed = seed
    self.mostListed = mostListed
  }

  private init() {
    (ways, mostSets, restarts, seed, mostListed) = (nil, 100_000, 10, 1, 100)
  }

  /// What the initializer's defaults make.
  public static let standard = KeyPlayerOptions()

  var effort: SetSearchEffort {
    SetSearchEffort(mostSets: mostSets, restarts: restarts, seed: seed, mostListed: mostListed)
  }

  func ways(for measure: KeyPlayerMeasure) -> Ways { ways ?? (measure.removesSet ? .eitherWay : .asGiven) }
}
