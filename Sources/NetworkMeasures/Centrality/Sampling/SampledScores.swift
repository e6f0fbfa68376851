public import KnowledgeNetworks

/// Scores estimated from a sample, each with the interval it lies in.
///
/// With probability 1 − δ all actors' true shares lie in their intervals at once.
public struct SampledScores: Hashable, Sendable {
  /// The estimates, as shares from 0 to 1.
  public let estimates: ActorScores
  /// The lower ends of the intervals.
  public let lower: ActorScores
  /// The upper ends of the intervals.
  public let upper: ActorScores
  /// How many samples were drawn.
  public let samples: Int
  /// How near and how sure was asked for.
  public let options: SamplingOptions
  /// How much of a raw score one share is: multiply to compare with an exact, raw score.
  public let unit: Double

  /// The `count` actors with the highest scores, if the sample is certain who they are; their order is not certain.
  ///
  /// - Complexity: O(*n* log *n*).
  public func certainHighest(_ count: Int) -> [Int]? {
    let order = estimates.highest(estimates.count)
    guard count > 0, count < order.count else { return count == order.count ? order : nil }
    let least = order.prefix(count).compactMap { lower[$0] }.min() ?? 0
    let most = order.dropFirst(count).compactMap { upper[$0] }.max() ?? 0
    return least > most ? Array(order.prefix(count)) : nil
  }

  /// Whether each actor is among the `count` highest: `true` or `false` where the sample is certain of it, else `nil`.
  ///
  /// An actor is among them if fewer than `count` others may be as high, and is not if `count` others are higher for
  /// certain. All answers hold at once with probability 1 − δ. An actor whose score is not defined is not among them.
  ///
  /// Properties: membershipAgreesWithTheCertainHighest.
  ///
  /// - Complexity: O(*n* log *n*) time, O(*n*) space.
  public func isAmongHighest(_ count: Int) -> [Bool?] {
    let uppers = upper.compactMap(\.self).sorted()
    let lowers = lower.compactMap(\.self).sorted()
    return estimates.indices.map { actor in
      guard let low = lower[actor], let high = upper[actor] else { return false }
      // The actor's own upper end is always at least its lower one.
      if uppers.count - uppers.count(below: low) - 1 < count { return true }
      return lowers.count - lowers.count(through: high) >= count ? false : nil
    }
  }
}

extension [Double] {
  /// How many of these ascending numbers are less than a bound.
  fileprivate func count(below bound: Double) -> Int { firstIndex { $0 >= bound } }

  /// How many of these ascending numbers are at most a bound.
  fileprivate func count(through bound: Double) -> Int { firstIndex { $0 > bound } }

  /// Where a condition begins to hold, halving.
  private func firstIndex(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
