internal import Foundation
internal import IGraph
public import KnowledgeNetworks

extension Measure {
  /// Where a random follower of ties would be found.
  public static let pagerank = pageRank(damping: 0.85)

  /// The same with another chance to follow a tie.
  public static func pageRank(damping: Double) -> Measure {
    Measure(
      name: "pagerank", summary: "PageRank, damping \(damping), sum 1", settings: "\(damping)", weights: .strength,
      memory: { .numbers(in: $0, "PageRank") },
      igraph: IGraphCall { analysis, _ throws(IGraphError) in
        try analysis.graph.pageRank(damping: damping, weights: analysis.strengths)
      }
    ) { analysis throws(BuzzlineError) in Scored(try analysis.network.walkShares(damping, analysis.workers)) }
  }
}

extension KnowledgeNetwork {
  /// The share of time a walker spends at each actor who follows ties at random and now and then starts anywhere.
  ///
  /// Brin & Page (1998), [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552(98)00110-X). The walker
  /// goes on from actors who give to nobody to any actor. Weights count if declared to be strengths. Scores add up to
  /// 1; an isolate has the least.
  ///
  /// - Parameters:
  ///   - damping: The chance to follow a tie, at least 0 and below 1.
  ///   - engine: What computes it.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for another damping; `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, O(*n* + *m*) space.
  ///
  /// Properties: scores add up to one; with a damping of 0 all are equal.
  public func pageRank(
    damping: Double = 0.85, engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    try score(.pageRank(damping: damping), engine, workers)
  }

  fileprivate func walkShares(_ damping: Double, _ workers: Workers) throws(BuzzlineError) -> [Double] {
    guard damping >= 0, damping < 1 else {
      throw BuzzlineError(.invalidInput, "A damping is at least 0 and below 1; here it is \(damping).")
    }
    guard actorCount > 0 else { return [] }
    let count = actorCount
    let rows = GiverRows(receivingIn: self)
    // One over what each actor gives in all; 0 for those who give nothing.
    let giving = GiverRows(givingIn: self).totals.map { $0 > 0 ? 1 / $0 : 0 }
    var shares = [Double](repeating: 1 / Double(count), count: count)
    // After so many steps what is left of the start is below 1e-16.
    for _ in 0..<(damping > 0 ? max(2, Int((-40 / log2(damping)).rounded(.up)) * 2) : 1) {
      let passed = zip(shares, giving).map { $0 * $1 }
      let idle = zip(shares, giving).reduce(0) { $1.1 == 0 ? $0 + $1.0 : $0 }
      let anywhere = (1 - damping + damping * idle) / Double(count)
      let next = try workers.joined(over: count, by: 8_192, scratch: {}) { (_: inout Void, actors) in
        actors.map { anywhere + damping * rows.received(by: $0, passed) }
      }
      let change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      shares = next
      if change < 1e-15 { break }
    }
    return shares
  }
}
