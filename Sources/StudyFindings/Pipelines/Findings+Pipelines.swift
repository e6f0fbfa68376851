internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// Who brings knowledge in from outside, and who passes it on.
  var pipelinesSection: ReportDocument.Section {
    let heading = "Who brings knowledge in, and who passes it on"
    guard scopes.pipelines > 0 else {
      return ReportDocument.Section(heading, id: "pipelines", [.paragraph(noPipelines)])
    }
    let keepers = positions.gatekeepers
    var blocks: [ReportDocument.Block] = [
      .table(scopeTable, caption: "Connected pairs by where they lead."),
      .paragraph(
        """
        \(count: keepers.gatekeepers.count, "actor") of \(count: network.actorCount) \
        \(word: keepers.gatekeepers.count == 1 ? "has" : "have") ties both inside and outside the cluster and could be a \
        gatekeeper in Graf's sense. Those that do both halves of the work, receiving from outside \(stressed: "and") \
        giving inside, number \(count: keepers.bringers.count).
        """),
      .paragraph(leadingGatekeepers),
    ]
    if let entrySentence { blocks.append(.paragraph(entrySentence)) }
    if let entryPicture { blocks.append(.picture(entryPicture)) }
    if !pipelines.reaches.isEmpty {
      blocks += [
        .table(reachTable, caption: "What each cluster can receive from outside, and through whom."),
        .paragraph(reachReading),
      ]
    }
    return ReportDocument.Section(heading, id: "pipelines", blocks)
  }

  /// The group through which unusually much or little pipeline knowledge enters, the clearest first; that no group stands
  /// out where none does; `nil` without groups or pipelines.
  var entrySentence: Paragraph? {
    guard let entry = clearestEntry else { return nil }
    guard entry.isNotable else {
      return """
        No group lets in clearly more or less of what pipelines bring than expected from its size; the clearest are \
        \(name: label(ofGroup: entry.group)) with \(share: entry.share), \(share: entry.tally.expectedShare) expected \
        (\(p: entry.tally.test?.pTwoSided)).
        """
    }
    return """
      Of the knowledge that pipelines bring in, \(share: entry.share) enters through \
      \(name: label(ofGroup: entry.group)); from group size \(share: entry.tally.expectedShare) would be expected \
      (\(p: entry.tally.test?.pTwoSided)).
      """
  }

  /// The sentence where a group stands out, which may lead the report; else `nil`.
  var notableEntrySentence: Paragraph? { clearestEntry?.isNotable == true ? entrySentence : nil }

  /// The group whose share of pipeline knowledge permutation explains least.
  private var clearestEntry: PipelineEntry? {
    guard let roles = kinds.roles else { return nil }
    let entries = roles.groups.enumerated().compactMap { index, role in
      role.pipelineEntry.share.map { PipelineEntry(group: index, share: $0, tally: role.pipelineEntry) }
    }
    guard entries.contains(where: { $0.share > 0 }) else { return nil }
    return entries.min { ($0.p, -$0.share, $0.group) < ($1.p, -$1.share, $1.group) }
  }

  private var noPipelines: Paragraph {
    scopes.buzz > 0
      ? "All ties whose scope is known stay inside a cluster: the data hold no pipeline, so they do not show who brings knowledge in."
      : "The data do not state which cluster actors belong to, so ties inside cannot be told from ties to the outside."
  }

  private var leadingGatekeepers: Paragraph {
    let leading = positions.gatekeepers.intensity(.minimum).highest(5)
      .filter { (positions.gatekeepers.intensity(.minimum)[$0] ?? 0) > 0 }
    guard !leading.isEmpty else { return "No actor is tied both inside and outside." }
    return """
      The strongest, by the smaller of their inside and outside partners: \(Paragraph.names(leading.map(label(of:)))).
      """
  }

  private var scopeTable: FindingsTable {
    let total = Double(network.pairCount)
    let columns: [TableColumn<Int>] = [
      TableColumn("scope", .text) { .word(scopes.counts[$0].scope.label.replacing("_", with: " ")) },
      TableColumn("connected pairs", .count) { .count(scopes.counts[$0].pairs) },
      TableColumn("share", .share) { .number(Double(scopes.counts[$0].pairs) / total) },
    ]
    return FindingsTable("scopes", columns, rows: scopes.counts.indices.filter { scopes.counts[$0].pairs > 0 })
  }

  private var reachTable: FindingsTable {
    let leading = pipelines.reaches.sorted {
      ($0.localActorCount, $1.cluster) > ($1.localActorCount, $0.cluster)
    }
    let columns: [TableColumn<ExternalReach>] = [
      TableColumn("cluster", .text) { .text($0.cluster.rawValue) },
      TableColumn("actors", .count) { .count($0.localActorCount) },
      TableColumn("reach per actor", .number) { .number($0.average) },
      TableColumn("through gatekeepers", .share) { .number($0.gatekeeperShare) },
      TableColumn("mediated for others", .share) { .number($0.mediatedShare) },
      TableColumn("lost without the leading tenth", .share) { .number($0.removalLoss) },
    ]
    return FindingsTable("external-reach", columns, rows: leading.prefix(12))
  }

  private var reachReading: Paragraph {
    let more = pipelines.reaches.count - 12
    return """
      Reach adds up, over all actors outside, one over the steps knowledge needs to come in (Breschi and Lenzi). \
      \(word: more > 0 ? "The \(more) smaller clusters are in network.csv." : "")
      """
  }
}

/// What of the knowledge that pipelines bring in enters through a group.
private struct PipelineEntry {
  let group: Int
  let share: Double
  let tally: GroupTally

  /// Not defined counts as the least clear.
  var p: Double { tally.test.flatMap { $0.isDefined ? $0.pTwoSided : nil } ?? 2 }
  var isNotable: Bool { p < Findings.notableChance }
}
