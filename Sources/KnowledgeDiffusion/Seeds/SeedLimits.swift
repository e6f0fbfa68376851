internal import KnowledgeNetworks

/// Constraints worked out for one network and one number of actors, found to be free of contradictions.
struct SeedLimits: Sendable {
  /// How many may be chosen at most; exactly so many where there is no budget.
  let count: Int
  let constraints: SeedConstraints
  let isExcluded: [Bool]
  let kinds: Grouping
  let caps: [Int]
  let clusters: Grouping
  /// The actors that can help to reach the floors; empty without floors.
  let cells: [FloorCell]

  init(_ constraints: SeedConstraints, count: Int, on network: KnowledgeNetwork) throws(BuzzlineError) {
    self.count = count
    self.constraints = constraints
    kinds = try network.grouping(by: .kind)
    clusters = try network.grouping(by: .cluster)
    caps = kinds.groups.map { constraints.atMost[ActorKind(rawValue: $0)] ?? .max }
    try network.check(constraints, count: count)
    let (excluded, included) = (Set(constraints.mustExclude), Set(constraints.mustInclude))
    // An outsider is a candidate only where it must be included.
    isExcluded = network.actors.indices.map { actor in
      excluded.contains(actor) || !network.actors[actor].isMember && !included.contains(actor)
    }
    cells =
      constraints.atLeastOfEachCluster == 0
      ? [] : FloorCell.cells(clusters, kinds, isExcluded: isExcluded, costs: constraints.costs, most: 2 * count)
    try checkContradictions(on: network)
  }

  var budget: Double { constraints.budget ?? .infinity }

  func cost(of actor: Int) -> Double { constraints.costs?[actor] ?? 0 }

  /// What the gain of an actor is divided by: its cost, where there is one.
  func weight(of actor: Int) -> Double { constraints.costs?[actor] ?? 1 }

  /// The place of an actor's limit; the last has none.
  func kind(of actor: Int) -> Int { kinds[actor] ?? kinds.groups.count }
}

extension KnowledgeNetwork {
  fileprivate func check(_ constraints: SeedConstraints, count: Int) throws(BuzzlineError) {
    try requireActors()
    try require(count >= 1, "At least one actor is to be chosen, not \(count).", .invalidSeeds)
    try require(count <= actorCount, "\(count) actors cannot be chosen of \(actorCount).", .invalidSeeds)
    for kind in constraints.atMost.keys.sorted() { _ = try seeds(of: kind) }
    try check(positions: constraints.mustInclude + constraints.mustExclude)
    let costs = constraints.costs?.count ?? actorCount
    try require(costs == actorCount, "There are \(actorCount) actors, but \(costs) costs.")
  }
}

/// Constraints that cannot all be met, each told with the ones that clash.
extension SeedLimits {
  fileprivate func checkContradictions(on network: KnowledgeNetwork) throws(BuzzlineError) {
    try checkIncluded(on: network)
    try checkNumber()
    guard constraints.atLeastOfEachCluster > 0 else { return try checkCheapest() }
    try demand(
      network.actors.contains(where: { $0.cluster != nil }),
      "At least \(constraints.atLeastOfEachCluster) of every cluster is asked for, but no actor's cluster is stated.")
    try checkFloors()
    try checkCompletion()
  }

  private func demand(_ isMet: Bool, _ sentence: @autoclosure () -> String) throws(BuzzlineError) {
    try require(isMet, sentence(), .contradiction)
  }

  private var givenCost: Double { constraints.mustInclude.reduce(0) { $0 + cost(of: $1) } }

  private func checkIncluded(on network: KnowledgeNetwork) throws(BuzzlineError) {
    let included = constraints.mustInclude
    func names(_ actors: [Int]) -> String { actors.map { "'\(network.actors[$0].id)'" }.joined(separator: ", ") }
    let both = included.filter { isExcluded[$0] }
    try demand(both.isEmpty, "The same actors must be chosen and must not be chosen: \(names(both)).")
    try demand(
      included.count <= count, "\(included.count) actors must be chosen (\(names(included))), but only \(count) may be."
    )
    for (kind, cap) in zip(kinds.groups, caps) {
      let ofKind = included.filter { kinds.label(of: $0) == kind }
      try demand(
        ofKind.count <= cap,
        "At most \(cap) of the kind '\(kind)' may be chosen, but \(ofKind.count) must be: \(names(ofKind)).")
    }
    try demand(
      givenCost <= budget,
      "The actors that must be chosen (\(names(included))) cost \(givenCost), the budget is \(budget).")
  }

  private func checkNumber() throws(BuzzlineError) {
    guard constraints.budget == nil else { return }
    let allowed = isExcluded.count { !$0 }
    try demand(allowed >= count, "\(count) actors are to be chosen, but all but \(allowed) must not be.")
    var available = [Int](repeating: 0, count: caps.count + 1)
    for actor in isExcluded.indices where !isExcluded[actor] { available[kind(of: actor)] += 1 }
    let most = zip(available, caps + [.max]).reduce(0) { $0 + min($1.0, $1.1) }
    try demand(
      most >= count,
      "\(count) actors are to be chosen, but the limits by kind (\(limitNames(caps.indices.filter { caps[$0] < .max }))"
        + ") leave only \(most).")
  }

  private func checkCheapest() throws(BuzzlineError) {
    guard let costs = constraints.costs, constraints.mustInclude.isEmpty else { return }
    let limits = caps + [.max]
    let cheapest = isExcluded.indices.filter { !isExcluded[$0] && limits[kind(of: $0)] > 0 }.map { costs[$0] }.min()
    try demand(cheapest ?? .infinity <= budget, "The budget of \(budget) buys no actor that may be chosen.")
  }

  private func checkFloors() throws(BuzzlineError) {
    let floor = constraints.atLeastOfEachCluster
    var members = [Int](repeating: 0, count: clusters.groups.count)
    for actor in isExcluded.indices where !isExcluded[actor] {
      if let cluster = clusters[actor] { members[cluster] += 1 }
    }
    for (cluster, available) in zip(clusters.groups, members) {
      try demand(
        available >= floor,
        "At least \(floor) of every cluster must be chosen, but of '\(cluster)' only \(available) may be.")
    }
    let room = SeedRoom(self)
    let needed = room.deficit + constraints.mustInclude.count
    let beside = constraints.mustInclude.isEmpty ? "" : " with those that must be chosen"
    try demand(
      needed <= count,
      "At least \(floor) of each of \(clusters.groups.count) clusters\(beside) make \(needed) actors, but only \(count) "
        + "may be chosen.")
  }

  private func checkCompletion() throws(BuzzlineError) {
    let floor = "at least \(constraints.atLeastOfEachCluster) of every cluster"
    switch SeedRoom(self).completion {
    case .clash(let clusters, let kinds):
      let names = clusters.map { "'\(self.clusters.groups[$0])'" }.joined(separator: ", ")
      throw BuzzlineError(.contradiction, "The limits by kind (\(limitNames(kinds))) clash with \(floor) in \(names).")
    case .cost(let cost):
      try demand(
        givenCost + cost <= budget * (1 + 1e-12),
        "To choose \(floor) costs at least \(givenCost + cost), the budget is \(budget).")
    }
  }

  private func limitNames(_ kinds: [Int]) -> String {
    kinds.map { "at most \(caps[$0]) of '\(self.kinds.groups[$0])'" }.joined(separator: ", ")
  }
}
