public import KnowledgeNetworks

/// What a synthetic network should be like: how large, how uneven, and what is planted in it.
///
/// Every cluster of five actors or more has one office, a star that is tied to many of its cluster. Pipelines begin and
/// end at *carriers* alone: the few gatekeepers, which are also busy inside, and the external stars, which hardly
/// are. Local ties are returned and closed to triads as ``reciprocity`` and ``closure`` say. The tie count is always
/// met; where carriers are too few for their share of pipelines, the rest become local ties, and the reverse.
///
/// The notions are those of Bathelt, Malmberg & Maskell (2004),
/// [doi:10.1191/0309132504ph469oa](https://doi.org/10.1191/0309132504ph469oa), and Giuliani & Bell (2005),
/// [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008); the way ties are made is ours, and
/// the numbers are chosen, not estimated from any study.
public struct ClusterDesign: Hashable, Sendable {
  /// How many actors there are.
  public var actorCount: Int
  /// How many ordered pairs of them are tied.
  public var tieCount: Int
  /// How many clusters they sit in.
  public var clusterCount: Int
  /// The seed of all chance.
  public var seed: UInt64
  /// Which share of the actors is of which kind.
  public var kinds = KindShares()
  /// How uneven the clusters are: cluster *k* of 0, 1, 2, … has a size in proportion to 1 / (1 + unevenness · *k*).
  public var unevenness = 0.3
  /// The share of ties that lead from one cluster to another.
  public var pipelineShare = 0.12
  /// The share of local ties that are returned.
  public var reciprocity = 0.4
  /// The chance that an actor looks for its next receiver among the receivers of its receivers.
  public var closure = 0.3
  /// The share of a cluster's actors that are gatekeepers; at least one, where there are pipelines.
  public var gatekeeperShare = 0.03
  /// The share that are external stars; at least one in clusters of ten or more, where there are pipelines.
  public var externalStarShare = 0.03
  /// The share that have no ties.
  public var isolateShare = 0.02
  /// The share of its cluster that the office gives knowledge to.
  public var managementReach = 0.5

  /// Makes a design; everything but its size has a default.
  public init(actors: Int, ties: Int, clusters: Int, seed: UInt64 = 1) {
    actorCount = actors
    tieCount = ties
    clusterCount = clusters
    self.seed = seed
  }

  /// Makes sure that the design can be carried out.
  ///
  /// - Throws: `BuzzlineError` with `.invalidDesign` if there are no actors or clusters, more
  ///   clusters than actors, more ties than ordered pairs or than the carriers and clusters have room for, a share
  ///   outside 0...1, or shares that do not add up.
  /// - Complexity: O(*k*) time and space for *k* clusters.
  public func check() throws(BuzzlineError) {
    try checkSizes()
    try kinds.check()
    try checkShares()
    let clusters = ClusterPlan.sizes(for: self).map { RoleCounts(in: $0, design: self) }
    let (local, pipelines) = (clusters.localRoom, clusters.pipelineRoom)
    try require(
      tieCount <= local + pipelines,
      "The design has room for \(local) ties inside clusters and \(pipelines) pipelines, fewer than the "
        + "\(tieCount) ties asked for; fewer clusters or a larger share of gatekeepers make more room.")
  }

  private func checkSizes() throws(BuzzlineError) {
    try require(actorCount > 0, "A network needs at least 1 actor; here are \(actorCount).")
    try require(clusterCount > 0, "There must be at least 1 cluster; here are \(clusterCount).")
    try require(
      clusterCount <= actorCount,
      "There are more clusters than actors: \(clusterCount) and \(actorCount); every cluster needs an actor.")
    try require(tieCount >= 0, "The number of ties is \(tieCount); it must not be negative.")
    let limit = Int(UInt32.max)
    try require(
      actorCount <= limit && tieCount <= limit, "A network holds at most \(limit) actors and as many ties.")
    let pairs = actorCount * (actorCount - 1)
    try require(
      tieCount <= pairs,
      "\(actorCount) actors make \(pairs) ordered pairs, fewer than the \(tieCount) ties asked for.")
  }

  private func checkShares() throws(BuzzlineError) {
    try requireShares([
      "pipelines": pipelineShare, "returned ties": reciprocity, "closed triads": closure,
      "gatekeepers": gatekeeperShare, "external stars": externalStarShare, "isolates": isolateShare,
      "its cluster that an office reaches": managementReach,
    ])
    try require(
      unevenness >= 0 && unevenness.isFinite,
      "The unevenness of the clusters is \(unevenness); it must be 0 or more.")
    let planted = gatekeeperShare + externalStarShare + isolateShare
    try require(
      planted <= 1, "The shares of gatekeepers, external stars and isolates add up to \(planted), more than 1.")
  }
}
