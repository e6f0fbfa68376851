internal import KnowledgeNetworks

/// How many actors reach, each starting alone, added up over sets of starters: graph by graph, and by actor over all graphs.
///
/// Everything is a whole number, so it adds up to the same on any number of threads.
struct StarterReach: Sendable {
  /// How often each actor counts in a set of starters, in roster order.
  typealias Shares = [Int]

  /// For each set, the sum over its starters in each graph.
  private(set) var byGraph: [[Int]]
  /// For each actor, the sum over all graphs.
  private(set) var byActor: [Int]

  /// How often each of so many actors is in some sets.
  static func counting(_ sets: [[Int]], of actorCount: Int) -> Shares {
    var shares = [Int](repeating: 0, count: actorCount)
    for set in sets { for actor in set { shares[actor] += 1 } }
    return shares
  }

  /// Graphs that are gone through between two looks at whether the task was cancelled.
  private static let stretch = 16

  /// Goes through graphs.
  ///
  /// - Complexity: As ``LiveTieModel/reachOfEveryActor(on:options:workers:)``, and O(*w* *n* *s*) time for *s* sets.
  init(of ties: LiveTies, sets: [Shares], options: SpreadOptions, workers: Workers) throws(BuzzlineError) {
    var byGraph = sets.map { _ in [Int]() }
    var byActor = [Int](repeating: 0, count: ties.actorCount)
    let stretches = (options.runs + Self.stretch - 1) / Self.stretch
    try workers.forEach(of: stretches, work: "live-edge graphs") {
      ReachKernel(of: ties, seed: options.seed)
    } compute: { kernel, number in
      let first = number * Self.stretch
      return (first..<min(options.runs, first + Self.stretch)).map { kernel.tally(graphs: $0..<$0 + 1).sums }
        .reduce(into: Part(sets: sets.count, actors: ties.actorCount)) { $0.add($1, sets) }
    } commit: { _, part in
      for set in sets.indices { byGraph[set] += part.byGraph[set] }
      for actor in byActor.indices { byActor[actor] += part.byActor[actor] }
    }
    (self.byGraph, self.byActor) = (byGraph, byActor)
  }

  /// What some starters reach, all graphs added up.
  func sum(over starters: [Int]) -> Int { starters.reduce(0) { $0 + byActor[$1] } }

  /// What some graphs add up to.
  private struct Part: Sendable {
    var byGraph: [[Int]]
    var byActor: [Int]

    init(sets: Int, actors: Int) {
      byGraph = Array(repeating: [], count: sets)
      byActor = Array(repeating: 0, count: actors)
    }

    /// Takes up one graph, in which each actor reaches so many.
    mutating func add(_ reach: [Int], _ sets: [Shares]) {
      for actor in reach.indices { byActor[actor] += reach[actor] }
      for (set, shares) in sets.enumerated() {
        var sum = 0
        for actor in reach.indices { sum += shares[actor] * reach[actor] }
        byGraph[set].append(sum)
      }
    }
  }
}
