public import KnowledgeNetworks

/// How many steps knowledge takes from actor to actor.
public struct Distances: Hashable, Sendable {
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
  /// - Parameter ignoringDirection: Whether paths may go against the direction of ties.
  /// - Throws: ``MeasureError`` if the task is cancelled.
  /// - Complexity: O(*n*(*n* + *m*)) time and O(*n* + *m*) space.
  public func distances(ignoringDirection: Bool = false) throws(MeasureError) -> Distances {
    let rows = PartnerRows(of: self, ignoringDirection ? .both : .outgoing)
    var reached = [Int](repeating: -1, count: actorCount)
    var pairsBySteps: [Int] = []
    for source in actors.indices {
      try stopIfCancelled()
      reached[source] = source
      var frontier = [source]
      var steps = 0
      while true {
        frontier = Self.step(from: frontier, along: rows, of: source, marking: &reached)
        if frontier.isEmpty { break }
        if steps == pairsBySteps.count { pairsBySteps.append(0) }
        pairsBySteps[steps] += frontier.count
        steps += 1
      }
    }
    return Distances(pairsBySteps: pairsBySteps, orderedPairs: actorCount * max(0, actorCount - 1))
  }

  private static func step(
    from frontier: [Int], along rows: PartnerRows, of source: Int, marking reached: inout [Int]
  ) -> [Int] {
    var next: [Int] = []
    for actor in frontier {
      for place in rows[actor] where reached[Int(rows.partners[place])] != source {
        let partner = Int(rows.partners[place])
        reached[partner] = source
        next.append(partner)
      }
    }
    return next
  }
}
