/// What the searches from many actors found at one actor; whole numbers, so that they add up alike in any order.
struct DistanceSums: Sendable {
  /// How many of the searches reached the actor.
  var reached: UInt64 = 0
  /// The sum of their steps.
  var steps: UInt64 = 0
  /// The sum of one over their steps, in parts of ``DistanceScale``.
  var inverse: UInt64 = 0

  static func += (sums: inout DistanceSums, more: DistanceSums) {
    sums.reached += more.reached
    sums.steps += more.steps
    sums.inverse += more.inverse
  }
}

/// How finely inverse distances are counted: as finely as the sum over all actors leaves room for.
struct DistanceScale: Sendable {
  private let bits: Int

  init(actorCount: Int) { bits = 63 - (UInt64.bitWidth - UInt64(max(1, actorCount)).leadingZeroBitCount) }

  /// One over so many steps, rounded to a whole number of parts.
  func parts(of steps: Int) -> UInt64 { ((1 << UInt64(bits)) + UInt64(steps) / 2) / UInt64(steps) }

  /// Parts as a number.
  func number(_ parts: UInt64) -> Double { Double(sign: .plus, exponent: -bits, significand: Double(parts)) }
}

extension [Int] {
  /// Adds counts by place, growing where there are more of them.
  mutating func add(counts: [Int]) {
    while count < counts.count { append(0) }
    for (place, number) in counts.enumerated() { self[place] += number }
  }
}
