internal import KnowledgeNetworks

/// The highest expected reach of any set on common graphs, and who has it.
public struct BestSeedSets: Hashable, Codable, Sendable {
  /// The highest expected reach.
  public let expectedReach: Double
  /// All sets that have it, in the order of their members' roster positions.
  public let sets: [[Int]]
  /// Whether there are more such sets than are listed.
  public let hasMore: Bool
}

extension SeedSearch {
  /// The best of all sets that the constraints allow, on the graphs the greedy choice was made on; `nil` where there are
  /// too many actors or sets, or where a budget lets sets of several sizes be chosen.
  ///
  /// - Complexity: O(*s* *w*) time for *s* sets and *w* graphs, O(*n* *w*) space.
  func bestSets(_ gains: LiveEdgeGains) throws(BuzzlineError) -> BestSeedSets? {
    let actors = network.actorCount
    guard actors <= 64, limits.constraints.costs == nil,
      SetSearch<ReachSetScorer>.sets(of: limits.count, among: actors, atMost: options.mostSets) != nil
    else { return nil }
    let masks = try gains.reachedByGraph()
    // Reached only where all sets are tried, so nothing is drawn.
    let effort = SetSearchEffort(mostSets: options.mostSets, restarts: 0, seed: 0, mostListed: 100)
    var sets = SetSearch(actors: actors, size: limits.count, effort: effort, workers: workers) {
      ReachSetScorer(masks)
    }
    sets.isAllowed = limits.allows
    try sets.run()
    return BestSeedSets(
      expectedReach: sets.best.value, sets: sets.best.sets.sorted { $0.lexicographicallyPrecedes($1) },
      hasMore: sets.best.hasMore)
  }
}

extension SeedLimits {
  func allows(_ set: [Int]) -> Bool {
    let free = set.filter { !constraints.mustInclude.contains($0) }
    guard free.count + constraints.mustInclude.count == set.count else { return false }
    var room = SeedRoom(self)
    room.fill(from: free)
    return room.chosen.count == set.count && room.deficit == 0
  }
}

/// Values sets by the mean number of actors they reach on common graphs; at most 64 actors, one bit each.
struct ReachSetScorer: SetScorer {
  /// For each actor, whom it reaches in each graph.
  private let masks: [[UInt64]]
  private var shared: [UInt64]

  init(_ masks: [[UInt64]]) {
    self.masks = masks
    shared = masks.first?.map { _ in 0 } ?? []
  }

  mutating func begin(with members: [Int]) {
    for graph in shared.indices { shared[graph] = members.reduce(0) { $0 | masks[$1][graph] } }
  }

  mutating func value(adding actor: Int) -> Double {
    var reached = 0
    for (graph, mask) in masks[actor].enumerated() { reached += (shared[graph] | mask).nonzeroBitCount }
    return Double(reached) / Double(shared.count)
  }

  mutating func value(of members: [Int]) -> Double {
    begin(with: members)
    return Double(shared.reduce(0) { $0 + $1.nonzeroBitCount }) / Double(max(shared.count, 1))
  }
}
