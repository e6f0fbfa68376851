public import KnowledgeNetworks

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
    self.epsilon = epsilon
    self.delta = delta
    self.seed = seed
    self.top = top
  }
}

extension KnowledgeNetwork {
  /// Samples follow ties step by step.
  func refuseLengths(for measure: String) throws(BuzzlineError) {
    guard isWeighted, weightMeaning == .distance else { return }
    throw BuzzlineError(.invalidInput, "\(measure) is sampled step by step; the ties of this network have lengths.")
  }
}
