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
    let possible = grouping.possiblePairs
    return Homophily(
      inside: pairs.inside, outside: pairs.total - pairs.inside, possibleInside: Double(possible.inside),
      possibleOutside: Double(possible.outside))
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
    var counts = grouping.groups.map { _ in [Double](repeating: 0, count: grouping.groups.count) }
    var weights = counts
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

/// How much went from each group (row) to each group (column).
public struct MixingTable: Hashable, Codable, Sendable {
  /// Ties or weights, by giving and then receiving group; whole numbers where ties are counted.
  public let cells: [[Double]]
  /// What each group gave: the row sums.
  public let given: [Double]
  /// What each group received: the column sums.
  public let received: [Double]
  /// The sum of all cells.
  public let total: Double
  /// The sum of the diagonal: what stayed inside groups.
  public let inside: Double

  init(_ cells: [[Double]]) {
    self.cells = cells
    given = cells.map { $0.reduce(0, +) }
    received = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    total = given.reduce(0, +)
    inside = cells.indices.reduce(0) { $0 + cells[$1][$1] }
  }

  /// The cells expected if every group gave and received as much as it does but without regard to groups:
  /// given × received / total; `nil` without ties.
  public var expectedByDegrees: [[Double]]? {
    guard total > 0 else { return nil }
    return given.map { row in received.map { row * $0 / total } }
  }

  /// The modularity of the groups: the share inside groups less the share expected there; `nil` without ties.
  ///
  /// Leicht & Newman (2008),
  /// [doi:10.1103/PhysRevLett.100.118703](https://doi.org/10.1103/PhysRevLett.100.118703).
  public var modularity: Double? { total > 0 ? inside / total - expectedInside : nil }

  /// Newman's assortativity: modularity as a share of its highest value; `nil` without ties, or where all of them are
  /// expected inside one group.
  ///
  /// 1 if all ties stay inside; the lowest value lies above −1. Newman (2003),
  /// [doi:10.1103/PhysRevE.67.026126](https://doi.org/10.1103/PhysRevE.67.026126).
  public var assortativity: Double? {
    guard let modularity, expectedInside < 1 else { return nil }
    return modularity / (1 - expectedInside)
  }

  /// What crosses a group's border in either direction, as a ratio to what stays inside; `nil` where nothing does.
  public func externalToInternal(of group: Int) -> Double? {
    let own = cells[group][group]
    return own > 0 ? (given[group] + received[group] - 2 * own) / own : nil
  }

  /// Σ given × received / total²: the share expected inside groups.
  private var expectedInside: Double {
    zip(given, received).reduce(0) { $0 + ($1.0 / total) * ($1.1 / total) }
  }
}

/// How much more often pairs are connected inside groups than across, told in several customary ways.
///
/// All come from one table of ordered pairs: connected or not, inside a group or across. McPherson, Smith-Lovin & Cook
/// (2001), [doi:10.1146/annurev.soc.27.1.415](https://doi.org/10.1146/annurev.soc.27.1.415).
public struct Homophily: Hashable, Sendable {
  fileprivate let inside: Double
  fileprivate let outside: Double
  fileprivate let possibleInside: Double
  fileprivate let possibleOutside: Double

  /// The share of connected pairs that lie inside groups; `nil` without ties.
  public var insideShare: Double? { Self.ratio(inside, inside + outside) }

  /// The inside share less the one that chance gives: the share of possible pairs that lie inside groups.
  public var insideShareAboveChance: Double? {
    guard let insideShare, let chance = Self.ratio(possibleInside, possibleInside + possibleOutside) else { return nil }
    return insideShare - chance
  }

  /// The share of possible pairs inside groups that are connected.
  public var insideDensity: Double? { Self.ratio(inside, possibleInside) }
  /// The share of possible pairs across groups that are connected.
  public var acrossDensity: Double? { Self.ratio(outside, possibleOutside) }

  /// The correlation over pairs of *connected* with *inside*; `nil` where either does not vary.
  public var correlation: Double? {
    let ties = inside + outside
    let gaps = possibleInside + possibleOutside - ties
    let product = inside * open.across - outside * open.within
    return Self.ratio(product, (ties * gaps * possibleInside * possibleOutside).squareRoot())
  }

  /// Yule's Q, the odds ratio brought to −1 … 1; `nil` where both products of the table are 0.
  public var yulesQ: Double? {
    let likewise = inside * open.across
    let crosswise = outside * open.within
    return Self.ratio(likewise - crosswise, likewise + crosswise)
  }

  /// Pairs not connected.
  private var open: (within: Double, across: Double) { (possibleInside - inside, possibleOutside - outside) }

  private static func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
}
