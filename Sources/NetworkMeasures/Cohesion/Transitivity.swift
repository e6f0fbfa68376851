public import KnowledgeNetworks

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
    let rows = PartnerRows(of: self, isSymmetric ? .both : .outgoing)
    var counts = (twoPaths: 0, closed: 0)
    var lastSource = [Int](repeating: -1, count: actorCount)
    for source in actors.indices {
      if source.isMultiple(of: 256) { try stopIfCancelled() }
      for place in rows[source] { lastSource[Int(rows.partners[place])] = source }
      for place in rows[source] {
        for next in rows[Int(rows.partners[place])] {
          let target = Int(rows.partners[next])
          guard target != source else { continue }
          counts.twoPaths += 1
          if lastSource[target] == source { counts.closed += 1 }
        }
      }
    }
    let share = isSymmetric ? 2 : 1
    return Transitivity(twoPaths: counts.twoPaths / share, closed: counts.closed / share)
  }
}
