public import KnowledgeNetworks

/// A made-up network whose roles are known, because they were planted.
///
/// Actors of a cluster stand together in the roster; ties are stored as rows of receivers, each ascending. The same
/// design gives the same network on any number of threads and every machine.
public struct SyntheticNetwork: Sendable {
  /// What it was made after.
  public let design: ClusterDesign
  /// The receivers of actor *i* are `receivers[rowStarts[i] ..< rowStarts[i + 1]]`.
  public let rowStarts: [UInt32]
  /// The receivers of all actors, one after the other.
  public let receivers: [UInt32]
  /// The first actor of each cluster, and the number of actors.
  let clusterStarts: [Int]
  let kinds: [SyntheticKind]
  let roles: [PlantedRole]
  let labels: ActorLabels

  /// The number of actors.
  public var actorCount: Int { design.actorCount }
  /// The number of ties, as many as the design asks for; no pair is tied twice.
  public var tieCount: Int { receivers.count }

  /// Makes a network.
  ///
  /// Clusters and blocks of pipelines each have their own stream of chance, whichever thread makes them.
  ///
  /// Properties: `everyDesignIsMetExactly`, `pipelinesTouchOnlyCarriers`, `threadsAreWithoutEffect`, `seedsDiffer`,
  /// `reciprocityIsNearTheDesign`, `triadsAreClosedMoreOftenThanByChance`.
  ///
  /// - Parameters:
  ///   - design: What it should be like.
  ///   - workers: Who makes it.
  /// - Throws: `BuzzlineError` as ``ClusterDesign/check()`` does, and with `.cancelled`.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties.
  public init(_ design: ClusterDesign, workers: Workers = .all) throws(BuzzlineError) {
    try design.check()
    try workers.afford(
      MemoryNeed(
        "The network", bytes: 6 * design.tieCount + 16 * design.actorCount, advice: "a network of fewer ties"))
    let plans = try ClusterPlan.all(of: design, workers: workers)
    let budget = design.tieBudget(among: plans.map(\.roles))
    let pipelines = try plans.pipelines(budget.pipelines, seed: design.seed, workers: workers)
    var rows = NetworkRows()
    rows.receivers.reserveCapacity(design.tieCount)
    try workers.forEach(of: plans.count, work: "making ties", scratch: {}) { (_: inout Void, cluster) in
      let buzz = LocalBuzz(cluster: cluster, plan: plans[cluster], ties: budget.local[cluster], design: design)
      return NetworkRows(of: plans[cluster], buzz: buzz, pipelines: pipelines[cluster])
    } commit: { _, cluster in
      rows += cluster
    }
    self.design = design
    rowStarts = rows.lengths.rowStarts
    receivers = rows.receivers
    clusterStarts = plans.map(\.firstActor) + [design.actorCount]
    kinds = rows.kinds
    roles = rows.roles
    labels = ActorLabels(actors: design.actorCount, clusters: design.clusterCount)
  }

  /// What an actor was made to be.
  public func role(of actor: Int) -> PlantedRole { roles[actor] }

  /// The roster positions of all actors of a planted role, ascending.
  public func actors(in role: PlantedRole) -> [Int] { roles.indices.filter { roles[$0] == role } }

  /// The cluster an actor sits in, from 0.
  func cluster(of actor: Int) -> Int { clusterStarts.row(of: actor) }

  func members(ofCluster cluster: Int) -> Range<Int> { clusterStarts[cluster]..<clusterStarts[cluster + 1] }

  /// An actor with its identifier, name, kind, cluster, region and country.
  public func actor(_ position: Int) -> NetworkActor {
    let cluster = cluster(of: position)
    return NetworkActor(
      id: labels.id(of: position), name: labels.name(of: position, kind: kinds[position]),
      kind: kinds[position].actorKind, cluster: Cluster(rawValue: labels.cluster(cluster)),
      region: labels.region(ofCluster: cluster), country: labels.country(ofCluster: cluster))
  }

  /// All actors, ascending by identifier.
  public var actors: [NetworkActor] { (0..<actorCount).map(actor) }

  /// The network as measures and roles take it.
  ///
  /// - Throws: `BuzzlineError` if there are more actors or ties than 32 bits can number.
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* ties.
  public func network() throws(BuzzlineError) -> KnowledgeNetwork {
    let ties = (0..<actorCount).lazy.flatMap { source in
      receivers[Int(rowStarts[source])..<Int(rowStarts[source + 1])].lazy
        .map { Tie(source: source, target: Int($0)) }
    }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }
}

/// What an actor was made to be.
public enum PlantedRole: String, Hashable, Sendable, CaseIterable {
  /// One of the few that receive through pipelines and pass on inside their cluster.
  case gatekeeper
  /// Many pipelines, few local ties.
  case externalStar = "external_star"
  /// The office of the cluster, tied to many of it.
  case clusterManagement = "cluster_management"
  /// No ties.
  case isolate
  /// Everybody else: local ties alone.
  case member

  /// Whether pipelines may begin or end here.
  var isCarrier: Bool { self == .gatekeeper || self == .externalStar }

  /// How much more than a member it gives and takes inside its cluster.
  var activity: Double {
    switch self {
    case .gatekeeper: 2.5
    case .externalStar: 0.15
    case .isolate: 0
    case .clusterManagement, .member: 1
    }
  }
}
