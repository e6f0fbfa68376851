internal import KnowledgeNetworks

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
    guard let sampled, reasonAgainstSampling(isNormalized: isNormalized) == nil else {
      let reason = reasonAgainstSampling(isNormalized: isNormalized) ?? "it needs no sample"
      throw BuzzlineError(.invalidInput, "The measure '\(name)' cannot be sampled: \(reason).")
    }
    let sample = try sampled.sample(network, options, workers)
    let unit = isNormalized ? 1 : sample.unit
    let cautions = [caution].compactMap(\.self)
    let remark =
      "\(name) is sampled: with probability \(1 - options.delta) no actor's value is off by more than "
      + "\(options.epsilon * unit); \(sample.samples) samples, seed \(options.seed)."
    let scores = [sample.estimates, sample.lower, sample.upper].enumerated().map { place, scores in
      ActorScores(
        measure: scores.measure, scores.map { ($0 ?? .nan) * unit }, remarks: place == 0 ? cautions + [remark] : [],
        isNormalized: isNormalized)
    }
    return scores + (options.top.map { [highest($0, in: sample)] } ?? [])
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
