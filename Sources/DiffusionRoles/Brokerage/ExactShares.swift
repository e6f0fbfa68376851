/// A sum of shares 1/*k* that does not depend on the order of its terms: a whole number and 64 binary places.
///
/// Each term is exact to 2⁻⁶⁴, so a million of them are still exact to 15 places.
struct ExactShares: Sendable {
  private var whole: UInt64 = 0
  private var fraction: UInt64 = 0

  /// Adds 1/*k*.
  mutating func add(oneOver k: UInt32) {
    if k == 1 {
      whole += 1
    } else {
      add(fraction: (UInt64.max / UInt64(k)))
    }
  }

  static func += (left: inout ExactShares, right: ExactShares) {
    left.whole += right.whole
    left.add(fraction: right.fraction)
  }

  var value: Double { Double(whole) + Double(fraction) * 0x1p-64 }

  private mutating func add(fraction other: UInt64) {
    let (sum, carries) = fraction.addingReportingOverflow(other)
    fraction = sum
    if carries { whole += 1 }
  }
}
