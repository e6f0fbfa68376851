/// A share that was counted, with Wilson's interval of 95 percent.
///
/// The interval stays inside 0 to 1 and holds for small counts and for shares of 0 and 1. Wilson (1927),
/// [doi:10.1080/01621459.1927.10502953](https://doi.org/10.1080/01621459.1927.10502953).
public struct ObservedShare: Hashable, Sendable {
  /// How many were counted.
  public let count: Int
  /// Of how many.
  public let total: Int

  /// Makes a share of counts.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `total`.
  public init(count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "a part is not larger than the whole")
    self.count = count
    self.total = total
  }

  /// The share, `nil` of nothing.
  public var value: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// The 95 % interval, `nil` of nothing.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    // The 0.975 quantile of the standard normal distribution.
    let quantile = 1.959963984540054
    let total = Double(total)
    let square = quantile * quantile / total
    let centre = (value + square / 2) / (1 + square)
    let reach = quantile * (value * (1 - value) / total + square / (4 * total)).squareRoot() / (1 + square)
    let lower = count == 0 ? 0 : max(0, centre - reach)
    let upper = count == self.total ? 1 : min(1, centre + reach)
    return lower...upper
  }
}
