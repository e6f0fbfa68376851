/// Splits a whole number by weights so that no part exceeds its limit and the parts add up exactly.
///
/// Parts that would exceed their limit get it, and the rest is split anew among the others. Fractions are rounded by
/// systematic sampling: each part is the whole number below or above its fair share.
///
/// - Parameters:
///   - total: What to split; at most the sum of the limits.
///   - weights: Not negative; where those of all open parts are 0, they count as equal.
///   - limits: The largest each part may be.
///   - offset: A number in 0 ..< 1 that decides which fractions are rounded up.
/// - Complexity: O(*n* *r*) time for *n* parts and *r* rounds, of which there are few unless limits are tight.
func apportioned(_ total: Int, by weights: [Double], upTo limits: [Int], offset: Double) -> [Int] {
  var parts = [Int](repeating: 0, count: weights.count)
  var open = limits.indices.filter { limits[$0] > 0 }
  var rest = total
  while !open.isEmpty && rest > 0 {
    let sum = open.reduce(0) { $0 + weights[$1] }
    let share = { (part: Int) in
      sum > 0 ? Double(rest) * (weights[part] / sum) : Double(rest) / Double(open.count)
    }
    let full = open.filter { share($0) >= Double(limits[$0]) }
    if full.isEmpty {
      let rounded = systematicallyRounded(open.map(share), to: rest, offset: offset)
      for (part, size) in zip(open, rounded) { parts[part] = min(size, limits[part]) }
      break
    }
    for part in full { parts[part] = limits[part] }
    rest = total - parts.reduce(0, +)
    open.removeAll { share in parts[share] == limits[share] }
  }
  // What rounding left over goes to the first parts that have room.
  rest = total - parts.reduce(0, +)
  for part in parts.indices {
    let step = min(rest, limits[part] - parts[part])
    parts[part] += step
    rest -= step
  }
  return parts
}

/// Whole numbers with a given sum, each beside its fraction.
private func systematicallyRounded(_ shares: [Double], to total: Int, offset: Double) -> [Int] {
  var sum = offset
  var last = 0
  return shares.map { share in
    sum += share
    let next = max(last, min(total, Int(sum)))
    defer { last = next }
    return next - last
  }
}
