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
        "Cluster \(SafeText.name(own.cluster.rawValue))", id: "cluster-\(own.cluster.rawValue)",
        [.stating(clusterStatements(own, among: standings)), .picture(picture(of: own))].compactMap(\.self))
    }
  }

  /// The sentences on a cluster, for the report and for its sheet.
  func clusterStatements(_ own: ClusterStanding, among all: [ClusterStanding]) -> [Statement?] {
    [sizeStatement(own), placeStatement(own, among: all), keeperStatement(own)]
  }

  private func sizeStatement(_ own: ClusterStanding) -> Statement? {
    let isObserved = observedPairs != nil && reconciliation.observedPairs(among: own.members) != nil
    return Statement(
      .clusterSize, on: Evidence(.members, own.members.count),
      """
      Cluster \(name: own.cluster.rawValue) has \(count: own.members.count, "member"). Of \
      \(word: isObserved ? "the observed" : "all") pairs of these, \(count: own.inside) of \(count: own.possible), \
      \(share: own.density) are tied; \(count: own.outside, "connected pair") \
      \(word: own.outside == 1 ? "leads" : "lead") out of the cluster.
      """)
  }

  private func placeStatement(_ own: ClusterStanding, among all: [ClusterStanding]) -> Statement? {
    let places = ClusterStanding.columns.compactMap { column -> Paragraph? in
      guard let place = all.rank(of: own.cluster, by: column.value), let value = column.value(own) else { return nil }
      let shown = column.unit == .share ? NumberText.share(value) : NumberText.number(value)
      return "by \(word: column.words) \(count: place.rank) of \(count: place.of) (\(word: shown))"
    }
    guard let first = places.first, all.count > 1 else { return nil }
    let listed = places.dropFirst().reduce(first) { $0 + ", " + $1 }
    return Statement(
      .clusterPlace, on: Evidence(.clusters, all.count),
      "Its place among the clusters, the highest first: \(listed). Differences were not tested.")
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
      Its \(word: keepers.count == 1 ? "pipeline gatekeeper is" : "pipeline gatekeepers are") \
      \(Paragraph.names(keepers.map(label(of:)), first: 5)).
      """)
  }

  /// The network of a cluster: its members, whoever is tied to them, and these ties alone.
  func picture(of own: ClusterStanding) -> ReportDocument.Picture {
    picture(
      around: own.members,
      alternative: "Network of the members of cluster \(SafeText.name(own.cluster.rawValue)) and those tied to them",
      caption: """
        Members of the cluster and whoever is tied to them; ties among these others are left out, and so is everybody \
        else. Marks are as large as in the picture of the whole network.
        """)
  }

  /// The part of the network's picture that holds some actors, their partners and the ties between.
  func picture(around actors: [Int], alternative: String, caption: Paragraph) -> ReportDocument.Picture {
    guard case .network(let whole) = networkPicture.drawing else { return networkPicture }
    let own = Set(actors)
    let strokes = whole.strokes.filter { own.contains($0.source) || own.contains($0.target) }
    let kept = own.union(strokes.flatMap { [$0.source, $0.target] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var part = whole
    part.spots = NetworkPicture.spread(kept.map { whole.spots[$0] })
    part.strokes = strokes.compactMap { stroke in
      guard let source = places[stroke.source], let target = places[stroke.target] else { return nil }
      return NetworkPicture.Stroke(source, target, stroke.line)
    }
    return ReportDocument.Picture(.network(part), alternative: alternative, caption: caption)
  }
}

extension NetworkPicture {
  /// The same spots over the whole of the unit square, both directions by the same factor.
  fileprivate static func spread(_ spots: [Spot]) -> [Spot] {
    let points = spots.compactMap(\.point)
    let (left, top) = (points.map(\.x).min() ?? 0, points.map(\.y).min() ?? 0)
    let width = max((points.map(\.x).max() ?? 0) - left, (points.map(\.y).max() ?? 0) - top)
    guard width > 0 else { return spots }
    return spots.map { spot in
      var spot = spot
      spot.point = spot.point.map { Point(x: ($0.x - left) / width, y: ($0.y - top) / width) }
      return spot
    }
  }
}
