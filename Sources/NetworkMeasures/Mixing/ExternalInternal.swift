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
    var tally = SplitTally(actors: codes.count, groups: grouping.groups.count)
    let direction = network.isDirected ? direction : .both
    for (source, target, _) in network.pairs where codes[source] >= 0 && codes[target] >= 0 {
      tally.add(source, target, codes, direction)
    }
    self.grouping = grouping
    self.direction = direction
    self.network = tally.network.split
    groups = tally.groups.map(\.split)
    symmetrised = ExternalInternalRange(
      ContactSplit(of: network, by: grouping).ignoringDirection(codes.filter { $0 >= 0 }), groupSizes: grouping.sizes)
    actors = ActorScores(
      measure: direction.trailing("external-internal"), tally.actors.map { $0.split.index ?? .nan },
      remarks: grouping.remarksOnUngrouped)
  }
}

/// Counts in the making.
private struct SplitTally {
  struct Counts {
    var inside = 0
    var outside = 0
    var split: TieSplit { TieSplit(inside: inside, outside: outside) }

    mutating func add(isInside: Bool) {
      if isInside { inside += 1 } else { outside += 1 }
    }
  }

  var network = Counts()
  var groups: [Counts]
  var actors: [Counts]

  init(actors: Int, groups: Int) {
    self.groups = Array(repeating: Counts(), count: groups)
    self.actors = Array(repeating: Counts(), count: actors)
  }

  mutating func add(_ source: Int, _ target: Int, _ codes: [Int32], _ direction: Direction) {
    let isInside = codes[source] == codes[target]
    network.add(isInside: isInside)
    if direction != .incoming {
      actors[source].add(isInside: isInside)
      groups[Int(codes[source])].add(isInside: isInside)
    }
    if direction != .outgoing { actors[target].add(isInside: isInside) }
    if direction == .incoming || (direction == .both && !isInside) {
      groups[Int(codes[target])].add(isInside: isInside)
    }
  }
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
}
