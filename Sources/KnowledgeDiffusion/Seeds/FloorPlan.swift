internal import KnowledgeNetworks

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

  init(
    _ cells: [FloorCell], capsLeft: [Int], clusters: Int, without chosen: Set<Int>, cost: (Int) -> Double
  ) {
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
