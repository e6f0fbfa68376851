public import KnowledgeNetworks

/// How many steps knowledge takes from actor to actor.
public struct Distances: Hashable, Codable, Sendable {
  /// How many ordered pairs are so many steps apart, from 1 step up.
  public let pairsBySteps: [Int]
  /// The number of ordered pairs of different actors.
  public let orderedPairs: Int

  /// The number of ordered pairs of which the second can be reached from the first.
  public var reachablePairs: Int { pairsBySteps.reduce(0, +) }
  /// The longest distance between reachable pairs; `nil` where there are none.
  public var diameter: Int? { pairsBySteps.isEmpty ? nil : pairsBySteps.count }
  /// The mean distance over reachable pairs; `nil` where there are none.
  public var meanDistance: Double? {
    let steps = pairsBySteps.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    return reachablePairs > 0 ? Double(steps) / Double(reachablePairs) : nil
  }
  /// The share of ordered pairs that are reachable; `nil` with fewer than two actors.
  public var reachability: Double? { orderedPairs > 0 ? Double(reachablePairs) / Double(orderedPairs) : nil }
}

extension KnowledgeNetwork {
  /// Measures the steps of shortest paths between all pairs of actors.
  ///
  /// Every tie is one step; weights are not used, not even where they are distances. Pairs that cannot reach one another
  /// are counted, not averaged. Unobserved pairs count as absent.
  ///
  /// Properties: reversalKeepsDistances, chainHasDiameterOfItsLength.
  ///
  /// - Parameters:
  ///   - ignoringDirection: Whether paths may go against the direction of ties.
  ///   - workers: The threads that search, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(*n*(*n* + *m*)) time, searching from 256 actors at once, and O(*n* + *m*) space.
  public func distances(ignoringDirection: Bool = false, workers: Workers = .all) throws(BuzzlineError) -> Distances {
    let found = try pairsBySteps(ignoringDirection, by: nil, workers)
    return Distances(pairsBySteps: found.map(\.all), orderedPairs: actorCount * max(0, actorCount - 1))
  }

  /// Measures the steps between pairs of one group and between pairs of different groups.
  ///
  /// Paths may lead through any actor. Pairs of which an actor's group is not stated belong to neither.
  ///
  /// Properties: insideAndAcrossAddUpToAllPairs.
  ///
  /// - Parameters:
  ///   - grouping: The groups, such as clusters.
  ///   - ignoringDirection: Whether paths may go against the direction of ties.
  ///   - workers: The threads that search, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster or the task is cancelled.
  /// - Complexity: That of ``distances(ignoringDirection:workers:)``.
  public func distances(
    by grouping: Grouping, ignoringDirection: Bool = false, workers: Workers = .all
  ) throws(BuzzlineError) -> (inside: Distances, across: Distances) {
    try requireMatch(grouping)
    let found = try pairsBySteps(ignoringDirection, by: grouping, workers)
    let possible = grouping.possiblePairs
    return (
      Distances(trimming: found.map(\.inside), orderedPairs: possible.inside),
      Distances(trimming: found.map(\.across), orderedPairs: possible.outside)
    )
  }

  private func pairsBySteps(
    _ ignoringDirection: Bool, by grouping: Grouping?, _ workers: Workers
  ) throws(BuzzlineError) -> [PairsApart] {
    try workers.afford(.distances(in: self, "Distances"))
    let kernel = DistanceKernel(SearchRows(of: self, ignoringDirection ? .both : .outgoing), groups: grouping)
    return try kernel.sums(by: workers, work: "distances").pairsBySteps
  }
}

extension Distances {
  /// Leaves out steps at the end that no pair is apart.
  fileprivate init(trimming pairsBySteps: [Int], orderedPairs: Int) {
    let last = pairsBySteps.lastIndex { $0 > 0 }
    self.init(pairsBySteps: Array(pairsBySteps.prefix((last ?? -1) + 1)), orderedPairs: orderedPairs)
  }
}
