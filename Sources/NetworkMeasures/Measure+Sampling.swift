internal import KnowledgeNetworks

extension Measure {
  /// Whether an exact value takes searches from every actor, so that large networks call for a sample.
  public var searchesFromAll: Bool {
    switch self {
    case .betweenness, .betweennessBetweenClusters, .closenessIn, .closenessOut, .harmonicIn, .harmonicOut: true
    default: false
    }
  }

  /// Whether it can be estimated with a guarantee; closeness only as one over the mean distance.
  public func canBeSampled(isNormalized: Bool) -> Bool {
    searchesFromAll && reasonAgainstSampling(isNormalized: isNormalized) == nil
  }

  /// Why there is no sampled form of it with a guarantee, if there is none though it takes searches from every actor.
  public func reasonAgainstSampling(isNormalized: Bool) -> String? {
    switch self {
    case .betweennessBetweenClusters: "no sample of it comes with a guarantee"
    case .closenessIn, .closenessOut:
      isNormalized ? nil : "a sample does not tell how many are reached, which the normalised form can do without"
    default: nil
    }
  }

  /// Estimates the measure: the scores, then the lower and the upper ends of their intervals and, if the highest were
  /// asked for, 1 for those that are among them, 0 for those that are not, and nothing for those it is not certain of.
  func sampled(
    in network: KnowledgeNetwork, isNormalized: Bool, _ options: SamplingOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [ActorScores] {
    if let reason = reasonAgainstSampling(isNormalized: isNormalized) {
      throw BuzzlineError(.invalidInput, "The measure '\(rawValue)' cannot be sampled: \(reason).")
    }
    let sample = try sample(of: network, options, workers)
    let unit = isNormalized ? 1 : sample.unit
    let remark =
      "\(rawValue) is sampled: with probability \(1 - options.delta) no actor's value is off by more than "
      + "\(options.epsilon * unit); \(sample.samples) samples, seed \(options.seed)."
    let scores = [sample.estimates, sample.lower, sample.upper].enumerated().map { place, scores in
      ActorScores(
        measure: scores.measure, scores.map { ($0 ?? .nan) * unit }, remarks: place == 0 ? [remark] : [])
    }
    return scores + (options.top.map { [highest($0, in: sample)] } ?? [])
  }

  private func sample(
    of network: KnowledgeNetwork, _ options: SamplingOptions, _ workers: Workers
  ) throws(BuzzlineError) -> SampledScores {
    switch self {
    case .closenessIn: try network.sampledCloseness(.incoming, options, workers: workers)
    case .closenessOut: try network.sampledCloseness(.outgoing, options, workers: workers)
    case .harmonicIn: try network.sampledHarmonic(.incoming, options, workers: workers)
    case .harmonicOut: try network.sampledHarmonic(.outgoing, options, workers: workers)
    default: try network.sampledBetweenness(options, workers: workers)
    }
  }

  private func highest(_ count: Int, in sample: SampledScores) -> ActorScores {
    let isHighest = sample.isAmongHighest(count)
    let open = isHighest.count { $0 == nil }
    let remark =
      open == 0
      ? "Who the \(count) highest in \(rawValue) are is certain."
      : "Of \(open) actors it is not certain whether they are among the \(count) highest in \(rawValue)."
    return ActorScores(
      measure: "\(rawValue)-highest", isHighest.map { $0.map { $0 ? 1 : 0 } ?? .nan }, remarks: [remark])
  }
}
