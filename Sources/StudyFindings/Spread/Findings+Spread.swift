internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  var spreadSection: ReportDocument.Section? {
    guard let spread else { return nil }
    return ReportDocument.Section(
      "How far knowledge would travel", id: "diffusion",
      assumptions(of: spread) + leadingReach(spread) + groupReach(spread) + [.paragraph(pipelineSentence(spread))]
        + reachLosses(spread))
  }

  private func assumptions(of spread: DiffusionFinding) -> [ReportDocument.Block] {
    let runs = spread.asked.runs ?? 0
    return [
      """
      Suppose an actor learns something worth passing on. \(word: spread.supposition) In \
      \(count: runs, "run") of this, on the same live-edge graphs for everything that is compared, an actor alone \
      reaches \(spread.pipelines[0].all) of \(count: network.actorCount, "actor") on average, itself included.
      """,
      .note(
        """
        How likely a tie is to pass something on was assumed, not measured. Read who reaches more than whom, and by \
        how much; the numbers themselves rise and fall with the assumption.
        """),
    ]
  }

  private func leadingReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let table = FindingsTable(
      "leading-reach", rows: spread.reach.expected.highest(10),
      .text("actor") { label(of: $0) }, .text("group") { groupLabel(of: $0) },
      .number("reaches") { spread.reach.expected[$0] }, .number("standard error") { spread.reach.standardErrors[$0] },
      TableColumn("gave to", .count) { .number(centrality[.outDegree][$0]) })
    return [.table(table, caption: "Who reaches most, starting alone. All actors are in actors.csv.")]
  }

  private func groupReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let groups = spread.groups
    guard groups.count > 1 else { return [] }
    // Of many groups, those from which most is reached.
    let shown = groups.indices.sorted { (-groups[$0].alone.mean, $0) < (-groups[$1].alone.mean, $1) }.prefix(12)
      .sorted()
    let table = FindingsTable(
      "group-reach", rows: shown,
      .text("group") { label(ofGroup: $0) }, .count("actors") { groups[$0].actors },
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
      .list(shown.compactMap { groups[$0].besideOthers == nil ? nil : sentence(of: groups[$0], group: $0) }),
    ]
  }

  private func sentence(of reach: GroupReach, group: Int) -> Paragraph {
    let name: Paragraph = "\(name: label(ofGroup: group, startsSentence: true))"
    guard let beside = reach.besideOthers, let match = reach.besideLikeDegrees else { return name }
    let (others, alike) = (beside.alone, match.alone)
    guard others.isNotable else {
      return """
        \(name): no difference from one of the others was found in how many one of them reaches (estimate \
        \(others.differenceInWords), \(p: others.p)).
        """
    }
    let first: Paragraph =
      "\(name): one of them reaches \(others.differenceInWords) than one of the others (\(p: others.p))"
    let second: Paragraph =
      alike.isNotable ? "\(alike.differenceInWords) (\(p: alike.p))" : "no difference was found (\(p: alike.p))"
    guard abs(match.receiverGap) < 0.1 else {
      return """
        \(first); beside those that come nearest in the number of receivers, \(second). They give to \
        \(number: abs(match.receiverGap), decimals: 1) \(word: match.receiverGap > 0 ? "fewer" : "more") actors on \
        average, so the number of receivers may still explain the difference.
        """
    }
    let reading = alike.isNotable ? " The number of receivers alone does not explain the difference." : ""
    return "\(first); beside others that give to as many actors, \(second).\(word: reading)"
  }

  private func pipelineSentence(_ spread: DiffusionFinding) -> Paragraph {
    let everyone = spread.pipelines[0]
    guard scopes.pipelines > 0 else {
      return "The data hold no pipeline through which knowledge could leave a cluster."
    }
    // The starter itself needs no way.
    let others = everyone.all.mean - 1
    let share = others > 0 ? everyone.onlyThroughPipelines.mean / others : nil
    let shares = spread.pipelines.dropFirst().enumerated().filter { $0.element.onlyThroughPipelines.mean > 0 }
    let most = shares.max {
      ($0.element.onlyThroughPipelines.mean, -$0.offset) < ($1.element.onlyThroughPipelines.mean, -$1.offset)
    }
    let depends: Paragraph =
      most.map { most in
        """
         Most depends on them for \(name: label(ofGroup: most.offset)): \(most.element.onlyThroughPipelines) of the \
        \(number: most.element.all.mean) that one of them reaches.
        """
      } ?? ""
    return """
      Of the others that an actor reaches, \(share: share) are reached \(stressed: "only through pipelines"): without \
      them they would not hear of it.\(depends)
      """
  }

  private func reachLosses(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let ranked = spread.losses.losses.enumerated()
      .sorted { ($1.element.loss.share ?? 0, $0.offset) < ($0.element.loss.share ?? 0, $1.offset) }.map(\.element)
    guard !ranked.isEmpty else { return [] }
    let table = FindingsTable(
      "reach-losses", rows: ranked.prefix(12),
      .text("without") { label(of: $0) }, .count("actors gone") { $0.actors },
      .count("connected pairs gone") { $0.pairs }, .number("reach before") { $0.loss.before },
      .number("reach after") { $0.loss.after }, .share("lost") { $0.loss.share })
    let who: Paragraph =
      spread.losses.asked.from == nil ? "one of those who stay, drawn at random," : "those to tell first, together,"
    return [
      .table(
        table,
        caption: """
          What \(who) would no longer reach among those who stay, if something were taken out and nobody made up for \
          it. All are in losses.csv.
          """),
      .list(lossSentences(ranked)),
    ]
  }

  /// The heaviest loss of each sort, and that of the cluster management; `ranked` has the heaviest first.
  private func lossSentences(_ ranked: [PartLossFinding.Part]) -> [Paragraph] {
    let sorts = Dictionary(grouping: ranked, by: \.without)
    return ranked.compactMap { loss in
      let alike = sorts[loss.without, default: []]
      let leads = alike.first == loss
      guard leads || loss.name == ActorKind.clusterManagement.rawValue else { return nil }
      let most = leads && alike.count > 1 ? ", the largest estimate of any \(loss.without)" : ""
      return "Without \(name: label(of: loss)), \(share: loss.loss.share) of reach would be lost\(word: most)."
    }
  }

  private func label(of part: PartLossFinding.Part) -> String {
    guard let name = part.name else { return part.without }
    return part.without == "kind" ? label(of: ActorKind(rawValue: name)) : "the \(part.without) \(name)"
  }
}
