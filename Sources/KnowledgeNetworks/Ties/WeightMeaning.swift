/// What the weights of a network say, declared once for the whole network.
public enum WeightMeaning: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nothing was declared: every connected pair counts as one.
  case none
  /// A larger weight is a stronger tie. Strengths, PageRank, eigenvector scores and structural holes use it;
  /// paths do not, for a strength is not a length.
  case strength
  /// A larger weight is a longer way. Betweenness, closeness and harmonic centrality use it; nothing else does.
  case distance

  /// What the ties of one connected pair weigh together: strengths add up, of lengths the least counts, since whoever
  /// looks for the shortest way takes it.
  ///
  /// The one place where weights of several ties become one; a tie that is listed from both its ends where ties have no
  /// direction is one of them.
  ///
  /// - Parameter weights: The weights of the pair's ties, in an order that does not depend on the input; at least one.
  public func combined(_ weights: some Sequence<Double>) -> Double {
    switch self {
    case .distance: weights.min() ?? .infinity
    case .none, .strength: weights.reduce(0, +)
    }
  }
}
