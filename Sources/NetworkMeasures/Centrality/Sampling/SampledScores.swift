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

  init(
    of measure: String, _ estimates: [Double], lower: [Double], upper: [Double], samples: Int,
    options: SamplingOptions, unit: Double
  ) {
    self.estimates = ActorScores(measure: measure, estimates)
    self.lower = ActorScores(measure: measure + "-low", lower)
    self.upper = ActorScores(measure: measure + "-high", upper)
    (self.samples, self.options, self.unit) = (samples, options, unit)
  }

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
      if uppers[uppers.place { $0 >= low }...].count - 1 < count { return true }
      return lowers[lowers.place { $0 > high }...].count >= count ? false : nil
    }
  }
}

extension [Double] {
  /// Where in these ascending numbers a condition begins to hold.
  fileprivate func place(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// How sure and how near a sampled measure has to be: with probability 1 − δ every actor's estimate lies within ±ε.
///
/// ε is in units of the measure's share: of all ordered pairs of actors for betweenness, of all other actors for harmonic
/// centrality; both lie between 0 and 1.
public struct SamplingOptions: Hashable, Sendable {
  /// The largest error, ε.
  public let epsilon: Double
  /// The chance that some actor's error is larger, δ.
  public let delta: Double
  /// The seed of what is drawn.
  public let seed: UInt64
  /// If given, sampling may end as soon as it is certain who these many highest actors are.
  public let top: Int?

  /// Makes options.
  ///
  /// - Throws: ``BuzzlineError`` with `.invalidInput` if ε or δ is not between 0 and 1, both excluded, or `top` is below 1.
  public init(epsilon: Double, delta: Double = 0.1, seed: UInt64 = 1, top: Int? = nil) throws(BuzzlineError) {
    for (name, value) in [("epsilon", epsilon), ("delta", delta)] where !(value > 0 && value < 1) {
      throw BuzzlineError(.invalidInput, "The \(name) of a sample lies between 0 and 1; here it is \(value).")
    }
    if let top, top < 1 {
      throw BuzzlineError(.invalidInput, "At least the 1 highest can be asked for; here it is \(top).")
    }
    (self.epsilon, self.delta, self.seed, self.top) = (epsilon, delta, seed, top)
  }
}

extension KnowledgeNetwork {
  /// Samples follow ties step by step.
  func refuseLengths(for measure: String) throws(BuzzlineError) {
    guard lengths != nil else { return }
    throw BuzzlineError(.invalidInput, "\(measure) is sampled step by step; the ties of this network have lengths.")
  }
}

extension Measure {
  /// Whether an exact value takes searches from every actor, so that large networks call for a sample.
  public var searchesFromAll: Bool { sampled != nil }

  /// Whether it can be estimated with a guarantee; closeness only as one over the mean distance.
  public func canBeSampled(isNormalized: Bool) -> Bool {
    searchesFromAll && reasonAgainstSampling(isNormalized: isNormalized) == nil
  }

  /// Why there is no sampled form of it with a guarantee, if there is none though it takes searches from every actor.
  public func reasonAgainstSampling(isNormalized: Bool) -> String? {
    sampled.flatMap { $0.reasonAgainst ?? (isNormalized ? nil : $0.reasonUnlessNormalized) }
  }

  /// Estimates the measure: the scores, then the lower and the upper ends of their intervals and, if the highest were
  /// asked for, 1 for those that are among them, 0 for those that are not, and nothing for those it is not certain of.
  func estimates(
    in network: KnowledgeNetwork, isNormalized: Bool, _ options: SamplingOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [ActorScores] {
    let reason = reasonAgainstSampling(isNormalized: isNormalized)
    guard reason == nil, let sample = try sampled?.sample?(network, options, workers) else {
      throw BuzzlineError(.invalidInput, "The measure '\(name)' cannot be sampled: \(reason ?? "it needs no sample").")
    }
    let unit = isNormalized ? 1 : sample.unit
    let remark =
      "\(name) is sampled: with probability \(1 - options.delta) no actor's value is off by more than "
      + "\(options.epsilon * unit); \(sample.samples) samples, seed \(options.seed)."
    func scaled(_ scores: ActorScores, remarks: [String] = []) -> ActorScores {
      ActorScores(
        measure: scores.measure, scores.map { ($0 ?? .nan) * unit }, remarks: remarks, isNormalized: isNormalized)
    }
    return [
      scaled(sample.estimates, remarks: [caution, remark].compactMap(\.self)), scaled(sample.lower),
      scaled(sample.upper),
    ] + (options.top.map { [highest($0, in: sample)] } ?? [])
  }

  private func highest(_ count: Int, in sample: SampledScores) -> ActorScores {
    let isHighest = sample.isAmongHighest(count)
    let open = isHighest.count { $0 == nil }
    let remark =
      open == 0
      ? "Who the \(count) highest in \(name) are is certain."
      : "Of \(open) actors it is not certain whether they are among the \(count) highest in \(name)."
    return ActorScores(measure: "\(name)-highest", isHighest.map { $0.map { $0 ? 1 : 0 } ?? .nan }, remarks: [remark])
  }
}
