internal import CIgraph

extension Graph {
  /// Each actor's share in the leading eigenvector, the largest being 1; knowledge received counts.
  package borrowing func eigenvector(weights: [Double]? = nil) throws(IGraphError) -> Gate.Answer<[Double]> {
    let isDirected = isDirected
    return try scores("igraph_eigenvector_centrality", weights: weights) { graph, scores, weights in
      withSolver { buzzline_eigenvector_centrality(graph, &scores, isDirected, weights, &$0) }
    }
  }

  /// Each actor's share of the time of a walker who follows ties and now and then starts anywhere.
  package borrowing func pageRank(
    damping: Double, weights: [Double]? = nil
  ) throws(IGraphError) -> Gate.Answer<[Double]> {
    let function = "igraph_pagerank"
    guard (0..<1).contains(damping) else {
      throw IGraphError(
        .invalidInput, in: function, "A damping of \(damping) was asked for; it is at least 0 and below 1.")
    }
    let isDirected = isDirected
    return try scores(function, weights: weights) { graph, scores, weights in
      buzzline_pagerank(graph, &scores, isDirected, damping, weights)
    }
  }

  /// How much each actor gives to those who receive much, the largest being 1.
  package borrowing func hubs(weights: [Double]? = nil) throws(IGraphError) -> Gate.Answer<[Double]> {
    let function = "igraph_hub_and_authority_scores"
    return try scores(function, weights: weights) { graph, scores, weights in
      withSolver { buzzline_hub_and_authority_scores(graph, &scores, nil, weights, &$0) }
    }
  }

  /// How much each actor receives from those who give much, the largest being 1.
  package borrowing func authorities(weights: [Double]? = nil) throws(IGraphError) -> Gate.Answer<[Double]> {
    let function = "igraph_hub_and_authority_scores"
    return try scores(function, weights: weights) { graph, scores, weights in
      withSolver { buzzline_hub_and_authority_scores(graph, nil, &scores, weights, &$0) }
    }
  }
}

/// Gives a call its own options, since igraph writes into them, and a fixed start, since igraph shakes it at random.
///
/// The solver behind igraph still draws numbers of its own that nobody can seed. They show only where the leading
/// eigenvalue is multiple: there the scores are one of many answers and another one at the next call.
private func withSolver(_ call: (inout igraph_arpack_options_t) -> igraph_error_t) -> igraph_error_t {
  var options = igraph_arpack_options_t()
  igraph_arpack_options_init(&options)
  let seeded = igraph_rng_seed(igraph_rng_default(), 1)
  return seeded == IGRAPH_SUCCESS ? call(&options) : seeded
}
