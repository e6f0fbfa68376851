/// What the searches from many actors found at one actor; whole numbers, so that they add up alike in any order.
struct DistanceSums: Sendable {
  /// How many of the searches reached the actor.
  var reached: UInt64 = 0
  /// The sum of their steps.
  var steps: UInt64 = 0
  /// The sum of one over their steps, or of their squares, in parts of ``DistanceScale``.
  var scaled: UInt64 = 0

  static func += (sums: inout DistanceSums, more: DistanceSums) {
    sums.reached += more.reached
    sums.steps += more.steps
    sums.scaled += more.scaled
  }
}

/// What is added up of each distance besides its steps, in whole parts.
struct DistanceScale: Sendable {
  private let bits: Int
  private let isInverse: Bool

  /// One over the steps, as finely as the sum over all actors leaves room for.
  static func inverse(actorCount: Int) -> DistanceScale {
    DistanceScale(bits: 63 - (UInt64.bitWidth - UInt64(max(1, actorCount)).leadingZeroBitCount), isInverse: true)
  }

  /// The steps squared, which tell how much distances differ.
  static let squares = DistanceScale(bits: 0, isInverse: false)

  /// What so many steps add; one over them is rounded to a whole number of parts.
  func parts(of steps: Int) -> UInt64 {
    let steps = UInt64(steps)
    return isInverse ? ((1 << UInt64(bits)) + steps / 2) / steps : steps * steps
  }

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
