/// Ties counted apart: those that stay inside a group and those that leave it.
public struct TieSplit: Hashable, Codable, Sendable {
  /// Ties whose actors belong to the same group.
  public let inside: Int
  /// Ties whose actors belong to different groups.
  public let outside: Int

  /// Takes both counts.
  public init(inside: Int, outside: Int) {
    self.inside = inside
    self.outside = outside
  }

  /// The E–I index, (E − I) / (E + I): −1 all ties inside, 1 all outside; `nil` without ties.
  ///
  /// Krackhardt & Stern (1988), [doi:10.2307/2786835](https://doi.org/10.2307/2786835).
  public var index: Double? {
    let total = inside + outside
    return total == 0 ? nil : Double(outside - inside) / Double(total)
  }
}

/// What the E–I index of a network could be, given how many ties it has and how large its groups are.
public struct ExternalInternalRange: Hashable, Codable, Sendable {
  /// The ties of the network with direction ignored, each counted in both orders.
  public let split: TieSplit
  /// The index if ties fell on pairs at random; `nil` with fewer than two actors.
  public let expected: Double?
  /// The lowest value so many ties allow; `nil` without ties.
  public let minimum: Double?
  /// The highest value so many ties allow; `nil` without ties.
  public let maximum: Double?

  /// The observed index.
  public var index: Double? { split.index }

  /// The index brought from minimum … maximum to −1 … 1; `nil` where the two are equal.
  public var rescaled: Double? {
    guard let index, let minimum, let maximum, minimum < maximum else { return nil }
    return 2 * (index - minimum) / (maximum - minimum) - 1
  }

  init(_ split: TieSplit, groupSizes sizes: [Int]) {
    let actors = sizes.reduce(0, +)
    let insidePairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    let outsidePairs = actors * (actors - 1) - insidePairs
    let total = split.inside + split.outside
    let mostOutside = min(total, outsidePairs)
    let leastOutside = max(0, total - insidePairs)
    self.split = split
    expected = TieSplit(inside: insidePairs, outside: outsidePairs).index
    maximum = TieSplit(inside: total - mostOutside, outside: mostOutside).index
    minimum = TieSplit(inside: total - leastOutside, outside: leastOutside).index
  }
}
