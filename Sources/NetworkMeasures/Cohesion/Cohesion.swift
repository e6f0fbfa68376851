public import KnowledgeNetworks

/// How many pairs of actors are tied both ways, one way and not at all.
///
/// Holland & Leinhardt (1970), [doi:10.1086/224954](https://doi.org/10.1086/224954).
public struct DyadCensus: Hashable, Codable, Sendable {
  /// Pairs tied both ways.
  public let mutual: Int
  /// Pairs tied one way.
  public let asymmetric: Int
  /// Pairs without a tie.
  public let null: Int

  /// The share of ties that are returned, 2M / (2M + A); `nil` without ties.
  public var arcReciprocity: Double? { share(2 * mutual, of: 2 * mutual + asymmetric) }

  /// The share of tied pairs that are tied both ways, M / (M + A); `nil` without ties.
  public var dyadReciprocity: Double? { share(mutual, of: mutual + asymmetric) }

  private func share(_ part: Int, of whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
}

/// How often two steps that knowledge took are matched by one.
public struct Transitivity: Hashable, Codable, Sendable {
  /// Paths of two steps over three different actors.
  public let twoPaths: Int
  /// Those whose first and last actor are tied too.
  public let closed: Int

  /// Closed two-paths as a share of all; `nil` where there are none.
  public var ratio: Double? { twoPaths > 0 ? Double(closed) / Double(twoPaths) : nil }
}

extension KnowledgeNetwork {
  /// The share of possible pairs of members that are connected; outsiders take no part.
  ///
  /// Ordered pairs where ties have a direction; unordered ones where they have none or it is ignored. Weights are not
  /// used and unobserved pairs count as absent. Not defined with fewer than two members.
  ///
  /// Properties: completeNetworkHasDensityOne.
  ///
  /// - Parameter ignoringDirection: Whether two actors are connected if either gave to the other.
  /// - Returns: 0 to 1.
  /// - Complexity: O(*n*), or O(*n* + *m*) time and space where direction is ignored or there are outsiders.
  public func density(ignoringDirection: Bool = false) -> Double? {
    let members = Double(memberCount)
    let ordered = members * (members - 1)
    guard ordered > 0 else { return nil }
    guard isDirected && ignoringDirection else {
      return Double(memberPairCount) / (isDirected ? ordered : ordered / 2)
    }
    let contacts = rows(.both)
    let joined = actors.indices.lazy.filter { actors[$0].isMember }
      .reduce(0) { sum, member in sum + contacts[member].count { actors[Int($0)].isMember } }
    return Double(joined) / ordered
  }

  /// The actors without any tie, ascending.
  ///
  /// - Complexity: O(*n*).
  public var isolates: [Int] {
    actors.indices.filter { receiverCount(of: $0) == 0 && giverCount(to: $0) == 0 }
  }

  /// Counts pairs of actors by how they are tied, from which both kinds of reciprocity follow.
  ///
  /// Where ties have no direction every tied pair is mutual. Weights are not used; unobserved pairs count as null.
  ///
  /// Properties: dyadsSumToAllPairs, reversalKeepsCensuses.
  ///
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* connected pairs.
  public func dyadCensus() -> DyadCensus {
    let bonds = Contacts(of: self).bonds
    let mutual = bonds.count { $0 == .mutual } / 2
    let tied = bonds.count / 2
    return DyadCensus(mutual: mutual, asymmetric: tied - mutual, null: actorCount * (actorCount - 1) / 2 - tied)
  }

  /// How many paths *a* → *b* → *c* of the network are closed by a tie *a* → *c*.
  ///
  /// Where ties have no direction or it is ignored, this is three times the triangles over the connected triples, with
  /// every triple counted once. Weights are not used; unobserved pairs count as absent.
  ///
  /// Wasserman & Faust (1994), [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478).
  ///
  /// Properties: completeNetworkIsTransitive, reversalKeepsTransitivity.
  ///
  /// - Parameter ignoringDirection: Whether two actors count as tied if either gave to the other.
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(Σ in × out) time over the degrees of all actors, O(*n* + *m*) space.
  public func transitivity(ignoringDirection: Bool = false) throws(BuzzlineError) -> Transitivity {
    let isSymmetric = !isDirected || ignoringDirection
    let rows = rows(isSymmetric ? .both : .outgoing)
    var counts = (twoPaths: 0, closed: 0)
    var lastSource = [Int](repeating: -1, count: actorCount)
    for source in actors.indices {
      if source.isMultiple(of: 256) { try stopIfCancelled() }
      for place in rows.range(of: source) { lastSource[Int(rows.partners[place])] = source }
      for place in rows.range(of: source) {
        for next in rows.range(of: Int(rows.partners[place])) where rows.partners[next] != source {
          counts.twoPaths += 1
          if lastSource[Int(rows.partners[next])] == source { counts.closed += 1 }
        }
      }
    }
    let share = isSymmetric ? 2 : 1
    return Transitivity(twoPaths: counts.twoPaths / share, closed: counts.closed / share)
  }

  /// How far the degrees are those of a star: 1 if one actor has all ties, 0 if all have equally many.
  ///
  /// Σ (max − *d*ᵢ) over its highest possible value: (*n* − 1)² for in- or out-degree, 2(*n* − 1)(*n* − 2) for both
  /// directions together, (*n* − 1)(*n* − 2) where ties have no direction. Not defined where that is 0. Weights are not
  /// used; unobserved pairs count as absent.
  ///
  /// Freeman (1978), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7).
  ///
  /// Properties: starIsFullyCentralised, cycleIsNotCentralised.
  ///
  /// - Returns: 0 to 1.
  /// - Complexity: O(*n*) time and space for *n* actors.
  public func degreeCentralisation(_ direction: Direction) -> Double? {
    centralisation(of: degree(direction), highest: highestCentralisation(direction, among: actorCount))
  }

  /// The sum of differences from the highest degree in a star of so many actors, which is the highest possible.
  func highestCentralisation(_ direction: Direction, among actors: Int) -> Double {
    let others = Double(actors - 1)
    return !isDirected ? others * (others - 1) : direction == .both ? 2 * others * (others - 1) : others * others
  }

  /// How far betweenness scores are those of a star.
  ///
  /// Σ (max − *b*ᵢ) over its highest possible value, (*n* − 1)²(*n* − 2), or half of it where ties have no direction.
  /// Not defined with fewer than three actors or where a score is not.
  ///
  /// Freeman (1978), [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7).
  ///
  /// Properties: starIsFullyCentralised.
  ///
  /// - Parameter scores: Betweenness of every actor, normalised or as raw sums over ordered pairs, or unordered ones where
  ///   ties have no direction.
  /// - Throws: ``BuzzlineError`` if the scores are of another roster.
  /// - Complexity: O(*n*) time for *n* actors.
  public func betweennessCentralisation(of scores: ActorScores) throws(BuzzlineError) -> Double? {
    guard scores.count == actorCount else {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The scores of \(scores.measure) are of \(scores.count) actors, the network has \(actorCount).")
    }
    let others = Double(actorCount - 1)
    // Normalised scores were divided by the number of pairs of others.
    let highest = scores.isNormalized ? others : others * others * (others - 1) / (isDirected ? 1 : 2)
    return centralisation(of: scores, highest: actorCount > 2 ? highest : 0)
  }

  private func centralisation(of scores: ActorScores, highest: Double) -> Double? {
    let numbers = scores.compactMap(\.self)
    guard numbers.count == actorCount, let top = numbers.max(), highest > 0 else { return nil }
    return numbers.reduce(0) { $0 + (top - $1) } / highest
  }
}
