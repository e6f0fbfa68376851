internal import CIgraph

extension Graph {
  /// Moves points until distances in the plane match those in the network (Kamada and Kawai); it draws no random
  /// numbers.
  ///
  /// Actors in different parts are kept as far apart as the farthest that reach each other.
  ///
  /// - Complexity: O(*n*² log *n*) time and O(*n*²) space.
  package borrowing func springLayout(
    from start: [(x: Double, y: Double)]
  ) throws(IGraphError) -> Gate.Answer<[(x: Double, y: Double)]> {
    let size = Double(max(actorCount, 1))
    let steps = igraph_integer_t(max(10 * actorCount, 5_000))
    return try layout("igraph_layout_kamada_kawai", from: start) { graph, points in
      igraph_layout_kamada_kawai(graph, &points, true, steps, 0, size, nil, nil, nil, nil, nil)
    }
  }

  /// Moves points until pull and push balance, looking only at what is near (Fruchterman and Reingold on a grid).
  ///
  /// igraph shakes every point by its own random numbers, so these are seeded inside the gate.
  package borrowing func gridLayout(
    from start: [(x: Double, y: Double)], seed: UInt32
  ) throws(IGraphError) -> Gate.Answer<[(x: Double, y: Double)]> {
    let temperature = Double(actorCount).squareRoot()
    return try layout("igraph_layout_fruchterman_reingold", from: start) { graph, points in
      let seeded = igraph_rng_seed(igraph_rng_default(), igraph_uint_t(seed))
      guard seeded == IGRAPH_SUCCESS else { return seeded }
      return igraph_layout_fruchterman_reingold(
        graph, &points, true, 500, temperature, IGRAPH_LAYOUT_GRID, nil, nil, nil, nil, nil)
    }
  }

  private borrowing func layout(
    _ function: String, from start: [(x: Double, y: Double)],
    _ move: (UnsafePointer<igraph_t>, inout igraph_matrix_t) -> igraph_error_t
  ) throws(IGraphError) -> Gate.Answer<[(x: Double, y: Double)]> {
    guard start.count == actorCount, start.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw IGraphError(.invalidInput, in: function, "Each actor needs one starting point with finite coordinates.")
    }
    return try call(function) { graph throws(IGraphError) in
      var points = try PointMatrix(start)
      try Gate.check(move(graph, &points.storage), in: function)
      return points.points
    }
  }
}
