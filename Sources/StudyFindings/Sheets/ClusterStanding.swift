internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

/// What a cluster is beside the others: how dense it is, how much of it leads outside, how much its members broker.
struct ClusterStanding: Sendable {
  let cluster: Cluster
  /// The roster positions of its members, ascending.
  let members: [Int]
  /// Connected pairs of its members.
  var inside = 0
  /// Connected pairs of a member and an actor outside the cluster.
  var outside = 0
  /// Pairs of its members that could be tied: those observed where that can be counted, else all.
  var possible = 0
  /// How many pairs its members broker; `nil` where nothing groups the actors.
  var brokered: Int?
  /// Its members that are pipeline gatekeepers, the strongest first.
  var gatekeepers: [Int] = []

  /// The share of pairs of its members that are tied; `nil` where none could be.
  var density: Double? { possible > 0 ? Double(inside) / Double(possible) : nil }
  /// The share of its pairs of known scope that lead outside; `nil` without any.
  var externalShare: Double? { inside + outside > 0 ? Double(outside) / Double(inside + outside) : nil }
  /// Pairs brokered by a member, on average.
  var brokeredPerMember: Double? {
    brokered.flatMap { members.isEmpty ? nil : Double($0) / Double(members.count) }
  }

  /// By what clusters are set side by side.
  static let columns:
    [(words: Paragraph, unit: FindingsTable.Column.Unit, value: @Sendable (ClusterStanding) -> Double?)] =
      [
        ("density", .share, { $0.density }), ("share of ties that leave it", .share, { $0.externalShare }),
        ("brokered pairs per member", .number, { $0.brokeredPerMember }),
      ]
}

extension Findings {
  /// The clusters of members, ascending.
  ///
  /// - Complexity: O(*n* + *m* + *c*) time for *n* actors, *m* connected pairs and *c* claims.
  var clusterStandings: [ClusterStanding] {
    let groups = Dictionary(grouping: network.actors.indices.filter { network.actors[$0].isMember }) {
      network.actors[$0].cluster
    }
    var standings = groups.keys.compactMap(\.self).sorted().map { cluster in
      ClusterStanding(cluster: cluster, members: groups[cluster] ?? [])
    }
    let numbers = Dictionary(uniqueKeysWithValues: standings.enumerated().map { ($1.cluster, $0) })
    func number(of actor: Int) -> Int? {
      network.actors[actor].isMember ? network.actors[actor].cluster.flatMap { numbers[$0] } : nil
    }
    for pair in network.pairs {
      let (giver, receiver) = (number(of: pair.source), number(of: pair.target))
      if let giver, giver == receiver {
        standings[giver].inside += 1
      } else if network.scope(between: pair.source, and: pair.target).isPipeline {
        for number in [giver, receiver].compactMap(\.self) { standings[number].outside += 1 }
      }
    }
    let strength = positions.gatekeepers.intensity(.minimum)
    for place in standings.indices {
      let members = standings[place].members
      let all = members.count * (members.count - 1) / (network.isDirected ? 1 : 2)
      standings[place].possible = observedPairs.flatMap { _ in reconciliation.observedPairs(among: members) } ?? all
      standings[place].brokered = brokerage.observed.map { counts in members.reduce(0) { $0 + (counts[$1]?.total ?? 0) }
      }
      standings[place].gatekeepers = members.filter { positions.gatekeepers.isGatekeeper($0) == true }
        .sorted { (strength[$0] ?? 0, $1) > (strength[$1] ?? 0, $0) }
    }
    return standings
  }
}

extension [ClusterStanding] {
  /// The rank of a cluster among those with a value, from 1, and how many these are.
  func rank(of cluster: Cluster, by value: (ClusterStanding) -> Double?) -> (rank: Int, of: Int)? {
    guard let own = first(where: { $0.cluster == cluster }).flatMap(value) else { return nil }
    let values = compactMap(value)
    return (values.count { $0 > own } + 1, values.count)
  }
}
