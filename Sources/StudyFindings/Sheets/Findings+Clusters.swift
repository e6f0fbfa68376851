internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// More clusters than this have no sections of their own.
  private static let mostClusters = 12

  /// A section a cluster, where there are two to twelve: how large it is, its place among the others, its gatekeepers.
  var clusterSections: [ReportDocument.Section] {
    let standings = clusterStandings
    guard (2...Self.mostClusters).contains(standings.count) else { return [] }
    return standings.map { own in
      ReportDocument.Section(
        "Cluster \(name: own.cluster.rawValue)", id: "cluster-\(own.cluster.rawValue)",
        [.stating(clusterStatements(own, among: standings))].compactMap(\.self))
    }
  }

  /// The sentences on a cluster, for the report and for its sheet.
  func clusterStatements(_ own: ClusterStanding, among all: [ClusterStanding]) -> [Statement?] {
    [sizeStatement(own), placeStatement(own, among: all), keeperStatement(own)]
  }

  private func sizeStatement(_ own: ClusterStanding) -> Statement? {
    let isObserved = observedPairs != nil && reconciliation.observedPairs(among: own.members) != nil
    let pairs: Paragraph =
      isObserved
      ? """
      Of the observed pairs of these, \(count: own.inside) of \(count: own.possible), \(share: own.density) are tied;
      """
      : "Of all pairs of these, \(count: own.inside) of \(count: own.possible), \(share: own.density) are tied;"
    return Statement(
      .clusterSize, on: Evidence(.members, own.members.count),
      """
      Cluster \(name: own.cluster.rawValue) has \(count: own.members.count, "member"). \(pairs) \
      \(count: own.outside, "connected pair leads", "connected pairs lead") out of the cluster.
      """)
  }

  private func placeStatement(_ own: ClusterStanding, among all: [ClusterStanding]) -> Statement? {
    let places = ClusterStanding.columns.compactMap { column -> Paragraph? in
      guard let place = all.rank(of: own.cluster, by: column.value), let value = column.value(own) else { return nil }
      let shown: Paragraph = column.unit == .share ? "\(share: value)" : "\(number: value)"
      return "by \(column.words) \(count: place.rank) of \(count: place.of) (\(shown))"
    }
    return Statement(
      .clusterPlace, if: !places.isEmpty && all.count > 1, on: Evidence(.clusters, all.count),
      "Its place among the clusters, the highest first: \(places.joined(by: ", ")). Differences were not tested.")
  }

  private func keeperStatement(_ own: ClusterStanding) -> Statement? {
    let keepers = own.gatekeepers
    guard !keepers.isEmpty else {
      return Statement(
        .clusterWithoutGatekeeper, on: Evidence(.members, own.members.count),
        "The data show no member of it with ties both inside and outside: no pipeline gatekeeper.")
    }
    return Statement(
      .clusterGatekeepers, on: Evidence(.members, own.members.count),
      """
      Its \(for: keepers.count, "pipeline gatekeeper is", "pipeline gatekeepers are") \
      \(keepers.map { "\(name: label(of: $0))" }.listed(first: 5)).
      """)
  }

  /// The network of a cluster: its members, whoever is tied to them, and these ties alone.
  func picture(of own: ClusterStanding) -> ReportDocument.Picture? {
    picture(
      around: own.members,
      alternative: "Network of the members of cluster \(name: own.cluster.rawValue) and those tied to them",
      caption: """
        Members of the cluster and whoever is tied to them; ties among these others are left out, and so is everybody \
        else. Marks are as large as in the picture of the whole network.
        """)
  }

  /// The part of the network's picture that holds some actors, their partners and the ties between; `nil` where the picture
  /// holds no actors.
  func picture(around actors: [Int], alternative: Paragraph, caption: Paragraph) -> ReportDocument.Picture? {
    guard let networkPicture, case .network(let whole) = networkPicture.drawing else { return nil }
    let part = whole.part(around: Set(actors.map { network.actors[$0].id }))
    guard !part.spots.isEmpty else { return nil }
    return ReportDocument.Picture(.network(part), alternative: alternative, caption: caption)
  }
}
