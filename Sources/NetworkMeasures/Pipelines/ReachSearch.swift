internal import KnowledgeNetworks

/// Goes out from the actors of one cluster after another.
struct ReachSearch: Sendable {
  private let rows: PartnerRows
  private let clusters: [Cluster?]
  private let direction: Direction
  private let workers: Workers
  /// How many local actors make a block; part of the result, since sums run block by block.
  private static let block = 64

  init(of network: KnowledgeNetwork, clusters: [Cluster?], _ direction: Direction, _ workers: Workers) {
    rows = PartnerRows(of: network, direction)
    self.clusters = clusters
    self.direction = direction
    self.workers = workers
  }

  func reach(of cluster: Cluster) throws(MeasureError) -> ExternalReach {
    let locals = clusters.indices.filter { clusters[$0] == cluster }
    let intact = try tally(of: locals, in: cluster, without: [])
    let impacts = locals.map { GatekeeperImpact(actor: $0, mediated: intact.mediated[$0], direct: intact.direct[$0]) }
    let gatekeepers = impacts.filter { $0.mediated > 0 }.sorted { (-$0.mediated, $0.actor) < (-$1.mediated, $1.actor) }
    let removed = gatekeepers.prefix((gatekeepers.count + 9) / 10).map(\.actor)
    let indirect = intact.mediated.reduce(0, +)
    var loss: Double?
    if !removed.isEmpty {
      let gone = Set(removed)
      let rest = try tally(of: locals.filter { !gone.contains($0) }, in: cluster, without: removed)
      loss = 1 - rest.mediated.reduce(0, +) / indirect
    }
    return ExternalReach(
      cluster: cluster, direction: direction, localActorCount: locals.count, direct: intact.direct.reduce(0, +),
      indirect: indirect, gatekeepers: gatekeepers, removedGatekeepers: removed, removalLoss: loss, remarks: remarks)
  }

  private func tally(
    of locals: [Int], in cluster: Cluster, without removed: [Int]
  ) throws(MeasureError) -> ReachTally {
    let standings = standings(around: cluster, without: removed)
    var all = ReachTally(actorCount: rows.actorCount)
    let isComplete = workers.forEach(of: (locals.count + Self.block - 1) / Self.block, work: "external reach") {
      ReachKernel(rows, standings: standings)
    } compute: { kernel, block in
      kernel.tally(of: locals[block * Self.block..<min(locals.count, (block + 1) * Self.block)])
    } commit: { _, part in
      all.add(part, at: locals)
    }
    guard isComplete else { throw .cancelled }
    return all
  }

  private func standings(around cluster: Cluster, without removed: [Int]) -> [ReachStanding] {
    var standings = clusters.map { other -> ReachStanding in
      other.map { $0 == cluster ? .local : .external } ?? .unstated
    }
    for actor in removed { standings[actor] = .removed }
    return standings
  }

  private var remarks: [String] {
    switch clusters.count(where: { $0 == nil }) {
    case 0: []
    case 1: ["One actor states no cluster and counts neither as local nor as external."]
    case let count: ["\(count) actors state no cluster and count neither as local nor as external."]
    }
  }
}

/// How an actor stands to the cluster at hand.
enum ReachStanding: Sendable {
  case local, external, unstated, removed
}

/// What was reached, by actor.
struct ReachTally: Sendable {
  /// What each local actor reaches without another at the border.
  var direct: [Double]
  /// What others reach through each local actor.
  var mediated: [Double]

  init(actorCount: Int) {
    direct = Array(repeating: 0, count: actorCount)
    mediated = direct
  }

  /// Adds what others found at these actors.
  mutating func add(_ part: ReachTally, at actors: [Int]) {
    for actor in actors {
      direct[actor] += part.direct[actor]
      mediated[actor] += part.mediated[actor]
    }
  }
}
