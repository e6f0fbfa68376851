internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The actors a reader should know, and what would be lost without groups of them.
  var actorsSection: ReportDocument.Section {
    let leading = leadingActors
    guard !leading.isEmpty else {
      return ReportDocument.Section("Actors to know", id: "actors", [.paragraph("No actor lies between two others.")])
    }
    return ReportDocument.Section(
      "Actors to know", id: "actors",
      [
        .paragraph(
          """
          The actors that most often lie on the shortest way between two others. All actors with all measures are in \
          actors.csv.
          """),
        .table(
          actorsTable(leading),
          caption: "Leading actors by betweenness\(centrality.isSampled ? ", estimated from a sample" : "")."),
      ])
  }

  /// Up to twelve actors with the highest betweenness above 0.
  var leadingActors: [Int] {
    let betweenness = centrality[.betweenness]
    return betweenness.highest(12).filter { (betweenness[$0] ?? 0) > 0 }
  }

  private func actorsTable(_ actors: [Int]) -> FindingsTable {
    let columns: [TableColumn<Int>] = [
      TableColumn("actor", .text) { .text(label(of: $0)) },
      TableColumn("group", .text) { .text(grouping?[$0].map { label(ofGroup: $0) }) },
      TableColumn("gave to", .count) { .number(centrality[.outDegree][$0]) },
      TableColumn("received from", .count) { .number(centrality[.inDegree][$0]) },
      TableColumn(centrality.isSampled ? "betweenness (sampled)" : "betweenness", .number) {
        .number(centrality[.betweenness][$0])
      },
      TableColumn("brokered pairs", .count) { .count(brokerage.observed?[$0]?.total) },
      TableColumn("constraint", .number) { .number(centrality[.constraint][$0]) },
      TableColumn("position", .text) { actor in
        positions.positions[actor].map { .word($0.label) } ?? .undefined
      },
    ]
    return FindingsTable("leading-actors", columns, rows: actors)
  }

  /// What would be missing if all actors of a group left.
  var lossSection: ReportDocument.Section? {
    guard grouping != nil, !kinds.losses.isEmpty, network.pairCount > 0 else { return nil }
    let losses = kinds.losses
    let columns: [TableColumn<Int>] = [
      TableColumn("without", .text) { .text(label(ofGroup: $0)) },
      TableColumn("actors", .count) { .count(losses[$0].actors) },
      TableColumn("ties lost", .share) { .number(losses[$0].shareOfPairsLost) },
      TableColumn("reach lost among the others", .share) { .number(losses[$0].shareOfReachLost) },
      TableColumn("parts before", .count) { .count(losses[$0].componentsBefore) },
      TableColumn("parts after", .count) { .count(losses[$0].componentsAfter) },
    ]
    return ReportDocument.Section(
      "What would be lost without them", id: "losses",
      [
        .table(FindingsTable("group-losses", columns, rows: losses.indices), caption: "If all actors of a group left."),
        .paragraph(
          """
          Reach lost is the share of ordered pairs of the remaining actors between which every way led through the \
          group. It is what the structure would miss at once, not what actors would do about it.
          """),
      ])
  }
}
