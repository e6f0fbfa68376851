/// Whom to tell first, and how sure that is.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/seeds(_:by:constraints:options:workers:)`` makes it.
public struct SeedChoice: Hashable, Codable, Sendable {
  /// The actors in the order in which they were chosen, those that had to be first.
  public let picks: [SeedPick]
  /// How many actors are expected to be reached, the chosen ones included.
  ///
  /// On common graphs, the mean over those graphs, which favour the choice a little, for it was made on them; from reverse
  /// samples, the mean over as many new samples, which had no part in it.
  public let expectedReach: Estimate
  /// How near to the best choice this one is certain to be.
  public let guarantee: SeedGuarantee
  /// How many gains were worked out in all.
  public let evaluations: Int
  /// The best of all sets on the same graphs; `nil` where there are too many to compare.
  public let bestSets: BestSeedSets?
  /// What was drawn; `nil` on common graphs.
  public let samples: ReverseSampleCounts?

  /// The roster positions of the chosen actors, in the order in which they were chosen.
  public var seeds: [Int] { picks.map(\.actor) }
}

/// One actor chosen to be told first.
public struct SeedPick: Hashable, Codable, Sendable {
  /// The actor's roster position.
  public let actor: Int
  /// How many more are expected to be reached than by those chosen before it.
  public let gain: Estimate
  /// How many gains were worked out to find it: all actors' for the first, then only those that might be the highest.
  public let evaluations: Int
  /// Whether the constraints named it.
  public let isGiven: Bool
  /// What telling it costs; `nil` where cost is no matter.
  public let cost: Double?
  /// Other actors that could have been chosen and gain as much, as far as these graphs can tell.
  ///
  /// The difference (for each unit of cost, where there is one) is within its standard error and within that of the
  /// pick's own gain. Not looked for in reverse samples.
  public let equals: [Int]
  /// Whether there are more of them.
  public let hasMoreEquals: Bool
}

/// The highest expected reach of any set on common graphs, and who has it.
public struct BestSeedSets: Hashable, Codable, Sendable {
  /// The highest expected reach.
  public let expectedReach: Double
  /// All sets that have it, in the order of their members' roster positions.
  public let sets: [[Int]]
  /// Whether there are more such sets than are listed.
  public let hasMore: Bool
}

/// How many reverse samples were drawn and what they took.
public struct ReverseSampleCounts: Hashable, Codable, Sendable {
  /// Samples drawn to learn how far the best set reaches at least.
  public let bounding: Int
  /// Samples drawn anew to choose by: θ.
  public let choosing: Int
  /// What the best set reaches at least, by the first samples.
  public let lowerBound: Double
  /// Members of the samples chosen by, themselves included.
  public let members: Int
  /// Bytes that samples and their index took at most.
  public let bytes: Int
}

/// How near to the best choice a choice is certain to be.
public struct SeedGuarantee: Hashable, Codable, Sendable {
  /// The share of the best choice's expected reach that is certain; `nil` where nothing is proved.
  public let share: Double?
  /// The same with its conditions and its source, in a sentence or two.
  public let sentence: String
}
