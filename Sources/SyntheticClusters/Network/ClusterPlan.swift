internal import KnowledgeNetworks

/// One cluster before its ties: who sits in it and what each is to be.
///
/// Members are numbered by role in *seats*: the office, gatekeepers, external stars, plain members, isolates. Which
/// actor takes which seat is drawn, so that identifiers tell nothing of roles.
struct ClusterPlan: Sendable {
  /// The roster position of the cluster's first actor; the others follow it.
  let firstActor: Int
  let roles: RoleCounts
  /// The roster position of each seat, less ``firstActor``.
  let actorOfSeat: [UInt32]
  let kinds: [SyntheticKind]

  var size: Int { actorOfSeat.count }

  init(cluster: Int, firstActor: Int, size: Int, design: ClusterDesign) {
    var generator = SeededGenerator(seed: design.seed, stream: Purpose.plan.stream(cluster))
    let roles = RoleCounts(in: size, design: design)
    var order = Array(0..<UInt32(size))
    generator.shuffle(&order)
    self.firstActor = firstActor
    self.roles = roles
    actorOfSeat = order
    kinds = (0..<size).map { seat in
      let role = roles.role(of: seat)
      if role == .clusterManagement { return .clusterManagement }
      // Of two draws a carrier takes the larger sort of organisation: institutes and large firms reach further out.
      return design.kinds.kind(at: max(generator.unit(), role.isCarrier ? generator.unit() : 0))
    }
  }

  func actor(in seat: Int) -> Int { firstActor + Int(actorOfSeat[seat]) }

  static func all(of design: ClusterDesign, workers: Workers) throws(BuzzlineError) -> [ClusterPlan] {
    let sizes = sizes(for: design)
    let starts = sizes.rowStarts
    return try workers.map(sizes.count, work: "planning clusters") { cluster in
      ClusterPlan(cluster: cluster, firstActor: starts[cluster], size: sizes[cluster], design: design)
    }
  }

  /// How many actors each cluster has: one, and its share of the others.
  static func sizes(for design: ClusterDesign) -> [Int] {
    let count = design.clusterCount
    let weights = (0..<count).map { 1 / (1 + design.unevenness * Double($0)) }
    let others = design.actorCount - count
    let limits = [Int](repeating: others, count: count)
    return apportioned(others, by: weights, upTo: limits, offset: 0.5).map { $0 + 1 }
  }
}

struct RoleCounts: Hashable, Sendable {
  let size: Int
  let managements: Int
  let gatekeepers: Int
  let externalStars: Int
  let isolates: Int

  init(in size: Int, design: ClusterDesign) {
    let hasPipelines = design.clusterCount > 1 && design.pipelineShare > 0
    self.size = size
    var free = size
    func take(_ wanted: Int) -> Int {
      let taken = min(wanted, free)
      free -= taken
      return taken
    }
    func takeCarriers(_ share: Double, atLeast least: Int) -> Int {
      hasPipelines ? take(max(least, Int((share * Double(size)).rounded()))) : 0
    }
    managements = take(size >= 5 ? 1 : 0)
    gatekeepers = size == 1 ? 0 : takeCarriers(design.gatekeeperShare, atLeast: 1)
    externalStars = takeCarriers(design.externalStarShare, atLeast: size == 1 || size >= 10 ? 1 : 0)
    isolates = take(Int((design.isolateShare * Double(size)).rounded()))
  }

  var carriers: Int { gatekeepers + externalStars }
  /// The seats from which pipelines go.
  var carrierSeats: Range<Int> { managements..<managements + carriers }
  /// How many may have local ties; they have the first seats.
  var localActors: Int { size - isolates }
  var localRoom: Int { localActors * (localActors - 1) }

  func role(of seat: Int) -> PlantedRole {
    if seat < managements { return .clusterManagement }
    if seat < managements + gatekeepers { return .gatekeeper }
    if seat < managements + carriers { return .externalStar }
    return seat < localActors ? .member : .isolate
  }
}

/// The clusters of a network.
extension [RoleCounts] {
  /// How many ties fit inside them.
  var localRoom: Int { reduce(0) { $0 + $1.localRoom } }
  /// How many ties fit between them.
  var pipelineRoom: Int {
    let carriers = reduce(0) { $0 + $1.carriers }
    return reduce(0) { $0 + $1.carriers * (carriers - $1.carriers) }
  }
}

extension ClusterDesign {
  /// How the ties are divided into pipelines and the local ties of each cluster.
  func tieBudget(among clusters: [RoleCounts]) -> (pipelines: Int, local: [Int]) {
    // Half of what fits leaves the carriers a choice.
    let wanted = min(Int((pipelineShare * Double(tieCount)).rounded()), clusters.pipelineRoom / 2)
    let local = min(tieCount - wanted, clusters.localRoom)
    let weights = clusters.map { Double($0.localActors) }
    return (tieCount - local, apportioned(local, by: weights, upTo: clusters.map(\.localRoom), offset: 0.5))
  }
}

/// What a stream of chance is for; each cluster or block of a purpose has its own.
enum Purpose: UInt64 {
  case plan, pipelines, buzz, ties, reports, respondents, formation

  func stream(_ part: Int) -> UInt64 { UInt64(part) &* 8 &+ rawValue &+ 1 }
}
