internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  var pipelinesSection: ReportDocument.Section {
    let heading: Paragraph = "Who brings knowledge in, and who passes it on"
    guard scopes.pipelines + (scopes.stated ?? 0) > 0 else {
      return ReportDocument.Section(
        heading, id: "pipelines", [ReportDocument.Block.stating(noPipelinesStatement)].compactMap(\.self))
    }
    var blocks: [ReportDocument.Block] = [
      .table(scopeTable, caption: "Connected pairs by where they lead."),
      .stating(gatekeeperStatement, bringerStatement, statedStatement), .stating(leadingGatekeepers),
      .stating(entryStatement),
    ].compactMap(\.self)
    if let entryPicture { blocks.append(.picture(entryPicture)) }
    blocks += countryBlocks
    if !pipelines.reaches.isEmpty {
      let more = pipelines.reaches.count - 12
      blocks += [
        .table(reachTable, caption: "What each cluster can receive from outside, and through whom."),
        """
        Reach adds up, over all actors outside, one over the steps knowledge needs to come in (Breschi and Lenzi).\
        \(more > 0 ? " The \(count: more) smaller clusters are in network.csv." : "")
        """,
      ]
    }
    return ReportDocument.Section(heading, id: "pipelines", blocks)
  }

  var noPipelinesStatement: Statement? {
    guard scopes.buzz == 0 else {
      return Statement(
        .noPipelines, on: Evidence(.pairsOfKnownScope, scopes.buzz),
        """
        All ties whose scope is known stay inside a cluster: the data hold no pipeline, so they do not show who brings \
        knowledge in.
        """)
    }
    guard network.actors.contains(where: { $0.cluster != nil }) else {
      return Statement(
        .clustersUnstated, on: allActors,
        "The data do not state which cluster actors belong to, so ties inside cannot be told from ties to the outside.")
    }
    return Statement(
      .noKnownScope, on: connectedPairs,
      "No tie has a known scope, so ties inside cannot be told from ties to the outside.")
  }

  var gatekeeperStatement: Statement? {
    let keepers = positions.gatekeepers.gatekeepers.count
    return Statement(
      .gatekeepers, on: members,
      """
      \(count: keepers, "actor") of \(count: network.memberCount) \(for: keepers, "has", "have") ties both inside and \
      outside the cluster: pipeline gatekeepers (\(citing: .graf2011)).
      """)
  }

  private var bringerStatement: Statement? {
    Statement(
      .bringers, if: network.isDirected, on: members,
      """
      \(count: positions.gatekeepers.bringers.count) of all members receive from outside *and* give inside.
      """)
  }

  /// How much of this rests on counts that actors state of themselves.
  private var statedStatement: Statement? {
    scopes.stated.flatMap { stated in
      let byCount = positions.gatekeepers.gatekeepersByCount.count
      return Statement(
        .sourcesStated, on: members,
        """
        Members state \(count: stated, "source") outside as counts, beyond the givers that the data name; \
        \(count: byCount) of the gatekeepers \(for: byCount, "is one", "are such") by their counts alone.
        """)
    }
  }

  var leadingGatekeepers: Statement? {
    let named = positions.gatekeepers.leading()
    return Statement(
      .leadingGatekeepers, if: !named.isEmpty, on: members,
      """
      Of these, the smaller of the numbers of inside and outside partners is largest for \
      \(Paragraph.names(named.map(label(of:)))).
      """)
  }

  /// The group through which unusually much or little pipeline knowledge enters, the clearest first; that no group
  /// stands out where none does; `nil` without groups or pipelines.
  var entryStatement: Statement? {
    guard let entry = clearestEntry else { return nil }
    let evidence = Evidence(.members, network.memberCount, p: entry.chance)
    let (group, expected) = (label(ofGroup: entry.group), entry.tally.expectedShare)
    guard entry.isNotable else {
      return Statement(
        .noEntryStandsOut, on: evidence,
        """
        No group lets in clearly more or less of what pipelines bring than expected from its size; the least p is that \
        of \(group) with \(share: entry.share), \(share: expected) expected (adjusted \(p: entry.chance)).
        """)
    }
    return Statement(
      .entryStandsOut, on: evidence,
      """
      Of the ties through which pipelines bring knowledge in, \(share: entry.share) end at \(group); from group size \
      \(share: expected) would be expected (adjusted \(p: entry.chance)).
      """)
  }

  /// The group whose share of pipeline knowledge permutation explains least.
  var clearestEntry: PipelineEntry? {
    guard let roles = kinds.roles else { return nil }
    let entries = testedTallies.joined().filter { $0.quantity == .letIn }.compactMap { tested -> PipelineEntry? in
      let tally = roles.groups[tested.group].pipelineEntry
      return tally.share.map { PipelineEntry(tested: tested, share: $0, tally: tally) }
    }
    guard entries.contains(where: { $0.share > 0 }) else { return nil }
    return entries.min { $0.tested.rank < $1.tested.rank }
  }

  private var scopeTable: FindingsTable {
    let total = Double(network.pairCount + (scopes.stated ?? 0))
    let stated: [TableColumn<ScopeFinding.Count>] =
      scopes.stated == nil ? [] : [.count("sources stated as counts") { $0.stated }]
    return FindingsTable(
      "scopes", rows: scopes.counts.filter { $0.total > 0 },
      columns: [.words("scope") { $0.scope.words }, .count("connected pairs") { $0.pairs }],
      stated, [.share("share") { Double($0.total) / total }])
  }

  private var reachTable: FindingsTable {
    let studied = Set(network.actors.lazy.filter(\.isMember).compactMap(\.cluster))
    let leading = pipelines.reaches.filter { studied.contains($0.cluster) }.sorted {
      ($0.localActorCount, $1.cluster) > ($1.localActorCount, $0.cluster)
    }
    return FindingsTable(
      "external-reach", rows: leading.prefix(12),
      .text("cluster") { $0.cluster.rawValue }, .count("actors") { $0.localActorCount },
      .number("reach per actor") { $0.average }, .share("through pipeline gatekeepers") { $0.gatekeeperShare },
      .share("mediated for others") { $0.mediatedShare }, .share("lost without the leading tenth") { $0.removalLoss })
  }
}

extension Gatekeepers {
  /// Up to five members with the largest intensity (minimum); whoever equals the one left out is left out too.
  func leading() -> [Int] {
    let strength = intensity(.minimum)
    let leading = strength.leading(6)
    let cut = leading.count > 5 ? strength[leading[5]] ?? 0 : 0
    return leading.prefix(5).filter { strength[$0] ?? 0 > cut }
  }
}

/// What of the knowledge that pipelines bring in enters through a group.
struct PipelineEntry {
  let tested: AdjustedTally
  let share: Double
  let tally: GroupTally

  var group: Int { tested.group }
  var chance: Double? { tested.chance }
  var isNotable: Bool { tested.isNotable }
}
