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
    let blocks = LiveEdgeBlock.blocks(of: options.runs)
    var all = ReachKernel.Tally()
    _ = try? workers.forEach(
      of: blocks.count, work: "live-edge graphs", scratch: { ReachKernel(of: ties, seed: options.seed) },
      compute: { $0.tally(graphs: blocks[$1]) }, commit: { all.append($1) })
    guard all.graphs > 0 else { throw .cancelled(of: "reach of every actor") }
    let estimates = zip(all.sums, all.squares).map { Estimate(sum: $0, squares: $1, runs: all.graphs) }
    return ActorReach(
      expected: ActorScores(measure: "expected_reach", estimates.map(\.mean)),
      standardErrors: ActorScores(measure: "expected_reach_error", estimates.map { $0.standardError ?? .nan }),
      graphs: all.graphs, isComplete: all.graphs == options.runs)
  }
}

/// How many actors reach, each starting alone, added up over sets of starters: graph by graph, and by actor over all graphs.
///
/// Everything is a whole number, so it adds up to the same on any number of threads.
struct StarterReach: Sendable {
  /// How often each actor counts in a set of starters, in roster order.
  typealias Shares = [Int]

  /// For each set, the sum over its starters in each graph.
  private(set) var byGraph: [[Int]]
  /// For each actor, the sum over all graphs.
  private(set) var byActor: [Int] = []

  /// How often each of so many actors is in some sets.
  static func counting(_ sets: [[Int]], of actorCount: Int) -> Shares {
    var shares = [Int](repeating: 0, count: actorCount)
    for actor in sets.joined() { shares[actor] += 1 }
    return shares
  }

  private mutating func add(_ reach: [Int], _ sets: [Shares]) {
    byActor.add(reach)
    for (set, shares) in sets.enumerated() { byGraph[set].append(zip(shares, reach).reduce(0) { $0 + $1.0 * $1.1 }) }
  }
}

extension StarterReach {
  /// - Complexity: As ``LiveTieModel/reachOfEveryActor(on:options:workers:)``, and O(*w* *n* *s*) time for *s* sets.
  init(of sets: [Shares], in drawer: GraphDrawer, workers: Workers) throws(BuzzlineError) {
    let none = StarterReach(byGraph: sets.map { _ in [] })
    // Few graphs between two looks at whether the task was cancelled.
    let chunks = Chunks(total: drawer.graphs, size: 16)
    var all = none
    try workers.forEach(of: chunks.count, work: "live-edge graphs") {
      ReachKernel(of: drawer.ties, seed: drawer.seed)
    } compute: { kernel, number in
      var part = none
      for graph in chunks[number] { part.add(kernel.tally(graphs: graph..<graph + 1).sums, sets) }
      return part
    } commit: { _, part in
      for set in sets.indices { all.byGraph[set] += part.byGraph[set] }
      all.byActor.add(part.byActor)
    }
    self = all
  }
}
