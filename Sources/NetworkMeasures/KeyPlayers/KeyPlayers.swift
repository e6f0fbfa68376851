public import KnowledgeNetworks

/// The sets of actors of one size that reach the others best, or without which the others fall apart most.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/keyPlayers(_:by:options:workers:)`` makes it.
public struct KeyPlayers: Hashable, Codable, Sendable {
  /// What was asked.
  public let measure: KeyPlayerMeasure
  /// Whether ties were followed from giver to receiver only; otherwise they counted in either direction.
  public let followsDirection: Bool
  /// The highest value found, from 0 to 1.
  public let value: Double
  /// The value of no set at all: 0 for reach, for fragmentation that of the whole network.
  public let valueOfNobody: Double
  /// The sets of that value, in the order of their members' roster positions; more than one is the rule.
  public let sets: [[Int]]
  /// Whether more sets of that value were met than are listed.
  public let hasMore: Bool
  /// Whether all sets were tried, so that no other has this value or a higher one; otherwise the sets are the best that
  /// a search by swapping single members met.
  public let isExhaustive: Bool
}

/// What makes a set of actors key: that they reach the others, or that the others fall apart without them.
///
/// Borgatti (2006), [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x), *N* being the number of
/// actors, *d* a number of steps, and 1/*d* being 0 where there is no way.
public enum KeyPlayerMeasure: Hashable, Codable, Sendable {
  /// The share of all actors that the set reaches within so many steps, its members among them (*m*-reach).
  case reach(within: Int)
  /// Σ 1/*d* / *N* over all actors, *d* being the steps from the nearest member and 1 for members: *DR*.
  case weightedReach
  /// The share of ordered pairs of the remaining actors with no way from one to the other once the set is gone: *F*.
  case fragmentation
  /// 1 − Σ 1/*d* / (*N* (*N* − 1)) over ordered pairs of the remaining *N* actors once the set is gone: *DF*.
  case weightedFragmentation

  /// The name, as the command writes it.
  public var name: String {
    switch self {
    case .reach(let steps): "reach-within-\(steps)"
    case .weightedReach: "weighted-reach"
    case .fragmentation: "fragmentation"
    case .weightedFragmentation: "weighted-fragmentation"
    }
  }

  /// The measure of a name: `weighted-reach`, `fragmentation`, `weighted-fragmentation`, or `reach-within-` with a number
  /// of steps; `nil` for any other.
  public init?(named name: String) {
    let prefix = "reach-within-"
    if let measure = [Self.weightedReach, .fragmentation, .weightedFragmentation].first(where: { $0.name == name }) {
      self = measure
    } else if name.hasPrefix(prefix), let steps = Int(name.dropFirst(prefix.count)), steps >= 1 {
      self = .reach(within: steps)
    } else {
      return nil
    }
  }

  /// Whether the set is taken out of the network rather than asked whom it reaches.
  var removesSet: Bool { self == .fragmentation || self == .weightedFragmentation }

  /// The value of pairs, or of actors from a set, so many steps apart; `counts[d]` for *d* steps, members at 0.
  ///
  /// Whole numbers come in, so that two sets with the same counts have the same value to the last bit.
  func value(counts: some Collection<Int>, of total: Int) -> Double {
    var sum = 0.0
    for (steps, count) in counts.enumerated() {
      switch self {
      case .reach(let most): sum += steps <= most ? Double(count) : 0
      case .fragmentation: sum += Double(count)
      case .weightedReach, .weightedFragmentation: sum += Double(count) / Double(max(steps, 1))
      }
    }
    return removesSet ? 1 - sum / Double(total) : sum / Double(total)
  }
}

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
    (self.ways, self.mostSets, self.restarts, self.seed, self.mostListed) = (ways, mostSets, restarts, seed, mostListed)
  }

  private init() { (ways, mostSets, restarts, seed, mostListed) = (nil, 100_000, 10, 1, 100) }

  /// What the initializer's defaults make.
  public static let standard = KeyPlayerOptions()
}

extension KnowledgeNetwork {
  /// Which actors to choose so that together they reach the others best, or so that the others fall apart most without
  /// them.
  ///
  /// The best set is seldom the best single actors put together, for what two of them reach may be the same. Borgatti
  /// (2006), [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x). All sets of the size are tried
  /// where they are few enough; otherwise a greedy set and some drawn at random are improved by swapping one member for
  /// one other actor as long as that helps. All sets of the highest value are reported, for ties are the rule.
  ///
  /// Reach follows ties from giver to receiver and fragmentation takes them either way, unless the options say otherwise.
  /// Only members are chosen, though outsiders are reached and fall apart like others.
  /// Ties are single steps whatever they weigh; an unobserved pair counts as no tie; an isolate is reached only as a
  /// member. Values that differ by less than 1e-12 count as equal.
  ///
  /// Properties: `allSetsAreTriedOnSmallNetworks`, `moreMembersReachNoLess`, `swappingFindsWhatTryingAllFinds`,
  /// `threadsChangeNothing`.
  ///
  /// - Parameters:
  ///   - count: How many actors a set has.
  ///   - measure: What makes a set key.
  ///   - options: How sets are searched for, and how many are listed.
  ///   - workers: Who does it.
  /// - Throws: ``BuzzlineError`` if the network is empty, if a set has less than one actor or more than there are, if
  ///   less than two would remain to be fragmented, or if the task is cancelled.
  /// - Complexity: For *s* sets tried, O(*s* (*n* + *m*)) time for reach, and for fragmentation where ties are taken either
  ///   way; O(*s* *n* (*n* + *m*) *d* / 64) for other fragmentation in a network *d* steps across. O(*n* + *m*) space a
  ///   worker. *s* is as many as there are sets, or *k* *n* a round of swaps.
  public func keyPlayers(
    _ count: Int, by measure: KeyPlayerMeasure, options: KeyPlayerOptions = .standard, workers: Workers = .all
  ) throws(BuzzlineError) -> KeyPlayers {
    try checkKeyPlayers(count, by: measure)
    let ways = options.ways ?? (measure.removesSet ? .eitherWay : .asGiven)
    let followsDirection = isDirected && ways == .asGiven
    let rows = rows(ways == .eitherWay ? .both : .outgoing)
    let members = actors.indices.filter { actors[$0].isMember }
    func best<Scorer: SetScorer>(_ scorer: @escaping @Sendable () -> Scorer) throws(BuzzlineError) -> KeyPlayers {
      guard members.count == actorCount else { return try found { MemberScorer(scorer(), members) } }
      return try found(scorer)
    }
    func found<Scorer: SetScorer>(_ scorer: @escaping @Sendable () -> Scorer) throws(BuzzlineError) -> KeyPlayers {
      let effort = SetSearchEffort(
        mostSets: options.mostSets, restarts: options.restarts, seed: options.seed, mostListed: options.mostListed)
      var search = SetSearch(actors: members.count, size: count, effort: effort, workers: workers, scorer: scorer)
      try search.run()
      var nobody = scorer()
      return KeyPlayers(
        measure: measure, followsDirection: followsDirection, value: search.best.value,
        valueOfNobody: nobody.value(of: []),
        sets: search.best.sets.map { $0.map { members[$0] } }.sorted { $0.lexicographicallyPrecedes($1) },
        hasMore: search.best.hasMore, isExhaustive: search.isExhaustive)
    }
    return switch measure {
    case .reach, .weightedReach: try best { ReachScorer(measure, along: rows) }
    case .fragmentation where !followsDirection: try best { PartScorer(along: rows) }
    case .fragmentation, .weightedFragmentation: try best { FragmentationScorer(measure, along: rows) }
    }
  }

  private func checkKeyPlayers(_ count: Int, by measure: KeyPlayerMeasure) throws(BuzzlineError) {
    guard actorCount > 0 else { throw BuzzlineError(.emptyNetwork, "A network without actors has no key players.") }
    guard 1...max(1, memberCount) ~= count else {
      throw BuzzlineError(.invalidOptions, "Of \(memberCount) members, 1 to \(memberCount) can be key, not \(count).")
    }
    if measure.removesSet, actorCount - count < 2 {
      throw BuzzlineError(
        .invalidOptions,
        "Fragmentation needs two actors that remain; without \(count) of \(actorCount) there are fewer.")
    }
    if case .reach(let steps) = measure, steps < 1 {
      throw BuzzlineError(.invalidOptions, "Reach is counted within 1 step or more, not \(steps).")
    }
  }
}

/// A scorer of sets of members, which the search numbers without the outsiders.
private struct MemberScorer<Scorer: SetScorer>: SetScorer {
  private var scorer: Scorer
  private let members: [Int]

  init(_ scorer: Scorer, _ members: [Int]) { (self.scorer, self.members) = (scorer, members) }

  mutating func begin(with shared: [Int]) { scorer.begin(with: shared.map { members[$0] }) }
  mutating func value(adding actor: Int) -> Double { scorer.value(adding: members[actor]) }
  mutating func value(of set: [Int]) -> Double { scorer.value(of: set.map { members[$0] }) }
}
