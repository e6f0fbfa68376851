internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// The densest core it belongs to, ties both ways.
  public static let coreness = coreness(.both)

  /// The densest core it belongs to, ties in one direction.
  public static func coreness(_ direction: Direction) -> Measure {
    Measure(
      name: direction.trailing("coreness"),
      summary: "largest k of a k-core it belongs to, ties \(direction == .both ? "both ways" : "one way")",
      weights: .none, memory: { .numbers(in: $0, "Coreness") },
      igraph: IGraphCall { analysis, _ throws(IGraphError) in try analysis.graph.coreness(TieSide(direction)) }
    ) { analysis throws(BuzzlineError) in Scored(try analysis.network.cores(direction)) }
  }
}

extension KnowledgeNetwork {
  /// The innermost core each actor belongs to: the largest *k* so that it is among actors who all have *k* ties there.
  ///
  /// Seidman (1983), [doi:10.1016/0378-8733(83)90028-X](https://doi.org/10.1016/0378-8733(83)90028-X). With `.both` a
  /// pair tied in both directions counts twice. Weights do not count. An isolate scores 0.
  ///
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n* + *m*) time and space.
  ///
  /// Properties: turning all ties swaps outgoing and incoming; coreness is at most the number of ties.
  public func coreness(
    _ direction: Direction = .both, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.coreness(direction), engine, workers)
  }

  /// The innermost core of every actor, by taking out whoever has the fewest ties left.
  ///
  /// Batagelj & Zaversnik (2011), [doi:10.1007/s11634-010-0079-y](https://doi.org/10.1007/s11634-010-0079-y). One thread:
  /// each actor taken out decides who is next.
  fileprivate func cores(_ direction: Direction) throws(BuzzlineError) -> [Double] {
    // A pair tied both ways counts twice, so both rows are gone through and not their union.
    let rows = countedRows(direction.reversed)
    let counted = countedRows(direction)
    var queue = CoreQueue(degrees: actors.indices.map { actor in counted.reduce(0) { $0 + $1.count(of: actor) } })
    var cores = [Double](repeating: 0, count: actorCount)
    for place in cores.indices {
      if place.isMultiple(of: 4096) { try stopIfCancelled() }
      let actor = queue.order[place]
      let core = queue.degrees[actor]
      cores[actor] = Double(core)
      for row in rows {
        for partner in row[actor] where queue.degrees[Int(partner)] > core { queue.lower(Int(partner)) }
      }
    }
    return cores
  }
}

/// Actors in the order of the ties they have left, kept so while ties go.
private struct CoreQueue {
  private(set) var degrees: [Int]
  private(set) var order: [Int]
  private var places: [Int]
  /// Where actors with so many ties left begin.
  private var starts: [Int]

  init(degrees: [Int]) {
    self.degrees = degrees
    starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    order = Array(repeating: 0, count: degrees.count)
    places = order
    var next = starts
    for (actor, degree) in degrees.enumerated() {
      places[actor] = next[degree]
      order[next[degree]] = actor
      next[degree] += 1
    }
  }

  /// Takes one tie from an actor: it changes places with the first of its degree, which then begins later.
  mutating func lower(_ actor: Int) {
    let degree = degrees[actor]
    let first = starts[degree]
    let other = order[first]
    order.swapAt(places[actor], first)
    places[other] = places[actor]
    places[actor] = first
    starts[degree] += 1
    degrees[actor] -= 1
  }
}
