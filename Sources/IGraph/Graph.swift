internal import CIgraph

/// A network on igraph's side: built once for an analysis, then asked many times.
///
/// It knows vertices and ties by number only; everything else an actor carries stays in Swift.
// Sendable is proved by the gate: the pointer is followed only inside it, by one thread at a time, and igraph's own
// cache, which it fills even through a constant pointer, with it. Directedness and counts never change.
package struct Graph: ~Copyable, @unchecked Sendable {
  private let storage: UnsafeMutablePointer<igraph_t>
  let isDirected: Bool
  let actorCount: Int
  let tieCount: Int

  /// Builds a graph from ties between actor numbers.
  ///
  /// - Parameters:
  ///   - actorCount: The number of actors, numbered from 0.
  ///   - ties: Source and target of each tie in turn, so twice as many numbers as there are ties.
  ///   - isDirected: Whether source and target differ in role.
  /// - Throws: `.invalidInput` for a number that is no actor's or an odd count of numbers.
  /// - Complexity: O(*n* + *m*) time and space.
  package init(actorCount: Int, ties: [UInt32], isDirected: Bool) throws(IGraphError) {
    let function = "igraph_create"
    guard ties.count.isMultiple(of: 2) else {
      throw IGraphError(.invalidInput, in: function, "The last tie has a source but no target.")
    }
    if let outsider = ties.first(where: { $0 >= actorCount }) {
      throw IGraphError(
        .invalidInput, in: function, "A tie names actor number \(outsider), but there are \(actorCount) actors.")
    }
    storage = try Gate.enter(for: function) { () throws(IGraphError) in
      let ends = try IntegerVector(ties)
      let graph = UnsafeMutablePointer<igraph_t>.allocate(capacity: 1)
      do throws(IGraphError) {
        try withUnsafePointer(to: ends.storage) { ends throws(IGraphError) in
          try Gate.check(igraph_create(graph, ends, igraph_integer_t(actorCount), isDirected), in: function)
        }
      } catch {
        graph.deallocate()
        throw error
      }
      return graph
    }.value
    self.isDirected = isDirected
    self.actorCount = actorCount
    tieCount = ties.count / 2
  }

  deinit {
    Gate.alone { [storage] in igraph_destroy(storage) }
    storage.deallocate()
  }
}

/// Which ties of an actor count.
package enum TieSide: Sendable {
  case outgoing, incoming, both

  var mode: igraph_neimode_t {
    switch self {
    case .outgoing: IGRAPH_OUT
    case .incoming: IGRAPH_IN
    case .both: IGRAPH_ALL
    }
  }
}

extension Graph {
  typealias Answer = Gate.Answer

  /// Runs one call inside the gate on this graph.
  borrowing func call<Value>(
    _ function: String, progress: Gate.Progress? = nil,
    _ body: (UnsafePointer<igraph_t>) throws(IGraphError) -> Value
  ) throws(IGraphError) -> Answer<Value> {
    let graph = UnsafePointer(storage)
    return try Gate.enter(for: function, progress: progress) { () throws(IGraphError) in try body(graph) }
  }

  /// Runs a call that fills one number an actor, with the weights of the ties if there are any.
  borrowing func scores(
    _ function: String, weights: [Double]? = nil, progress: Gate.Progress? = nil,
    _ fill: (
      _ graph: UnsafePointer<igraph_t>, _ scores: inout igraph_vector_t, _ weights: UnsafePointer<igraph_vector_t>?
    ) -> igraph_error_t
  ) throws(IGraphError) -> Answer<[Double]> {
    try check(weights, for: function)
    return try call(function, progress: progress) { graph throws(IGraphError) in
      var scores = try RealVector()
      if let weights {
        let numbers = try RealVector(weights)
        try withUnsafePointer(to: numbers.storage) { weights throws(IGraphError) in
          try Gate.check(fill(graph, &scores.storage, weights), in: function)
        }
      } else {
        try Gate.check(fill(graph, &scores.storage, nil), in: function)
      }
      return scores.numbers
    }
  }

  /// Refuses weights that igraph would take in silence.
  private borrowing func check(_ weights: [Double]?, for function: String) throws(IGraphError) {
    guard let weights else { return }
    guard weights.count == tieCount else {
      throw IGraphError(
        .invalidInput, in: function, "There are \(weights.count) weights for \(tieCount) ties; each tie needs one.")
    }
    if let wrong = weights.first(where: { !($0.isFinite && $0 >= 0) }) {
      throw IGraphError(
        .invalidInput, in: function, "A tie weighs \(wrong); a weight is finite and not negative.")
    }
  }
}
