public import KnowledgeNetworks

/// How far ties leave the groups they start in: for every actor, every group and the whole network.
public struct ExternalInternal: Codable, Sendable {
  /// The groups.
  public let grouping: Grouping
  /// Which ties of an actor or group were counted.
  public let direction: Direction
  /// The E–I index of each actor's ties; `nil` without ties or group.
  public let actors: ActorScores
  /// For each group, the ties at least one of whose actors belongs to it, each connected pair once.
  public let groups: [TieSplit]
  /// All connected pairs of the network as they stand.
  public let network: TieSplit
  /// The network with direction ignored, with expectation and bounds: what UCINET prints.
  public let symmetrised: ExternalInternalRange
  /// What a careful reader should know.
  public var remarks: [String] { actors.remarks }

  init(of network: KnowledgeNetwork, by grouping: Grouping, direction: Direction) {
    let codes = grouping.groupCodes
    let direction = network.isDirected ? direction : .both
    var all = TieSplit(inside: 0, outside: 0)
    var groups = [TieSplit](repeating: all, count: grouping.groups.count)
    var actors = [TieSplit](repeating: all, count: codes.count)
    for (source, target, _) in network.pairs where codes[source] >= 0 && codes[target] >= 0 {
      let isInside = codes[source] == codes[target]
      all.count(isInside: isInside)
      if direction != .incoming {
        actors[source].count(isInside: isInside)
        groups[Int(codes[source])].count(isInside: isInside)
      }
      if direction != .outgoing { actors[target].count(isInside: isInside) }
      if direction == .incoming || (direction == .both && !isInside) {
        groups[Int(codes[target])].count(isInside: isInside)
      }
    }
    self.grouping = grouping
    self.direction = direction
    self.network = all
    self.groups = groups
    symmetrised = ExternalInternalRange(
      ContactSplit(of: network, by: grouping).splits(codes.filter { $0 >= 0 }).ignoringDirection, grouping.possiblePairs
    )
    self.actors = ActorScores(
      measure: direction.trailing("external-internal"), actors.map { $0.index ?? .nan },
      remarks: grouping.remarksOnUngrouped)
  }
}

/// What the E–I index of a network could be, given how many ties it has and how large its groups are.
public struct ExternalInternalRange: Hashable, Codable, Sendable {
  /// The ties of the network with direction ignored, each counted in both orders.
  public let split: TieSplit
  /// The index if ties fell on pairs at random; `nil` with fewer than two actors.
  public let expected: Double?
  /// The lowest value so many ties allow; `nil` without ties.
  public let minimum: Double?
  /// The highest value so many ties allow; `nil` without ties.
  public let maximum: Double?

  /// The observed index.
  public var index: Double? { split.index }

  /// The index brought from minimum … maximum to −1 … 1; `nil` where the two are equal.
  public var rescaled: Double? {
    guard let index, let minimum, let maximum, minimum < maximum else { return nil }
    return 2 * (index - minimum) / (maximum - minimum) - 1
  }

  fileprivate init(_ split: TieSplit, _ possible: TieSplit) {
    let mostOutside = min(split.total, possible.outside)
    let leastOutside = max(0, split.total - possible.inside)
    self.split = split
    expected = possible.index
    maximum = TieSplit(inside: split.total - mostOutside, outside: mostOutside).index
    minimum = TieSplit(inside: split.total - leastOutside, outside: leastOutside).index
  }
}

/// Ties counted apart: those that stay inside a group and those that leave it.
public struct TieSplit: Hashable, Codable, Sendable {
  /// Ties whose actors belong to the same group.
  public private(set) var inside: Int
  /// Ties whose actors belong to different groups.
  public private(set) var outside: Int

  /// Takes both counts.
  public init(inside: Int, outside: Int) { (self.inside, self.outside) = (inside, outside) }

  mutating func count(isInside: Bool, _ ties: Int = 1) {
    if isInside { inside += ties } else { outside += ties }
  }

  /// The E–I index, (E − I) / (E + I): −1 all ties inside, 1 all outside; `nil` without ties.
  ///
  /// Krackhardt & Stern (1988), [doi:10.2307/2786835](https://doi.org/10.2307/2786835).
  public var index: Double? { total == 0 ? nil : Double(outside - inside) / Double(total) }

  fileprivate var total: Int { inside + outside }
}

/// How unusual the E–I index of a network is when labels move among the actors.
public struct ExternalInternalTests: Hashable, Codable, Sendable {
  /// For the index of connected pairs as they stand.
  public let network: PermutationTest
  /// For the index with direction ignored.
  public let symmetrised: PermutationTest
}

extension KnowledgeNetwork {
  /// Krackhardt and Stern's E–I index by any grouping: external less internal ties, as a share of both.
  ///
  /// Connected pairs are counted, weights are not used. The network's own index takes pairs in their direction; the
  /// symmetrised one ignores direction, counts both orders, and carries what is expected and possible for so many ties
  /// between groups of these sizes. The direction chooses the ties of an actor or group: given, received or all; it is
  /// without effect on the network and where ties have no direction. Actors without a group take no part, nor do their
  /// ties. Where there are no ties the index is not defined, not 0. Unobserved pairs count as absent.
  ///
  /// Krackhardt & Stern (1988), [doi:10.2307/2786835](https://doi.org/10.2307/2786835).
  ///
  /// Properties: reversalSwapsGivenAndReceived, oneGroupIsMinusOne, singletonGroupsAreOne.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* connected pairs.
  public func externalInternal(
    by grouping: Grouping, _ direction: Direction = .both
  ) throws(BuzzlineError) -> ExternalInternal {
    try requireMatch(grouping)
    return ExternalInternal(of: self, by: grouping, direction: direction)
  }

  /// Tests the network's E–I index by moving the group labels among the actors.
  ///
  /// Only actors with a group take part. All arrangements are listed while there are few enough of them, which makes
  /// the p-values exact; else they are drawn. Without ties the tests are not defined.
  ///
  /// Properties: meanUnderNullIsExpectation.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster or the task is cancelled.
  /// - Complexity: O(*n* + *m* log *g* / 256) time an arrangement and O(*n* log *g* + *m*) space for *n* actors of *g* groups
  ///   and *m* connected pairs.
  public func externalInternalTests(
    by grouping: Grouping, permutations options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) -> ExternalInternalTests {
    try requireMatch(grouping)
    let contacts = ContactSplit(of: self, by: grouping)
    let codes = grouping.groupCodes.filter { $0 >= 0 }
    let permutations = LabelPermutations(of: codes, options: options)
    var (network, symmetrised): ([Double], [Double]) = ([], [])
    try permutations.forEachRound(workers: workers) { planes, workers throws(BuzzlineError) in
      for splits in try contacts.splits(planes, by: workers) {
        network.append(splits.inDirection.index ?? .nan)
        symmetrised.append(splits.ignoringDirection.index ?? .nan)
      }
    }
    let observed = contacts.splits(codes)
    func test(_ split: TieSplit, _ draws: [Double]) -> PermutationTest {
      PermutationTest(observed: split.index ?? .nan, draws: draws, isExact: permutations.isExact)
    }
    return ExternalInternalTests(
      network: test(observed.inDirection, network), symmetrised: test(observed.ignoringDirection, symmetrised))
  }
}
