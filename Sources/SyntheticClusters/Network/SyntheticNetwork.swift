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
    try workers.afford(design.memoryNeed)
    let plans = try ClusterPlan.all(of: design, workers: workers)
    let budget = TieBudget(plans.map(\.roles), design: design)
    let pipelines = try Pipelines(budget.pipelines, between: plans, seed: design.seed, workers: workers)
    let rows = try NetworkRows(plans, budget: budget, pipelines: pipelines, design: design, workers: workers)
    self.design = design
    rowStarts = rows.starts
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
  func cluster(of actor: Int) -> Int {
    var low = 0
    var high = clusterStarts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if clusterStarts[middle] <= actor { low = middle } else { high = middle }
    }
    return low
  }

  /// The roster positions of a cluster.
  func members(ofCluster cluster: Int) -> Range<Int> { clusterStarts[cluster]..<clusterStarts[cluster + 1] }
}
