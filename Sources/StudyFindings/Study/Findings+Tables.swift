internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// The tables of the study, each a CSV file: `actors`, `brokerage`, `groups`, `network`, `ties` and `remarks`; where
  /// the study asked how far knowledge would travel also `diffusion`, `losses`, `seeds` and, if any can be told,
  /// `new-ties`.
  public var tables: [FindingsTable] {
    [actorsTable, brokerageTable, groupsTable, networkTable, tiesTable, remarksTable]
      + (spread?.tables ?? [])
  }

  /// A row an actor: who it is, then all measures and roles.
  var actorsTable: FindingsTable {
    FindingsTable("actors", identity + topics.flatMap(\.actorColumns), rows: network.actors.indices)
  }

  /// A row an actor: the five roles with their nulls.
  var brokerageTable: FindingsTable {
    .brokerage(
      brokerage, of: network, rows: Array(network.actors.indices),
      columns: brokerage.expected + brokerage.chances + brokerage.shared)
  }

  /// A row a group.
  var groupsTable: FindingsTable {
    let name: [TableColumn<Int>] =
      grouping.map { grouping in
        [
          TableColumn("group", .text) { .text(grouping.groups[$0]) },
          TableColumn("actors", .count) { .count(grouping.sizes[$0]) },
        ]
      } ?? []
    return FindingsTable("groups", name + topics.flatMap(\.groupColumns), rows: grouping?.groups.indices ?? 0..<0)
  }

  /// A row a number of the whole network.
  var networkTable: FindingsTable {
    let size = [
      NetworkFigure(name: "actors", value: .count(network.actorCount)),
      NetworkFigure(name: "ties", value: .count(network.tieCount), note: "one a topic, channel and wave"),
      NetworkFigure(name: "connected-pairs", value: .count(network.pairCount), note: "pairs tied at least once"),
    ]
    return FindingsTable("network", NetworkFigure.columns, rows: size + coverage + topics.flatMap(\.networkFigures))
  }

  private var coverage: [NetworkFigure] {
    guard !study.survey.claims.isEmpty else { return [] }
    return [
      NetworkFigure(
        name: "observed-pairs", value: .count(reconciliation.observedPairs), note: "tied or known not to be"),
      NetworkFigure(
        name: "unobserved-pairs", value: .count(reconciliation.unobservedPairs), note: "nobody could report on them"),
      NetworkFigure(
        name: "refused-by-rule", value: .count(reconciliation.rejected.count),
        note: "affirmed by somebody, but not enough for the rule '\(reconciliation.rule.rawValue)'"),
    ]
  }

  /// A row a tie, with what it rests on.
  var tiesTable: FindingsTable {
    let actors = network.actors
    let columns: [TableColumn<(tie: Tie, evidence: TieEvidence)>] = [
      TableColumn("source", .text) { .text(actors[$0.tie.source].id) },
      TableColumn("target", .text) { .text(actors[$0.tie.target].id) },
      TableColumn("weight", .number) { .number($0.tie.weight) },
      TableColumn("topic", .text) { .text($0.tie.topic) },
      TableColumn("channel", .text) { .text($0.tie.channel) },
      TableColumn("wave", .text) { .text($0.tie.wave) },
      TableColumn("scope", .text) { [network] in .word(network.scope(between: $0.tie.source, and: $0.tie.target).label)
      },
      TableColumn("evidence", .text) { .word($0.evidence.isGiven ? "given" : "reports") },
      TableColumn("giver", .text) { $0.evidence.giver.map { .word($0.rawValue) } ?? .undefined },
      TableColumn("receiver", .text) { $0.evidence.receiver.map { .word($0.rawValue) } ?? .undefined },
    ]
    return FindingsTable(
      "ties", columns, rows: zip(network.ties, reconciliation.evidence).map { (tie: $0, evidence: $1) })
  }

  /// Every doubt and every row set aside, without line numbers, since the order of the rows is no finding; `buzzline
  /// check` has the lines.
  var remarksTable: FindingsTable {
    let found = study.survey.remarks + reconciliation.remarks + remarks.map { Remark("convention", $0) }
    var counts: [RemarkRow: Int] = [:]
    for remark in found { counts[RemarkRow(remark), default: 0] += 1 }
    let columns: [TableColumn<(row: RemarkRow, count: Int)>] = [
      TableColumn("file", .text) { .text($0.row.file) },
      TableColumn("reason", .text) { .word($0.row.reason) },
      TableColumn("set_aside", .text) { .yesOrNo($0.row.setsRowAside) },
      TableColumn("count", .count) { .count($0.count) },
      TableColumn("remark", .text) { .text($0.row.message) },
    ]
    return FindingsTable(
      "remarks", columns, rows: counts.sorted { $0.key < $1.key }.map { (row: $0.key, count: $0.value) })
  }

  private var identity: [TableColumn<Int>] {
    let actors = network.actors
    let names: [TableColumn<Int>] = [
      TableColumn("id", .text) { .text(actors[$0].id) }, TableColumn("name", .text) { .text(actors[$0].name) },
    ]
    let places = [ActorColumn.kind, .cluster, .region, .country].map { column in
      TableColumn<Int>(column.name, .text) { .text(column.value(of: actors[$0])) }
    }
    return names + places
      + (grouping.map { grouping in [TableColumn("group", .text) { .text(grouping.label(of: $0)) }] } ?? [])
  }
}

/// A remark without its line, as one row for all remarks that say the same.
private struct RemarkRow: Hashable, Comparable {
  let file: String
  let reason: String
  let message: String
  let setsRowAside: Bool

  init(_ remark: Remark) {
    file = remark.place.file ?? ""
    reason = remark.reason
    message = remark.message
    setsRowAside = remark.setsRowAside
  }

  static func < (left: RemarkRow, right: RemarkRow) -> Bool {
    (left.file, left.reason, left.message, left.setsRowAside ? 1 : 0)
      < (right.file, right.reason, right.message, right.setsRowAside ? 1 : 0)
  }
}
