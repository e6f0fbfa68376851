internal import ClusterSurveys
package import KnowledgeNetworks

extension Findings {
  /// The tables of the study, each a CSV file: `actors`, `brokerage`, `groups`, `network`, `ties`, `remarks` and
  /// `statements`; where the study is of several waves also `changes`, `waves`, `turnover` and `role-transitions`;
  /// where two topics or two channels have ties, `topics` and `channels`; where names are to be looked at,
  /// `name-review`; where it asked how far knowledge would travel, `diffusion`, `losses`, `seeds` and, if any can be
  /// told, `new-ties`; and what ``SurveyTables/tables`` has data for.
  public var tables: [FindingsTable] { numberTables + [report.statementsTable] }

  /// The report and all tables, made beside one another.
  package func reportAndTables(workers: Workers) -> (report: ReportDocument, tables: [FindingsTable]) {
    let (report, tables) = workers.finished {
      self.report
    } beside: {
      numberTables
    }
    return (report, tables + [report.statementsTable])
  }

  /// All tables but that of the statements, which stand in the report.
  private var numberTables: [FindingsTable] {
    let waves = earlier + [self]
    func joined(_ table: (Findings) -> FindingsTable) -> FindingsTable {
      FindingsTable(byWave: waves.map { ($0.wave, table($0)) })
    }
    return [
      joined(\.actorsTable), joined(\.brokerageTable), joined(\.groupsTable), joined(\.networkTable), tiesTable,
      remarksTable,
    ] + [coverage?.table, sensitivity?.table].compactMap(\.self).filter { !$0.rows.isEmpty } + nameReviewTable
      + changeTables + layers.map { FindingsTable(byWave: [(wave, $0.table)]) }
      + (spread?.tables ?? []) + (survey?.tables ?? [])
  }

  /// What changed from wave to wave; nothing where there is one.
  private var changeTables: [FindingsTable] {
    [change?.table, waves?.table, turnover?.table, roleTransitions?.table].compactMap(\.self)
  }

  /// A row an actor: who it is, then all measures and roles.
  var actorsTable: FindingsTable {
    FindingsTable("actors", rows: network.actors.indices, columns: identity, topics.flatMap(\.actorColumns))
  }

  /// A row an actor: the five roles with their nulls.
  var brokerageTable: FindingsTable {
    .brokerage(
      brokerage, of: network, rows: network.actors.indices,
      brokerage.expected + brokerage.chances + brokerage.adjustedChances + brokerage.shared)
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
      "network", rows: size + membershipFigures + coverageFigures + topics.flatMap(\.networkFigures),
      columns: NetworkFigure.columns)
  }

  /// The two-mode network of which ties were made, where they were.
  private var membershipFigures: [NetworkFigure] {
    guard let memberships = study.survey.memberships else { return [] }
    return [
      NetworkFigure("memberships", memberships.count, "an actor in a group, such as a project"),
      NetworkFigure("membership-groups", memberships.groups.count),
      NetworkFigure("membership-density", memberships.density, "share of pairs of an actor and a group"),
    ]
  }

  private var coverageFigures: [NetworkFigure] {
    guard study.survey.wasAsked else { return [] }
    return [
      NetworkFigure("observed-pairs", reconciliation.observedPairs, "tied or known not to be"),
      NetworkFigure("density-observed", observedDensity, "share of observed pairs that are tied"),
      NetworkFigure("unobserved-pairs", reconciliation.unobservedPairs, "the report that decides is missing"),
      NetworkFigure(
        "refused-by-rule", reconciliation.rejected.count,
        "affirmed by somebody, but not enough for the rule '\(reconciliation.rule.rawValue)'"),
    ]
  }

  /// A row a tie, with what it rests on, wave after wave.
  var tiesTable: FindingsTable {
    let rows = (earlier + [self]).flatMap { wave in
      zip(wave.network.ties, wave.reconciliation.evidence).map { (network: wave.network, tie: $0, evidence: $1) }
    }
    return FindingsTable(
      "ties", rows: rows,
      .text("source") { $0.network.actors[$0.tie.source].id }, .text("target") { $0.network.actors[$0.tie.target].id },
      .number("weight") { $0.tie.weight }, .text("topic") { $0.tie.topic }, .text("channel") { $0.tie.channel },
      .text("wave") { $0.tie.wave },
      .word("scope") { $0.network.scope(between: $0.tie.source, and: $0.tie.target).label },
      .word("evidence") { $0.evidence.isGiven ? "given" : "reports" },
      .word("giver") { $0.evidence.giver?.rawValue }, .word("receiver") { $0.evidence.receiver?.rawValue })
  }

  /// Every doubt and every row set aside, without line numbers, since the order of the rows is no finding; `buzzline
  /// check` has the lines.
  var remarksTable: FindingsTable {
    let found = study.survey.remarks + (earlier + [self]).flatMap(\.ownRemarks)
    let counts: [RemarkRow: Int] = found.reduce(into: [:]) { $0[RemarkRow($1), default: 0] += 1 }
    return FindingsTable(
      "remarks", rows: counts.sorted { $0.key.rank < $1.key.rank },
      .text("file") { $0.key.file }, .word("reason") { $0.key.reason }, .yesOrNo("set_aside") { $0.key.setsRowAside },
      .count("count") { $0.value }, .text("remark") { $0.key.message })
  }

  /// The remarks on one wave, named by it where there are several.
  private var ownRemarks: [Remark] {
    let own = reconciliation.remarks + remarks.map { Remark("convention", $0) }
    guard let wave else { return own }
    return own.map { Remark($0.reason, "Wave \(wave): \($0.message)", at: $0.place, setsRowAside: $0.setsRowAside) }
  }

  /// A row a label that a person should look at, ready to be filled in and read as aliases, without lines as
  /// ``remarksTable`` is; nothing where there is none.
  private var nameReviewTable: [FindingsTable] {
    let entries = study.survey.nameReview.entries
    guard !entries.isEmpty else { return [] }
    return [
      FindingsTable(
        "name-review", rows: entries,
        .text("label") { $0.label }, .text("file") { $0.place.file }, .count("claims") { $0.count },
        .word("read_as") { $0.reading.rawValue }, .text("stands_for") { $0.standsFor }, .text("nearest") { $0.nearest },
        .text("nearest_name") { $0.nearestName }, .number("score") { $0.score }, .text("actor") { _ in nil },
        .word("decision") { _ in nil })
    ]
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
