internal import KnowledgeNetworks

extension Measure {
  /// Whether an exact value takes searches from every actor, so that large networks call for a sample.
  public var searchesFromAll: Bool {
    switch self {
    case .betweenness, .closenessIn, .closenessOut, .harmonicIn, .harmonicOut: true
    default: false
    }
  }

  /// Whether it can be estimated with a guarantee.
  public var canBeSampled: Bool { searchesFromAll && self != .closenessIn && self != .closenessOut }

  /// Estimates the measure: the scores, then the lower and the upper ends of their intervals.
  func sampled(
    in network: KnowledgeNetwork, isNormalized: Bool, _ options: SamplingOptions, _ workers: Workers
  ) throws(MeasureError) -> [ActorScores] {
    let sample =
      switch self {
      case .betweenness: try network.sampledBetweenness(options, workers: workers)
      case .harmonicIn: try network.sampledHarmonic(.incoming, options, workers: workers)
      case .harmonicOut: try network.sampledHarmonic(.outgoing, options, workers: workers)
      default:
        throw MeasureError(
          .invalidInput,
          "The measure '\(rawValue)' cannot be sampled with a guarantee; betweenness and harmonic centrality can.")
      }
    let normalizer = self == .betweenness ? network.pairsOfOthers : Double(network.actorCount - 1)
    let unit = sample.unit / (isNormalized ? normalizer : 1)
    let remark =
      "\(rawValue) is sampled: with probability \(1 - options.delta) no actor's value is off by more than "
      + "\(options.epsilon * unit); \(sample.samples) samples, seed \(options.seed)."
    return [sample.estimates, sample.lower, sample.upper].enumerated().map { place, scores in
      ActorScores(
        measure: scores.measure, scores.map { ($0 ?? .nan) * unit }, remarks: place == 0 ? [remark] : [])
    }
  }
}
