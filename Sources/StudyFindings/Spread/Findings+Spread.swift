internal import ClusterSurveys
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  var spreadSection: ReportDocument.Section? {
    guard let spread else { return nil }
    return ReportDocument.Section(
      "How far knowledge would travel", id: "diffusion",
      assumptions(of: spread) + leadingReach(spread) + groupReach(spread)
        + [.stating(pipelineStatement(spread), dependenceStatement(spread))].compactMap(\.self) + reachLosses(spread))
  }

  private func assumptions(of spread: DiffusionFinding) -> [ReportDocument.Block] {
    let runs = spread.asked.runs ?? 0
    let reach = Statement(
      .expectedReach, on: Evidence(.runs, runs, standardError: spread.pipelines[0].all.standardError),
      """
      In \(count: runs, "run") of this, on the same live-edge graphs for everything that is compared, an actor alone \
      reaches \(spread.pipelines[0].all) of \(count: network.actorCount, "actor") on average, itself included.
      """)
    let silence = Statement(
      .spreadOverSilence, if: reconciliation.unobservedPairs > 0,
      on: Evidence(.pairsOfMembers, reconciliation.observedPairs + reconciliation.unobservedPairs),
      """
      On \(count: reconciliation.unobservedPairs, "pair") of members the report that decides is missing; they count as not tied here, so that \
      reach, whom to tell first and which pipelines are missing may change with what is not known.
      """)
    return [
      "Suppose an actor learns something worth passing on. \(study.options.spread?.sentence ?? "")",
      .stating(reach, silence),
      .note(
        """
        How likely a tie is to pass something on was assumed, not measured. Read who reaches more than whom, and by \
        how much; the numbers themselves rise and fall with the assumption.
        """),
    ].compactMap(\.self)
  }

  private func leadingReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let table = FindingsTable(
      "leading-reach",
      rows: spread.reach.expected.highest(network.actorCount).filter { network.actors[$0].isMember }.prefix(10),
      .text("actor") { label(of: $0) }, .words("group") { groupLabel(of: $0) },
      .number("reaches") { spread.reach.expected[$0] }, .number("standard error") { spread.reach.standardErrors[$0] },
      TableColumn("gave to", .count) { .number(centrality[.outDegree][$0]) })
    return [.table(table, caption: "The highest estimates of reach, starting alone. All actors are in actors.csv.")]
  }

  private func groupReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let groups = spread.groups
    guard groups.count > 1 else { return [] }
    // Of many groups, those from which most is reached.
    let shown = groups.indices.sorted { (-groups[$0].alone.mean, $0) < (-groups[$1].alone.mean, $1) }.prefix(12)
      .sorted()
    let table = FindingsTable(
      "group-reach", rows: shown,
      .words("group") { label(ofGroup: $0) }, .count("actors") { groups[$0].actors },
      .number("a member alone reaches") { groups[$0].alone.mean },
      .number("more than others") { groups[$0].besideOthers?.alone.difference.mean },
      .p("p") { groups[$0].besideOthers?.alone.p },
      .number("more than others with as many receivers") { groups[$0].besideLikeDegrees?.alone.difference.mean },
      .p("p, as many receivers") { groups[$0].besideLikeDegrees?.alone.p })
    return [
      .table(
        table,
        caption: """
          How far what a group knows travels, beside as many actors of other groups drawn at random, any and those \
          that give to as many. What all members reach together is in diffusion.csv.
          """),
      .list(Paragraph.points(shown.map { statement(of: groups[$0], group: $0, adjustedReachChances(groups)[$0]) })),
    ]
  }

  /// The p against others drawn at random, adjusted for all groups (Holm).
  private func adjustedReachChances(_ groups: [GroupReach]) -> [Double?] {
    AdjustedChances.holm(groups.map { $0.besideOthers?.alone.p })
  }

  private func statement(of reach: GroupReach, group: Int, _ chance: Double?) -> Statement? {
    guard let beside = reach.besideOthers, let match = reach.besideLikeDegrees else { return nil }
    let name = label(ofGroup: group, startsSentence: true)
    let others = beside.alone
    let evidence = Evidence(.members, network.memberCount, p: chance, standardError: others.difference.standardError)
    guard let chance, chance < Self.notableChance else {
      return Statement(
        .groupReachNotFound, on: evidence,
        """
        \(name): no difference from one of the others was found in how many one of them reaches (estimate \
        \(others.differenceInWords), adjusted \(p: chance)).
        """)
    }
    return Statement(
      .groupReachDiffers, on: evidence,
      """
      \(name): one of them reaches \(others.differenceInWords) than one of the others (adjusted \(p: chance)); \
      \(comparison(with: match))
      """)
  }

  /// What is left beside others that give to about as many actors.
  private func comparison(with match: DrawnComparison) -> Paragraph {
    let alike = match.alone
    let difference: Paragraph =
      alike.isNotable ? "\(alike.differenceInWords) (\(p: alike.p))" : "no difference was found (\(p: alike.p))"
    let gap = abs(match.receiverGap)
    guard gap < 0.1 else {
      let beside: Paragraph = "beside those that come nearest in the number of receivers, \(difference)."
      return match.receiverGap > 0
        ? """
        \(beside) Those others give to \(number: gap, decimals: 1) fewer actors on average, so the number of receivers may \
        still explain the difference.
        """
        : """
        \(beside) Those others give to \(number: gap, decimals: 1) more actors on average, so the number of receivers may \
        still explain the difference.
        """
    }
    return alike.isNotable
      ? """
      beside others that give to as many actors, \(difference). The number of receivers alone does not explain the \
      difference.
      """
      : "beside others that give to as many actors, \(difference)."
  }

  private func pipelineStatement(_ spread: DiffusionFinding) -> Statement? {
    let everyone = spread.pipelines[0]
    let runs = Evidence(
      .runs, spread.asked.runs ?? 0, standardError: everyone.onlyThroughPipelines.standardError)
    guard scopes.pipelines > 0 else {
      return Statement(
        .nothingLeavesACluster, on: runs, "The data hold no pipeline through which knowledge could leave a cluster.")
    }
    // The starter itself needs no way.
    let others = everyone.all.mean - 1
    return Statement(
      .onlyThroughPipelines, if: others > 0, on: runs,
      """
      Of the others that an actor reaches, \(share: everyone.onlyThroughPipelines.mean / others) are reached \
      *only through pipelines*: without them they would not hear of it.
      """)
  }

  /// The group whose reach hangs most on pipelines, if it can be told from all others.
  private func dependenceStatement(_ spread: DiffusionFinding) -> Statement? {
    let ranked = spread.pipelines.dropFirst().map(\.onlyThroughPipelines).enumerated()
      .sorted { ($1.element.mean, $0.offset) < ($0.element.mean, $1.offset) }
    guard ranked.count > 1, let most = ranked[0].element.standardError, let next = ranked[1].element.standardError
    else {
      return nil
    }
    // As if the two were independent, which overstates the error of graphs that both share.
    let error = (most * most + next * next).squareRoot()
    let isClear = ranked[0].element.mean - ranked[1].element.mean > 2 * error
    let reach = spread.pipelines[ranked[0].offset + 1].all.mean
    return Statement(
      .dependsMostOnPipelines, if: isClear, on: Evidence(.runs, spread.asked.runs ?? 0, standardError: error),
      """
      The estimate is largest for \(label(ofGroup: ranked[0].offset)): \(ranked[0].element) of the \
      \(number: reach) that one of them reaches.
      """)
  }

  private func reachLosses(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let ranked = spread.losses.losses.enumerated()
      .sorted { ($1.element.loss.share ?? 0, $0.offset) < ($0.element.loss.share ?? 0, $1.offset) }.map(\.element)
    guard !ranked.isEmpty else { return [] }
    let table = FindingsTable(
      "reach-losses", rows: ranked.prefix(12),
      .words("without") { label(of: $0) }, .count("actors gone") { $0.actors },
      .count("connected pairs gone") { $0.pairs }, .number("reach before") { $0.loss.before },
      .number("reach after") { $0.loss.after }, .share("lost") { $0.loss.share })
    return [
      .table(
        table,
        caption: spread.losses.asked.from == nil
          ? """
          What one of those who stay, drawn at random, would no longer reach among those who stay, if something were taken \
          out and nobody made up for it. All are in losses.csv.
          """
          : """
          What those to tell first, together, would no longer reach among those who stay, if something were taken out and \
          nobody made up for it. All are in losses.csv.
          """),
      .list(Paragraph.points(lossStatements(ranked))),
    ]
  }

  /// The largest estimate of each sort, and that of the cluster management; `ranked` has the largest first.
  ///
  /// Losses are of those who stay, others for each part, so no two are compared.
  private func lossStatements(_ ranked: [PartLossFinding.Part]) -> [Statement?] {
    let sorts = Dictionary(grouping: ranked, by: \.without)
    return ranked.map { part in
      let leads = sorts[part.without]?.first == part || part.name == ActorKind.clusterManagement.rawValue
      let (loss, before) = (part.loss, part.loss.before)
      let error = before > 0 ? loss.standardError.map { $0 / before } : nil
      let doubt: Paragraph = error.map { " (standard error \(share: $0))" } ?? ""
      return Statement(
        .reachLost, if: leads && loss.share ?? 0 > 0,
        on: Evidence(.runs, spread?.asked.runs ?? 0, standardError: error),
        "Without \(label(of: part)), \(share: loss.share) of reach would be lost among those who stay\(doubt).")
    }
  }

  private func label(of part: PartLossFinding.Part) -> Paragraph {
    guard let name = part.name else { return Paragraph(ours: part.without) }
    return switch part.without {
    case "kind": label(of: ActorKind(rawValue: name))
    case "channel": "the channel \(name: name)"
    default: "the topic \(name: name)"
    }
  }
}
