internal import Foundation
public import KnowledgeNetworks

/// How the ties inside a group are spread: how steep the ranking of its actors by partners is, and whether those with many
/// partners are tied to one another.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/degreeStructure(by:)`` makes it.
public struct DegreeStructure: Hashable, Codable, Sendable {
  /// The group.
  public let group: String
  /// How many of its actors have a partner in it.
  public let actors: Int
  /// The hierarchy: how steeply partners fall with rank, 0 where all have equally many; `nil` with fewer than three actors.
  public let hierarchy: Double?
  /// The degree assortativity: by how many the partners' mean number of partners rises with one partner more, negative
  /// where many-tied actors are tied to few-tied ones; `nil` where all have equally many.
  public let assortativity: Double?
}

extension KnowledgeNetwork {
  /// Hierarchy and degree assortativity inside each group, such as each regional cluster.
  ///
  /// Partners are counted inside the group, once however two are tied; weights are not used. The hierarchy is −*a* of
  /// ln *k* = *c* + *a* ln *r*, fitted by least squares over the actors that have partners, *k* being their numbers of partners and *r*
  /// = 1, 2, … their ranks by these, ties in rank broken anyhow, since the sum does not depend on it. The assortativity is *b* of
  /// *m* = *d* + *b* *k*, *m* being the mean number of partners of an actor's partners. Crespo, Suire & Vicente (2014),
  /// [doi:10.1093/jeg/lbt006](https://doi.org/10.1093/jeg/lbt006), set regional clusters side by side so: a steep hierarchy
  /// coordinates, and where it is disassortative as well, knowledge passes between core and periphery. Neither says
  /// anything of a handful of actors. Unobserved pairs count as absent; isolates and actors without a group take no part.
  ///
  /// Properties: `aRegularGroupHasNoHierarchy`, `aStarIsDisassortative`, `reversalChangesNoDegreeStructure`.
  ///
  /// - Returns: One a group, in the order of ``/KnowledgeNetworks/Grouping/groups``.
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* log *n* + *m*) time and O(*n* + *m*) space.
  public func degreeStructure(by grouping: Grouping) throws(BuzzlineError) -> [DegreeStructure] {
    try requireMatch(grouping)
    let (rows, codes) = (rows(.both), grouping.groupCodes)
    let partners = actors.indices.map { actor in
      codes[actor] < 0 ? [] : rows[actor].map { Int($0) }.filter { codes[$0] == codes[actor] }
    }
    return grouping.groups.indices.map { group in
      let tied = grouping.members(of: group).filter { !partners[$0].isEmpty }
      let degrees = tied.map { Double(partners[$0].count) }
      let means = tied.map { actor in
        Double(partners[actor].reduce(0) { $0 + partners[$1].count }) / Double(partners[actor].count)
      }
      let ranked = degrees.sorted(by: >).map { log($0) }
      let fall = slope(of: ranked, on: ranked.indices.map { log(Double($0 + 1)) })
      return DegreeStructure(
        group: grouping.groups[group], actors: tied.count, hierarchy: tied.count < 3 ? nil : fall.map { 0 - $0 },
        assortativity: slope(of: means, on: degrees))
    }
  }
}

/// The slope of a least-squares line; `nil` where what it is drawn on does not vary.
private func slope(of numbers: [Double], on places: [Double]) -> Double? {
  let count = Double(places.count)
  guard let first = places.first, places.contains(where: { $0 != first }) else { return nil }
  let (mean, middle) = (numbers.reduce(0, +) / count, places.reduce(0, +) / count)
  let products = zip(numbers, places).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - middle) }
  return products / places.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
}
