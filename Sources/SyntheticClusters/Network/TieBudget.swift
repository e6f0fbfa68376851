internal import KnowledgeNetworks

/// How the ties of a design are divided into pipelines and the local ties of each cluster.
struct TieBudget {
  let pipelines: Int
  let localTies: [Int]

  init(_ roles: [RoleCounts], design: ClusterDesign) {
    let room = TieRoom(roles)
    // Half of what fits leaves the carriers a choice.
    let wanted = min(Int((design.pipelineShare * Double(design.tieCount)).rounded()), room.pipelines / 2)
    let local = min(design.tieCount - wanted, room.local)
    pipelines = design.tieCount - local
    localTies = apportioned(
      local, by: roles.map { Double($0.localActors) }, upTo: roles.map(\.localRoom), offset: 0.5)
  }
}

/// How many ties of either sort fit.
struct TieRoom {
  let pipelines: Int
  let local: Int

  init(_ roles: [RoleCounts]) {
    let carriers = roles.reduce(0) { $0 + $1.carriers }
    pipelines = roles.reduce(0) { $0 + $1.carriers * (carriers - $1.carriers) }
    local = roles.reduce(0) { $0 + $1.localRoom }
  }
}

extension ClusterPlan {
  /// Refuses more ties than carriers and clusters have room for.
  static func checkRoom(for design: ClusterDesign) throws(BuzzlineError) {
    let room = TieRoom(sizes(for: design).map { RoleCounts(in: $0, design: design) })
    guard design.tieCount <= room.local + room.pipelines else {
      throw ClusterDesign.invalid(
        "The design has room for \(room.local) ties inside clusters and \(room.pipelines) pipelines, fewer than the "
          + "\(design.tieCount) ties asked for; fewer clusters or a larger share of gatekeepers make more room.")
    }
  }
}
