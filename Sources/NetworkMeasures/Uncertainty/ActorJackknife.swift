public import KnowledgeNetworks

/// How far a number of a network rests on single actors: the delete-one-actor jackknife.
///
/// With θ₋ᵢ the number of the network without actor *i*, and θ̄ their mean, the standard error is the root of
/// (*n* − 2) / (2*n*) Σ (θ₋ᵢ − θ̄)²: Snijders & Borgatti (1999), Connections 22(2), 161–170. The factor is not the
/// (*n* − 1) / *n* of independent observations, since each tie belongs to two actors. It speaks for numbers that change
/// smoothly with the network: of a maximum, and so of a centralisation that rests on one actor, it is a rough guide.
///
/// Properties: `theVarianceOfADensityIsUnbiased`, `whatNoActorChangesHasNoError`.
public struct ActorJackknife: Hashable, Codable, Sendable {
  /// Up to how many actors the network without each is looked at.
  public static let mostActors = 5_000
  /// Up to how many actors all shortest paths are followed in the network without each.
  public static let mostActorsOnPaths = 200

  /// The number of the whole network.
  public let value: Double
  /// Its standard error, 0 or more.
  public let standardError: Double

  /// Makes the jackknife of any number.
  ///
  /// - Parameters:
  ///   - value: The number of the whole network.
  ///   - values: The number of the network without each actor.
  /// - Returns: `nil` with fewer than three actors, or where a number is not defined.
  /// - Complexity: O(*n*).
  public init?(_ value: Double?, withoutEach values: some Collection<Double?>) {
    let (defined, count) = (values.compactMap(\.self), Double(values.count))
    guard let value, defined.count == values.count, count > 2 else { return nil }
    let mean = defined.reduce(0, +) / count
    let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.value = value
    standardError = ((count - 2) / (2 * count) * squares).squareRoot()
  }

  /// The 95 % interval by the normal distribution, cut off where the number cannot lie.
  public func interval(within limits: ClosedRange<Double>) -> ClosedRange<Double> {
    let reach = .normalQuantile975 * standardError
    return (value - reach).clamped(to: limits)...(value + reach).clamped(to: limits)
  }
}

extension Double {
  fileprivate func clamped(to limits: ClosedRange<Double>) -> Double {
    min(max(self, limits.lowerBound), limits.upperBound)
  }
}

extension KnowledgeNetwork {
  /// The jackknife of ``degreeCentralisation(_:)`` over all actors.
  ///
  /// - Returns: `nil` with fewer than four actors, or more than ``ActorJackknife/mostActors``.
  /// - Complexity: O(*n*² + *m*) time and O(*n*) space for *n* actors and *m* connected pairs.
  public func degreeCentralisationJackknife(_ direction: Direction) -> ActorJackknife? {
    guard actorCount > 3, actorCount <= ActorJackknife.mostActors else { return nil }
    let (counted, losing) = (countedRows(direction), countedRows(direction.reversed))
    var degrees = actors.indices.map { actor in counted.reduce(0) { $0 + $1.count(of: actor) } }
    let total = degrees.reduce(0, +)
    let others = actorCount - 1
    let highest = highestCentralisation(direction, among: others)
    let values = actors.indices.map { gone -> Double? in
      func addToPartners(_ step: Int) {
        for rows in losing {
          for partner in rows[gone] { degrees[Int(partner)] += step }
        }
      }
      addToPartners(-1)
      var top = 0
      for actor in degrees.indices where actor != gone && degrees[actor] > top { top = degrees[actor] }
      addToPartners(1)
      let left = total - degrees[gone] - losing.reduce(0) { $0 + $1.count(of: gone) }
      return Double(others * top - left) / highest
    }
    return ActorJackknife(degreeCentralisation(direction), withoutEach: values)
  }

  /// The jackknife of the centralisation of betweenness over all actors, each network without one searched anew.
  ///
  /// - Returns: `nil` with fewer than four actors, or more than ``ActorJackknife/mostActorsOnPaths``.
  /// - Throws: ``BuzzlineError`` if the task was cancelled.
  /// - Complexity: O(*n*² *m*) time for *n* actors and *m* connected pairs; O(*n* + *m*) space a thread.
  public func betweennessCentralisationJackknife(workers: Workers = .all) throws(BuzzlineError) -> ActorJackknife? {
    guard actorCount > 3, actorCount <= ActorJackknife.mostActorsOnPaths else { return nil }
    @Sendable func centralisation(of network: KnowledgeNetwork) throws(BuzzlineError) -> Double? {
      let scores = try network.betweenness(engine: .parallel, workers: Workers(threads: 1))
      return try network.betweennessCentralisation(of: scores)
    }
    let values = try workers.map(actorCount, work: "jackknife") { gone throws(BuzzlineError) -> Double? in
      try centralisation(of: induced(on: actors.indices.filter { $0 != gone }))
    }
    return ActorJackknife(try centralisation(of: self), withoutEach: values)
  }

  /// The jackknife of the E–I index without direction (``ExternalInternal/symmetrised``) over the grouped actors.
  ///
  /// - Returns: `nil` with fewer than three grouped actors, where the network without one of them has no tie, or with
  ///   more than ``ActorJackknife/mostActors``.
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* connected pairs.
  public func externalInternalJackknife(by grouping: Grouping) throws(BuzzlineError) -> ActorJackknife? {
    try requireMatch(grouping)
    let (codes, contacts) = (grouping.groupCodes, Contacts(of: self).rows)
    let grouped = actors.indices.filter { codes[$0] >= 0 }
    guard grouped.count <= ActorJackknife.mostActors else { return nil }
    let own = grouped.map { actor in
      contacts[actor].reduce(into: TieSplit(inside: 0, outside: 0)) { split, partner in
        guard codes[Int(partner)] >= 0 else { return }
        split.count(isInside: codes[actor] == codes[Int(partner)])
      }
    }
    // Each contact stands in the rows of both actors.
    let (inside, outside) = (own.reduce(0) { $0 + $1.inside } / 2, own.reduce(0) { $0 + $1.outside } / 2)
    return ActorJackknife(
      TieSplit(inside: inside, outside: outside).index,
      withoutEach: own.map { TieSplit(inside: inside - $0.inside, outside: outside - $0.outside).index })
  }
}
