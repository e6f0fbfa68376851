public import KnowledgeNetworks

/// One gatekeeper's part in what a cluster reaches outside.
public struct GatekeeperImpact: Hashable, Codable, Sendable {
  /// The gatekeeper's roster position.
  public let actor: Int
  /// What the other actors of the cluster reach through it, in units of inverse distance.
  public let mediated: Double
  /// What it reaches itself without another gatekeeper.
  public let direct: Double
}

/// What the actors of a cluster reach outside of it, and what of that goes through gatekeepers.
///
/// All sums are of inverse distances: an external actor one step away counts 1, two steps away ½, out of reach 0.
/// Symbols in parentheses are those of Breschi & Lenzi.
public struct ExternalReach: Codable, Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// The way knowledge goes: into the cluster, out of it, or either.
  public let direction: Direction
  /// The number of actors in the cluster.
  public let localActorCount: Int
  /// Reached without another local actor at the border.
  public let direct: Double
  /// Reached through another local actor at the border.
  public let indirect: Double
  /// Every local actor through which another reaches outside, the largest impact first, then in roster order.
  public let gatekeepers: [GatekeeperImpact]
  /// The gatekeepers taken out for ``removalLoss``: the tenth with the largest impact, at least one.
  public let removedGatekeepers: [Int]
  /// The share of indirect reach that is lost without them (GKREMOV); `nil` without indirect reach.
  ///
  /// Computed anew on the network without them, so it counts the detours that remain. In rare cases it is negative:
  /// where taking one out turns what others reached directly, by way of outsiders, into what is mediated.
  public let removalLoss: Double?
  /// What a careful reader should know.
  public let remarks: [String]

  /// All that is reached.
  public var total: Double { direct + indirect }
  /// Average reach of a local actor (ADWR); 0 where nothing is reached.
  public var average: Double { total / Double(localActorCount) }
  /// The share that gatekeepers mediate for others (SHINDIR_GK); `nil` where nothing is reached.
  public var mediatedShare: Double? { share(indirect) }
  /// The share that gatekeepers reach directly themselves (SHDIR_GK); `nil` where nothing is reached.
  public var gatekeeperDirectShare: Double? { share(gatekeepers.reduce(0) { $0 + $1.direct }) }
  /// The share that gatekeepers mediate or reach directly (SHREACH_GK); `nil` where nothing is reached.
  public var gatekeeperShare: Double? { share(gatekeepers.reduce(indirect) { $0 + $1.direct }) }

  private func share(_ part: Double) -> Double? { total > 0 ? part / total : nil }
}

extension KnowledgeNetwork {
  /// What the actors of a cluster reach outside of it along shortest paths, directly and through gatekeepers.
  ///
  /// Sums 1 / *d* over all local actors and all actors of other clusters, where *d* counts the steps of a shortest path
  /// along which knowledge can go: ``Direction/incoming`` from the external actor to the local one,
  /// ``Direction/outgoing`` back, ``Direction/both`` with direction ignored, as the authors have it.
  ///
  /// How a path is told direct or mediated is our operationalisation. Seen from the local actor, a path leaves the
  /// cluster for the first time at one actor: at the local actor itself (direct), or at another, who thereby acts as its
  /// gatekeeper (indirect). Where several shortest paths join two actors, each counts for an equal share.
  ///
  /// An actor whose cluster is not stated counts neither as local nor as external, but paths may lead through it; a
  /// remark says how many there are. Weights are not used. Unobserved pairs count as absent, so reach is what the
  /// observed ties allow.
  ///
  /// Breschi & Lenzi (2015), [doi:10.1080/00343404.2014.954534](https://doi.org/10.1080/00343404.2014.954534), and
  /// (2017), [doi:10.1007/978-3-319-45023-0_14](https://doi.org/10.1007/978-3-319-45023-0_14).
  ///
  /// Properties: reversalSwapsReachInAndOut, reachIsDirectPlusMediated, noGatekeeperWhereAllTiesLeave,
  /// sixtyFourAtATimeAreThoseOneByOneToTheBit.
  ///
  /// Searches run 64 at a time as the bits of a word, and their shortest paths are counted eight by eight (Then & al. 2014,
  /// [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507); Brandes 2001,
  /// [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249)). Sums run over the local actors 64 a
  /// block, in an order that the network alone decides, so no bit depends on the number of threads.
  ///
  /// - Throws: ``BuzzlineError`` if no actor belongs to the cluster, two actors are joined by more shortest paths than a
  ///   number can hold, or the task is cancelled.
  /// - Complexity: O(*l*(*n* + *m*)) time for *l* local actors, O(*n* + *m*) space and O(*n*) a thread.
  public func externalReach(
    of cluster: Cluster, _ direction: Direction = .incoming, workers: Workers = .all
  ) throws(BuzzlineError) -> ExternalReach {
    let clusters = actors.map(\.cluster)
    guard clusters.contains(cluster) else {
      let known = Set(clusters.compactMap(\.self)).sorted().map(\.rawValue)
      throw BuzzlineError(
        .invalidInput,
        "No actor belongs to the cluster '\(cluster.rawValue)'." + suggestion(for: cluster.rawValue, in: known))
    }
    return try search(clusters, direction, workers).reach(of: cluster)
  }

  /// What each cluster reaches outside, clusters in the order of their names; see
  /// ``externalReach(of:_:workers:)``.
  ///
  /// - Throws: ``BuzzlineError`` as there.
  /// - Complexity: O(*n*(*n* + *m*)) time, O(*n* + *m*) space and O(*n*) a thread.
  public func externalReach(
    _ direction: Direction = .incoming, workers: Workers = .all
  ) throws(BuzzlineError) -> [ExternalReach] {
    let clusters = actors.map(\.cluster)
    let search = try search(clusters, direction, workers)
    var reaches: [ExternalReach] = []
    for cluster in Set(clusters.compactMap(\.self)).sorted() { reaches.append(try search.reach(of: cluster)) }
    return reaches
  }

  private func search(
    _ clusters: [Cluster?], _ direction: Direction, _ workers: Workers
  ) throws(BuzzlineError) -> ReachSearch {
    try workers.afford(.paths(in: self, "External reach"))
    return ReachSearch(
      rows: SearchRows(of: self, direction), clusters: clusters, direction: direction, workers: workers)
  }
}
