public import KnowledgeNetworks

/// Who gives to whom, by groups.
public struct MixingMatrix: Codable, Sendable {
  /// The groups: rows and columns in this order.
  public let grouping: Grouping
  /// Connected pairs from group to group.
  public let pairs: MixingTable
  /// Weights from group to group.
  public let weights: MixingTable
  /// What a careful reader should know.
  public let remarks: [String]

  /// How many pairs there could be between two groups; pairs of an actor with itself do not count.
  public func possiblePairs(from giver: Int, to receiver: Int) -> Int {
    grouping.sizes[giver] * (grouping.sizes[receiver] - (giver == receiver ? 1 : 0))
  }

  /// The share of possible pairs between two groups that are connected; `nil` where none is possible.
  public func density(from giver: Int, to receiver: Int) -> Double? {
    let possible = possiblePairs(from: giver, to: receiver)
    return possible > 0 ? pairs.cells[giver][receiver] / Double(possible) : nil
  }

  /// The pairs expected if all possible pairs were equally likely to be connected; `nil` with fewer than two actors.
  public var expectedByDensity: [[Double]]? {
    let groups = grouping.groups.indices
    let possible = groups.map { giver in groups.map { Double(possiblePairs(from: giver, to: $0)) } }
    let allPossible = possible.joined().reduce(0, +)
    guard allPossible > 0 else { return nil }
    return possible.map { row in row.map { pairs.total * $0 / allPossible } }
  }

  /// The share of possible pairs inside groups that are connected; `nil` where none is possible.
  public var insideDensity: Double? { homophily.insideDensity }
  /// The share of possible pairs across groups that are connected; `nil` where none is possible.
  public var acrossDensity: Double? { homophily.acrossDensity }

  /// How much more often pairs are connected inside groups than across.
  public var homophily: Homophily {
    let actors = grouping.groupedCount
    let insidePairs = grouping.sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return Homophily(
      inside: pairs.inside, outside: pairs.total - pairs.inside, possibleInside: Double(insidePairs),
      possibleOutside: Double(actors * (actors - 1) - insidePairs))
  }
}

extension KnowledgeNetwork {
  /// Counts and weighs the ties from each group to each group.
  ///
  /// Rows give, columns receive. Where ties have no direction each counts in both orders, so the tables are symmetric
  /// and the diagonal holds twice the ties inside. Actors without a group take no part, nor do their ties. Weights are
  /// summed as they stand; a remark says so where they were not declared to be strengths. Unobserved pairs count as
  /// absent.
  ///
  /// Properties: reversalTransposesMixing, mixingSumsToPairs, expectedTablesKeepTheTotal.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m* + *g*²) time and O(*g*²) space for *n* actors in *g* groups and *m* connected pairs.
  public func mixing(by grouping: Grouping) throws(BuzzlineError) -> MixingMatrix {
    try requireMatch(grouping)
    let codes = grouping.groupCodes
    let empty = Array(repeating: Array(repeating: 0.0, count: grouping.groups.count), count: grouping.groups.count)
    var counts = empty
    var weights = empty
    for source in actors.indices where codes[source] >= 0 {
      for (target, weight) in weightedReceivers(of: source) where codes[target] >= 0 {
        counts[Int(codes[source])][Int(codes[target])] += 1
        weights[Int(codes[source])][Int(codes[target])] += weight
      }
    }
    return MixingMatrix(
      grouping: grouping, pairs: MixingTable(counts), weights: MixingTable(weights),
      remarks: grouping.remarksOnUngrouped + remarksOnSummedWeights)
  }
}
