internal import KnowledgeNetworks

/// Constraints worked out for one network and one number of actors, found to be free of contradictions.
struct SeedLimits: Sendable {
  /// How many may be chosen at most; exactly so many where there is no budget.
  let count: Int
  let constraints: SeedConstraints
  let isExcluded: [Bool]
  let kinds: Grouping
  /// The most of each kind.
  let caps: [Int]
  let clusters: Grouping
  /// The actors that can help to reach the floors; empty without floors.
  let cells: [FloorCell]

  init(_ constraints: SeedConstraints, count: Int, on network: KnowledgeNetwork) throws(BuzzlineError) {
    self.count = count
    self.constraints = constraints
    kinds = Grouping(name: "kind", labels: network.actors.map { $0.kind?.rawValue })
    clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    caps = kinds.groups.map { constraints.atMost[ActorKind(rawValue: $0)] ?? .max }
    var isExcluded = [Bool](repeating: false, count: network.actorCount)
    try network.check(constraints, count: count)
    for actor in constraints.mustExclude { isExcluded[actor] = true }
    self.isExcluded = isExcluded
    cells =
      constraints.atLeastOfEachCluster == 0
      ? [] : FloorCell.cells(clusters, kinds, isExcluded: isExcluded, costs: constraints.costs, most: 2 * count)
    try checkContradictions(on: network)
  }

  var budget: Double { constraints.budget ?? .infinity }

  func cost(of actor: Int) -> Double { constraints.costs?[actor] ?? 0 }

  /// The place of an actor's limit; the last has none.
  func kind(of actor: Int) -> Int { kinds[actor] ?? kinds.groups.count }
}

extension KnowledgeNetwork {
  /// Refuses constraints that speak of what the network does not have.
  fileprivate func check(_ constraints: SeedConstraints, count: Int) throws(BuzzlineError) {
    try requireActors()
    guard count >= 1 else { throw BuzzlineError(.invalidSeeds, "At least one actor is to be chosen, not \(count).") }
    guard count <= actorCount else {
      throw BuzzlineError(.invalidSeeds, "\(count) actors cannot be chosen of \(actorCount).")
    }
    for kind in constraints.atMost.keys.sorted() { _ = try seeds(of: kind) }
    for actor in constraints.mustInclude + constraints.mustExclude where !actors.indices.contains(actor) {
      throw BuzzlineError(.invalidSeeds, "There is no actor at position \(actor); there are \(actorCount) actors.")
    }
    if let costs = constraints.costs, costs.count != actorCount {
      throw BuzzlineError(.invalidOptions, "There are \(actorCount) actors, but \(costs.count) costs.")
    }
  }
}
