internal import CIgraph

extension Graph {
  /// The largest *k* for which an actor belongs to a part in which everyone has *k* ties of that side.
  package borrowing func coreness(_ side: TieSide) throws(IGraphError) -> Gate.Answer<[Double]> {
    let function = "igraph_coreness"
    return try call(function) { graph throws(IGraphError) in
      var cores = try IntegerVector()
      try Gate.check(igraph_coreness(graph, &cores.storage, side.mode), in: function)
      return cores.numbers.map(Double.init)
    }
  }

  /// Burt's constraint over the whole network; NaN for an actor without ties.
  package borrowing func constraint(weights: [Double]? = nil) throws(IGraphError) -> Gate.Answer<[Double]> {
    try scores("igraph_constraint", weights: weights) { graph, scores, weights in
      igraph_constraint(graph, &scores, igraph_vss_all(), weights)
    }
  }

  /// The share of an actor's pairs of partners that are tied, direction left aside; NaN below two partners.
  package borrowing func localTransitivity() throws(IGraphError) -> Gate.Answer<[Double]> {
    try scores("igraph_transitivity_local_undirected") { graph, scores, _ in
      igraph_transitivity_local_undirected(graph, &scores, igraph_vss_all(), IGRAPH_TRANSITIVITY_NAN)
    }
  }

  /// How many triples are of each of the 16 kinds, in the order 003, 012, 102, 021D, 021U, 021C, 111D, 111U, 030T,
  /// 030C, 201, 120D, 120U, 120C, 210, 300.
  package borrowing func triadCensus() throws(IGraphError) -> Gate.Answer<[Double]> {
    try scores("igraph_triad_census") { graph, counts, _ in igraph_triad_census(graph, &counts) }
  }
}
