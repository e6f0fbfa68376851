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
}
