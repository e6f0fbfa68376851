internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// The tables of the study, each a CSV file: `actors`, `brokerage`, `groups`, `network`, `ties` and `remarks`; where
  /// the study asked how far knowledge would travel also `diffusion`, `losses`, `seeds` and, if any can be told,
  /// `new-ties`.
  public var tables: [FindingsTable] {
    [actorsTable, brokerageTable, groupsTable, networkTable, tiesTable, remarksTable] + (spread?.tables ?? [])
  }

  /// A row an actor: who it is, then all measures and roles.
  var actorsTable: FindingsTable {
    FindingsTable("actors", rows: network.actors.indices, columns: identity, topics.flatMap(\.actorColumns))
  }

  /// A row an actor: the five roles with their nulls.
  var brokerageTable: FindingsTable {
    .brokerage(
      brokerage, of: network, rows: network.actors.indices, brokerage.expected + brokerage.chances + brokerage.shared)
  }

  var groupsTable: FindingsTable {
    let names: [TableColumn<Int>] =
      grouping.map { grouping in
        [.text("group") { grouping.groups[$0] }, .count("actors") { grouping.sizes[$0] }]
      } ?? []
    return FindingsTable(
      "groups", rows: grouping?.groups.indices ?? 0..<0, columns: names, topics.flatMap(\.groupColumns))
  }

  var networkTable: FindingsTable {
    let size = [
      NetworkFigure("actors", network.actorCount),
      NetworkFigure("ties", network.tieCount, "one a topic, channel and wave"),
      NetworkFigure("connected-pairs", network.pairCount, "pairs tied at least once"),
    ]
    return FindingsTable(
      "network", rows: size + coverage + topics.flatMap(\.networkFigures), columns: NetworkFigure.columns)
  }

  private var coverage: [NetworkFigure] {
    guard !study.survey.claims.isEmpty else { return [] }
    return [
      NetworkFigure("observed-pairs", reconciliation.observedPairs, "tied or known not to be"),
      NetworkFigure("unobserved-pairs", reconciliation.unobservedPairs, "nobody could report on them"),
      NetworkFigure(
        "refused-by-rule", reconciliation.rejected.count,
        "affirmed by somebody, but not enough for the rule '\(reconciliation.rule.rawValue)'"),
    ]
  }

  /// A row a tie, with what it rests on.
  var tiesTable: FindingsTable {
    let network = network
    return FindingsTable(
      "ties", rows: zip(network.ties, reconciliation.evidence),
      .text("source") { tie, _ in network.actors[tie.source].id },
      .text("target") { tie, _ in network.actors[tie.target].id }, .number("weight") { tie, _ in tie.weight },
      .text("topic") { tie, _ in tie.topic }, .text("channel") { tie, _ in tie.channel },
      .text("wave") { tie, _ in tie.wave },
      .word("scope") { tie, _ in network.scope(between: tie.source, and: tie.target).label },
      .word("evidence") { _, evidence in evidence.isGiven ? "given" : "reports" },
      .word("giver") { _, evidence in evidence.giver?.rawValue },
      .word("receiver") { _, evidence in evidence.receiver?.rawValue })
  }

  /// Every doubt and every row set aside, without line numbers, since the order of the rows is no finding; `buzzline
  /// check` has the lines.
  var remarksTable: FindingsTable {
    let found = study.survey.remarks + reconciliation.remarks + remarks.map { Remark("convention", $0) }
    let counts: [RemarkRow: Int] = found.reduce(into: [:]) { $0[RemarkRow($1), default: 0] += 1 }
    return FindingsTable(
      "remarks", rows: counts.sorted { $0.key.rank < $1.key.rank },
      .text("file") { $0.key.file }, .word("reason") { $0.key.reason }, .yesOrNo("set_aside") { $0.key.setsRowAside },
      .count("count") { $0.value }, .text("remark") { $0.key.message })
  }

  private var identity: [TableColumn<Int>] {
    let actors = network.actors
    let columns: [TableColumn<Int>] = [.text("id") { actors[$0].id }, .text("name") { actors[$0].name }]
    return columns
      + [ActorColumn.kind, .cluster, .region, .country].map { column in
        .text(column.name) { column.value(of: actors[$0]) }
      } + (grouping.map { grouping in [.text("group") { grouping.label(of: $0) }] } ?? [])
  }
}

/// A remark without its line, as one row for all remarks that say the same.
private struct RemarkRow: Hashable {
  let file: String
  let reason: String
  let message: String
  let setsRowAside: Bool

  init(_ remark: Remark) {
    file = remark.place.file ?? ""
    (reason, message, setsRowAside) = (remark.reason, remark.message, remark.setsRowAside)
  }

  var rank: (String, String, String, Int) { (file, reason, message, setsRowAside ? 1 : 0) }
}
