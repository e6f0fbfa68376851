internal import CIgraph

extension Graph {
  /// On how many shortest paths each actor lies between two others.
  package borrowing func betweenness(
    lengths: [Double]? = nil, progress: Gate.Progress? = nil
  ) throws(IGraphError) -> Gate.Answer<[Double]> {
    let isDirected = isDirected
    return try scores("igraph_betweenness", weights: lengths, progress: progress) { graph, scores, lengths in
      buzzline_betweenness(graph, &scores, isDirected, lengths)
    }
  }

  /// One over the sum, or if normalized the mean, of the distances to the actors reached; NaN where none is.
  package borrowing func closeness(
    _ side: TieSide, lengths: [Double]? = nil, isNormalized: Bool = false, progress: Gate.Progress? = nil
  ) throws(IGraphError) -> Gate.Answer<[Double]> {
    try scores("igraph_closeness", weights: lengths, progress: progress) { graph, scores, lengths in
      igraph_closeness(graph, &scores, nil, nil, igraph_vss_all(), side.mode, lengths, isNormalized)
    }
  }

  /// The sum, or if normalized the mean, of one over the distance to each other actor.
  package borrowing func harmonic(
    _ side: TieSide, lengths: [Double]? = nil, isNormalized: Bool = false, progress: Gate.Progress? = nil
  ) throws(IGraphError) -> Gate.Answer<[Double]> {
    try scores("igraph_harmonic_centrality", weights: lengths, progress: progress) { graph, scores, lengths in
      igraph_harmonic_centrality(graph, &scores, igraph_vss_all(), side.mode, lengths, isNormalized)
    }
  }
}
