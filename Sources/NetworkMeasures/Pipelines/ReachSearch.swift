internal import KnowledgeNetworks

/// Goes out from the actors of one cluster after another, 64 at a time.
struct ReachSearch: Sendable {
  private let rows: SearchRows
  /// For each roster position the number in the rows.
  private let places: [UInt32]
  private let clusters: [Cluster?]
  private let direction: Direction
  private let workers: Workers
  /// How many local actors make a block, each a bit of a word; part of the result, since sums run block by block.
  private static let block = 64

  init(of network: KnowledgeNetwork, clusters: [Cluster?], _ direction: Direction, _ workers: Workers) {
    rows = SearchRows(of: network, direction)
    places = rows.places
    self.clusters = clusters
    self.direction = direction
    self.workers = workers
  }

  func reach(of cluster: Cluster) throws(BuzzlineError) -> ExternalReach {
    let (locals, intact) = try tally(around: cluster, without: [])
    let impacts = locals.indices.map {
      GatekeeperImpact(actor: locals[$0], mediated: intact.mediated[$0], direct: intact.direct[$0])
    }
    let gatekeepers = impacts.filter { $0.mediated > 0 }.sorted { (-$0.mediated, $0.actor) < (-$1.mediated, $1.actor) }
    let removed = gatekeepers.prefix((gatekeepers.count + 9) / 10).map(\.actor)
    let indirect = intact.mediated.reduce(0, +)
    var loss: Double?
    if !removed.isEmpty {
      let rest = try tally(around: cluster, without: removed).reached
      loss = 1 - rest.mediated.reduce(0, +) / indirect
    }
    return ExternalReach(
      cluster: cluster, direction: direction, localActorCount: locals.count, direct: intact.direct.reduce(0, +),
      indirect: indirect, gatekeepers: gatekeepers, removedGatekeepers: removed, removalLoss: loss, remarks: remarks)
  }

  private func tally(
    around cluster: Cluster, without removed: [Int]
  ) throws(BuzzlineError) -> (locals: [Int], reached: ReachTally) {
    let surroundings = ClusterSurroundings(
      of: cluster, in: clusters, rows: rows, places: places, without: removed)
    let count = surroundings.locals.count
    var all = ReachTally(count: count)
    var isCounted = true
    try workers.forEach(of: (count + Self.block - 1) / Self.block, work: "external reach") {
      ReachScratch(surroundings)
    } compute: { scratch, block in
      scratch.tally(of: block * Self.block..<min(count, (block + 1) * Self.block))
    } commit: { _, part in
      if let part { all.add(part) } else { isCounted = false }
    }
    guard isCounted else {
      throw BuzzlineError(.invalidInput, "Some actors are joined by more shortest paths than can be counted, 10^308.")
    }
    return (surroundings.locals.map { Int(rows.order[Int($0)]) }, all)
  }

  private var remarks: [String] {
    switch clusters.count(where: { $0 == nil }) {
    case 0: []
    case 1: ["One actor states no cluster and counts neither as local nor as external."]
    case let count: ["\(count) actors state no cluster and count neither as local nor as external."]
    }
  }
}

/// What was reached, by place among the local actors.
struct ReachTally: Sendable {
  /// What each local actor reaches without another at the border.
  var direct: [Double]
  /// What others reach through each local actor.
  var mediated: [Double]

  init(count: Int) {
    direct = Array(repeating: 0, count: count)
    mediated = direct
  }

  mutating func add(_ part: ReachTally) {
    for local in direct.indices {
      direct[local] += part.direct[local]
      mediated[local] += part.mediated[local]
    }
  }
}
