internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// More rows than this are left to the tables of the whole study.
  private static let mostRows = 200

  /// What is handed back to one cluster or one actor: a report of it alone.
  ///
  /// It names the actors of a cluster and whoever is tied to them, and nobody else.
  ///
  /// - Complexity: O(*n* + *m* + *c*) time for *n* actors, *m* ties and *c* claims.
  public func sheet(of subject: SheetSubject) -> ReportDocument {
    switch subject {
    case .cluster(let cluster): clusterSheet(cluster)
    case .actor(let actor): actorSheet(actor)
    }
  }

  private func clusterSheet(_ cluster: Cluster) -> ReportDocument {
    let standings = clusterStandings
    let own = standings.first { $0.cluster == cluster } ?? ClusterStanding(cluster: cluster, members: [])
    let isMember = Set(own.members)
    let (inside, outside) = (
      network.pairs.filter { isMember.contains($0.source) && isMember.contains($0.target) },
      network.pairs.filter { isMember.contains($0.source) != isMember.contains($0.target) }
    )
    let sections = [
      ReportDocument.Section("Its place among the clusters", id: "place", [placeTable(own, among: standings)]),
      ReportDocument.Section("Its network", id: "network", [picture(of: own).map { .picture($0) }].compactMap(\.self)),
      ReportDocument.Section("Its members", id: "members", [membersTable(own.members)]),
      ReportDocument.Section(
        "Its ties", id: "ties",
        [
          tiesBlock(
            "ties-outside", outside.map { ($0.source, $0.target) }, "Connected pairs that lead out of the cluster"),
          tiesBlock("ties-inside", inside.map { ($0.source, $0.target) }, "Connected pairs inside the cluster"),
        ].compactMap(\.self)),
    ]
    return sheet(
      "Cluster \(name: cluster.rawValue): who carries knowledge",
      lead: Paragraph.points(clusterStatements(own, among: standings)),
      keyFigures: [
        .init(count: own.members.count, "members"), .init(share: own.density, "density"),
        .init(share: own.externalShare, "of ties leave it", note: "of ties with a known scope"),
        .init(count: own.gatekeepers.count, "pipeline gatekeepers", note: "tied both inside and outside"),
      ], sections)
  }

  private func sheet(
    _ title: Paragraph, lead: [Paragraph] = [], keyFigures: [ReportDocument.KeyFigure] = [],
    _ sections: [ReportDocument.Section]
  ) -> ReportDocument {
    var sheet = ReportDocument(title: title, lead: lead, keyFigures: keyFigures, sections: sections, imprint: imprint)
    sheet.language = study.options.language
    return sheet
  }

  private func actorSheet(_ actor: Int) -> ReportDocument {
    let points = cardStatements(of: actor).map { label, said -> Paragraph in
      var point: Paragraph = "\(stressed: label): \(said.words)"
      point.statements = [said]
      return point
    }
    let pairs = network.givers(to: actor).map { ($0, actor) }
    let given = network.receivers(of: actor).map { (actor, $0) }
    let ties = network.isDirected ? pairs + given : given
    let picture = picture(
      around: [actor], alternative: "Network of \(name: label(of: actor)) and those tied to it",
      caption: "The actor and whoever is tied to it; ties among these others are left out.")
    let tied: [ReportDocument.Block] =
      [picture.map { .picture($0) }, tiesBlock("ties", ties, "Its connected pairs")].compactMap(\.self)
    return sheet(
      "\(name: label(of: actor))",
      [ReportDocument.Section("What the study says of it", id: "card", [.list(points)])]
        + (ties.isEmpty ? [] : [ReportDocument.Section("Its ties", id: "ties", tied)]))
  }

  private func placeTable(_ own: ClusterStanding, among all: [ClusterStanding]) -> ReportDocument.Block {
    let columns = ClusterStanding.columns.map { column in
      TableColumn<ClusterStanding>("place", column.unit) { .number(column.value($0)) }.headed(column.words)
    }
    let table = FindingsTable(
      "clusters", rows: all,
      columns: [.text("cluster") { $0.cluster.rawValue }, .count("members") { $0.members.count }], columns,
      [.count("pipeline gatekeepers") { $0.gatekeepers.count }])
    return .table(
      table,
      caption: """
        Cluster \(name: own.cluster.rawValue) beside the others. Density is the share of pairs of members that are tied, \
        of those observed where that can be counted; brokered pairs are those of Gould and Fernandez, in all roles.
        """)
  }

  private func membersTable(_ members: [Int]) -> ReportDocument.Block {
    let leading = members.sorted { one, other in
      let (left, right) = (network.partners(of: one).count, network.partners(of: other).count)
      return left == right ? one < other : left > right
    }
    let keepers = positions.gatekeepers
    let table = FindingsTable(
      "members", rows: leading.prefix(Self.mostRows),
      columns: [.text("actor") { label(of: $0) }, .words("kind") { network.actors[$0].kind.map { label(of: $0) } }],
      [
        .count("gave to") { network.receiverCount(of: $0) }, .count("received from") { network.giverCount(to: $0) },
        .count("partners inside") { keepers.internalRelations[$0].map { Int($0) } },
        .count("partners outside") { keepers.externalRelations[$0].map { Int($0) } },
        .count("brokered pairs") { brokerage.observed?[$0]?.total },
        .word("position") { positions.positions[$0]?.label },
      ])
    let rest = members.count - Self.mostRows
    return .table(
      table,
      caption: rest > 0
        ? "Its members, those with most partners first; \(count: rest) more are in actors.csv of the whole study."
        : "Its members, those with most partners first.")
  }

  /// Connected pairs with what each rests on; `nil` where there are none.
  private func tiesBlock(
    _ name: String, _ pairs: [(source: Int, target: Int)], _ caption: Paragraph
  ) -> ReportDocument.Block? {
    guard let standings, !pairs.isEmpty else { return nil }
    let table = FindingsTable(
      name, rows: pairs.prefix(Self.mostRows),
      .text(network.isDirected ? "giver" : "actor") { label(of: $0.source) },
      .text(network.isDirected ? "receiver" : "partner") { label(of: $0.target) },
      .words("scope") { network.scope(between: $0.source, and: $0.target).words },
      .words("rests on") { standings.ties.bases(of: [$0]).first?.words })
    let rest = pairs.count - Self.mostRows
    return .table(
      table, caption: rest > 0 ? "\(caption); \(count: rest) more are in ties.csv of the whole study." : "\(caption).")
  }
}
