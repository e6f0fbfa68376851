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

extension KnowledgeNetwork {
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
    return DyadCensus(
      mutual: mutual, asymmetric: tied - mutual, null: actorCount * (actorCount - 1) / 2 - tied)
  }
}
