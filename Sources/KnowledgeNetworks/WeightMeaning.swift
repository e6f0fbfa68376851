/// What the weights of a network say, declared once for the whole network.
public enum WeightMeaning: String, Hashable, Sendable, CaseIterable {
  /// Nothing was declared: every connected pair counts as one.
  case none
  /// A larger weight is a stronger tie. Strengths, PageRank, eigenvector scores and structural holes use it;
  /// paths do not, for a strength is not a length.
  case strength
  /// A larger weight is a longer way. Betweenness, closeness and harmonic centrality use it; nothing else does.
  case distance
}
