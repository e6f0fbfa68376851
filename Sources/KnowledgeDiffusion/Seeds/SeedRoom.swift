internal import KnowledgeNetworks

/// What the constraints still leave room for while actors are chosen one by one.
///
/// An actor is admitted only if the floors can be reached after it, so whoever is admitted never makes them impossible.
/// Who is not admitted now never will be, since room only shrinks.
struct SeedRoom: Sendable {
  let limits: SeedLimits
  private(set) var chosen: [Int] = []
  private var isChosen: Set<Int> = []
  /// How many more of each kind; the last has no limit.
  private var capsLeft: [Int]
  private var budgetLeft: Double
  private var deficits: [Int]
  private(set) var deficit: Int

  /// Room after those that must be chosen.
  init(_ limits: SeedLimits) {
    self.limits = limits
    capsLeft = limits.caps + [.max]
    budgetLeft = limits.budget
    deficits = limits.clusters.groups.map { _ in limits.constraints.atLeastOfEachCluster }
    deficit = deficits.reduce(0, +)
    for actor in limits.constraints.mustInclude { take(actor) }
  }

  var left: Int { limits.count - chosen.count }

  mutating func take(_ actor: Int) {
    chosen.append(actor)
    isChosen.insert(actor)
    if capsLeft[limits.kind(of: actor)] < .max { capsLeft[limits.kind(of: actor)] -= 1 }
    budgetLeft -= limits.cost(of: actor)
    guard let cluster = limits.clusters[actor], deficits[cluster] > 0 else { return }
    deficits[cluster] -= 1
    deficit -= 1
  }

  /// Takes actors in their order, each that may be chosen, until enough are.
  mutating func fill(from actors: some Sequence<Int>) {
    for actor in actors where left > 0 && admits(actor) { take(actor) }
  }

  var candidates: [Int] { limits.isExcluded.indices.filter { !limits.isExcluded[$0] && !isChosen.contains($0) } }

  /// Whether an actor may be chosen next.
  ///
  /// - Complexity: O(1) time, but where floors meet limits by kind or a budget O(*f* *c*²) for *f* actors that are still
  ///   to be found in *c* pairs of a cluster and a kind.
  func admits(_ actor: Int) -> Bool {
    guard left > 0, !limits.isExcluded[actor], !isChosen.contains(actor), capsLeft[limits.kind(of: actor)] > 0,
      limits.cost(of: actor) <= budgetLeft * (1 + 1e-12)
    else { return false }
    guard deficit > 0 else { return true }
    let helps = limits.clusters[actor].map { deficits[$0] > 0 } ?? false
    guard deficit - (helps ? 1 : 0) <= left - 1 else { return false }
    guard !limits.constraints.atMost.isEmpty || limits.constraints.costs != nil else { return true }
    var after = self
    after.take(actor)
    guard case .cost(let cost) = after.completion else { return false }
    return cost <= after.budgetLeft + 1e-12 * limits.budget
  }

  var completion: FloorPlan.Outcome {
    guard deficit > 0 else { return .cost(0) }
    var plan = FloorPlan(limits.cells, capsLeft: capsLeft, clusters: deficits.count, without: isChosen) {
      limits.cost(of: $0)
    }
    return plan.meet(deficits)
  }
}

/// The actors of one cluster and one kind that may be chosen, the cheapest first.
struct FloorCell: Sendable {
  let cluster: Int
  /// The place of the kind's limit.
  let kind: Int
  let actors: [Int]

  /// - Parameter most: How many of a cell can ever matter.
  static func cells(
    _ clusters: Grouping, _ kinds: Grouping, isExcluded: [Bool], costs: [Double]?, most: Int
  ) -> [FloorCell] {
    let width = kinds.groups.count + 1
    var members: [Int: [Int]] = [:]
    for actor in isExcluded.indices where !isExcluded[actor] {
      guard let cluster = clusters[actor] else { continue }
      members[cluster * width + (kinds[actor] ?? kinds.groups.count), default: []].append(actor)
    }
    return members.sorted { $0.key < $1.key }.map { key, actors in
      let sorted = costs.map { costs in actors.sorted { (costs[$0], $0) < (costs[$1], $1) } } ?? actors
      return FloorCell(cluster: key / width, kind: key % width, actors: Array(sorted.prefix(most)))
    }
  }
}

/// The cheapest actors that give every cluster what it lacks while no kind goes beyond its limit.
///
/// A flow of least cost from clusters to kinds through the cells, one actor at a time along the cheapest way that is left,
/// which may give back actors chosen before: Ahuja, Magnanti & Orlin (1993), *Network Flows*, chapter 9.
struct FloorPlan {
  enum Outcome: Hashable {
    /// What the floors cost at least.
    case cost(Double)
    /// Clusters that together lack more than the limits of these kinds leave.
    case clash(clusters: [Int], kinds: [Int])
  }

  private struct Cell {
    let cluster: Int
    let kind: Int
    /// The costs of those who may be chosen, ascending.
    let costs: [Double]
    var used = 0
  }

  private var cells: [Cell]
  private var capsLeft: [Int]
  private let clusters: Int

  init(_ cells: [FloorCell], capsLeft: [Int], clusters: Int, without chosen: Set<Int>, cost: (Int) -> Double) {
    self.cells = cells.map { cell in
      Cell(cluster: cell.cluster, kind: cell.kind, costs: cell.actors.filter { !chosen.contains($0) }.map(cost))
    }
    self.capsLeft = capsLeft
    self.clusters = clusters
  }

  mutating func meet(_ deficits: [Int]) -> Outcome {
    for (cluster, deficit) in deficits.enumerated() {
      for _ in 0..<deficit {
        let ways = cheapestWays(from: cluster)
        let open = capsLeft.indices.filter { capsLeft[$0] > 0 && ways.costs[clusters + $0] < .infinity }
        guard let kind = open.min(by: { ways.costs[clusters + $0] < ways.costs[clusters + $1] }) else {
          return .clash(
            clusters: (0..<clusters).filter { ways.costs[$0] < .infinity },
            kinds: capsLeft.indices.filter { ways.costs[clusters + $0] < .infinity })
        }
        take(ways.cells, to: kind, from: cluster)
      }
    }
    return .cost(cells.reduce(0) { $0 + $1.costs.prefix($1.used).reduce(0, +) })
  }

  /// What the cheapest way costs from a cluster to every cluster and kind, and the cell it came through (Bellman and
  /// Ford).
  private func cheapestWays(from cluster: Int) -> (costs: [Double], cells: [Int]) {
    var costs = [Double](repeating: .infinity, count: clusters + capsLeft.count)
    var through = [Int](repeating: -1, count: costs.count)
    costs[cluster] = 0
    for _ in costs.indices {
      var changed = false
      for (place, cell) in cells.enumerated() {
        let (giver, taker) = (cell.cluster, clusters + cell.kind)
        if cell.used < cell.costs.count, costs[giver] + cell.costs[cell.used] < costs[taker] - 1e-12 {
          costs[taker] = costs[giver] + cell.costs[cell.used]
          through[taker] = place
          changed = true
        }
        if cell.used > 0, costs[taker] - cell.costs[cell.used - 1] < costs[giver] - 1e-12 {
          costs[giver] = costs[taker] - cell.costs[cell.used - 1]
          through[giver] = place
          changed = true
        }
      }
      if !changed { break }
    }
    return (costs, through)
  }

  private mutating func take(_ through: [Int], to kind: Int, from start: Int) {
    if capsLeft[kind] < .max { capsLeft[kind] -= 1 }
    var taker = kind
    while true {
      let forward = through[clusters + taker]
      cells[forward].used += 1
      let cluster = cells[forward].cluster
      if cluster == start { return }
      let backward = through[cluster]
      cells[backward].used -= 1
      taker = cells[backward].kind
    }
  }
}
