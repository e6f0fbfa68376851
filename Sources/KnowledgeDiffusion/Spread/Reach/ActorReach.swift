public import KnowledgeNetworks

/// Expected reach from every actor; ``LiveTieModel/reachOfEveryActor(on:options:workers:)`` makes it.
public struct ActorReach: Codable, Sendable {
  /// How many hear of it on average where one actor alone starts, itself included.
  public let expected: ActorScores
  /// The standard errors of ``expected``; not defined for a single graph.
  public let standardErrors: ActorScores
  /// How many graphs were gone through; fewer than asked for where the task was cancelled.
  public let graphs: Int
  /// Whether all graphs asked for were gone through.
  public let isComplete: Bool
}

extension LiveTieModel {
  /// Expected reach from every actor, each starting alone, in the same graphs.
  ///
  /// In each graph reach is exact; run *k* is the graph *k* that ``SpreadModel/spread(on:from:options:workers:)`` goes
  /// through, so both give the same means. All actors share their draws, which makes their differences sharper than the
  /// standard errors of each. The step limit does not apply.
  ///
  /// Properties: `everyActorIsReachedAsInRunsOfItsOwn`.
  ///
  /// - Throws: ``BuzzlineError`` if the model does not fit, there are no actors, or no graph was finished.
  /// - Complexity: O(*w* (*n* + *m* + *s*)) time for *w* graphs with searches of *s* steps in all, most of them short or
  ///   saved by one large core; O(*n* + *m*) space a thread.
  public func reachOfEveryActor(
    on network: KnowledgeNetwork, options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorReach {
    try network.requireActors()
    let ties = try liveTies(on: network)
    try workers.afford(.runs(in: network, for: "The reach of every actor"))
    var sums = [Int](repeating: 0, count: network.actorCount)
    var squares = sums
    var graphs = 0
    _ = try? workers.forEach(of: (options.runs + 63) / 64, work: "live-edge graphs") {
      ReachKernel(of: ties, seed: options.seed)
    } compute: { kernel, block in
      kernel.tally(graphs: block * 64..<min(options.runs, (block + 1) * 64))
    } commit: { _, part in
      for actor in sums.indices {
        sums[actor] += part.sums[actor]
        squares[actor] += part.squares[actor]
      }
      graphs += part.graphs
    }
    guard graphs > 0 else { throw .cancelled(of: "reach of every actor") }
    let estimates = sums.indices.map { Estimate(sum: sums[$0], squares: squares[$0], runs: graphs) }
    return ActorReach(
      expected: ActorScores(measure: "expected_reach", estimates.map(\.mean)),
      standardErrors: ActorScores(measure: "expected_reach_error", estimates.map { $0.standardError ?? .nan }),
      graphs: graphs, isComplete: graphs == options.runs)
  }
}
