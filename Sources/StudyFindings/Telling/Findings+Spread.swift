internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

/// Below this chance a difference is worth a sentence.
private let notableChance = 0.05

extension Findings {
  /// How far knowledge would travel; `nil` where the study did not ask.
  var spreadSection: ReportDocument.Section? {
    guard let spread else { return nil }
    return ReportDocument.Section(
      "How far knowledge would travel", id: "diffusion",
      assumptions(of: spread) + leadingReach(spread) + groupReach(spread) + [.paragraph(pipelineSentence(spread))]
        + losses(spread))
  }

  private func assumptions(of spread: SpreadChapter) -> [ReportDocument.Block] {
    let runs = spread.spread.options.runs
    return [
      .paragraph(
        """
        Suppose an actor learns something worth passing on. \(word: spread.spread.sentence) In \
        \(count: runs, "play-through") of this, with the same luck for everything that is compared, an actor alone reaches \
        \(spread.pipelines[0].all) of \(count: network.actorCount, "actor") on average, itself included.
        """),
      .note(
        """
        How likely a tie is to pass something on was assumed, not measured. Read who reaches more than whom, and by how much; \
        the numbers themselves rise and fall with the assumption.
        """),
    ]
  }

  private func leadingReach(_ spread: SpreadChapter) -> [ReportDocument.Block] {
    let leading = spread.reach.expected.highest(10)
    let columns: [TableColumn<Int>] = [
      TableColumn("actor", .text) { .text(label(of: $0)) },
      TableColumn("group", .text) { .text(grouping?[$0].map { label(ofGroup: $0) }) },
      TableColumn("reaches", .number) { .number(spread.reach.expected[$0]) },
      TableColumn("standard error", .number) { .number(spread.reach.standardErrors[$0]) },
      TableColumn("gave to", .count) { .number(centrality[.outDegree][$0]) },
    ]
    return [
      .table(
        FindingsTable("leading-reach", columns, rows: leading),
        caption: "Who reaches most, starting alone. All actors are in actors.csv.")
    ]
  }

  private func groupReach(_ spread: SpreadChapter) -> [ReportDocument.Block] {
    let groups = spread.groups
    guard groups.count > 1 else { return [] }
    func column(
      _ heading: String, _ unit: FindingsTable.Column.Unit, _ value: @escaping @Sendable (GroupReach) -> Double?
    ) -> TableColumn<Int> {
      TableColumn(heading, unit) { .number(value(groups[$0])) }
    }
    let columns: [TableColumn<Int>] = [
      TableColumn("group", .text) { .text(label(ofGroup: $0)) },
      TableColumn("actors", .count) { .count(groups[$0].actors) },
      column("a member alone reaches", .number, \.alone.mean),
      column("more than others", .number, \.besideOthers?.alone.difference.mean),
      column("p", .p) { $0.besideOthers.flatMap { $0.p(of: $0.alone) } },
      column("more than others with as many receivers", .number, \.besideLikeDegrees?.alone.difference.mean),
      column("p, as many receivers", .p) { $0.besideLikeDegrees.flatMap { $0.p(of: $0.alone) } },
    ]
    return [
      .table(
        FindingsTable("group-reach", columns, rows: groups.indices),
        caption: """
          How far what a group knows travels, beside as many actors of other groups drawn at random, any and those that give \
          to as many. What all members reach together is in diffusion.csv.
          """),
      .list(
        groups.indices.compactMap { groups[$0].besideOthers == nil ? nil : sentence(of: groups[$0], group: $0) }),
    ]
  }

  private func sentence(of reach: GroupReach, group: Int) -> Paragraph {
    let name: Paragraph = "\(name: label(ofGroup: group, startsSentence: true))"
    guard let others = reach.besideOthers, let alike = reach.besideLikeDegrees else { return name }
    guard others.tellsApart else {
      return "\(name): one of them reaches about as many as one of the others (\(p: others.p(of: others.alone)))."
    }
    let first: Paragraph = """
      \(name): one of them reaches \(Self.difference(others)) than one of the others \
      (\(p: others.p(of: others.alone)))
      """
    guard alike.tellsApart else {
      return """
        \(first), for they give to \(word: others.alone.difference.mean > 0 ? "more" : "fewer") actors: beside others that \
        give to as many, chance explains the rest.
        """
    }
    return """
      \(first); beside others that give to as many actors, \(Self.difference(alike)). It also matters to whom they give.
      """
  }

  private static func difference(_ comparison: DrawnComparison) -> Paragraph {
    let difference = comparison.alone.difference
    return """
      \(number: abs(difference.mean), decimals: NumberText.decimals(of: difference)) \
      \(stressed: difference.mean > 0 ? "more" : "fewer")
      """
  }

  private func pipelineSentence(_ spread: SpreadChapter) -> Paragraph {
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
      Of the others that an actor reaches, \(share: share) are reached \(stressed: "only through pipelines"): without them \
      they would not hear of it.\(depends)
      """
  }

  private func losses(_ spread: SpreadChapter) -> [ReportDocument.Block] {
    let columns: [TableColumn<PartLoss>] = [
      TableColumn("without", .text) { .word($0.part.sort) }, TableColumn("name", .text) { .text($0.part.name) },
      TableColumn("actors gone", .count) { .count($0.loss.leavers.count) },
      TableColumn("connected pairs gone", .count) { .count($0.pairs) },
      TableColumn("reach before", .number) { .number($0.loss.total.before.mean) },
      TableColumn("reach after", .number) { .number($0.loss.total.after.mean) },
      TableColumn("lost", .share) { .number($0.loss.total.share) },
    ]
    let ranked = spread.losses.sorted { $0.loss.total.share ?? 0 > $1.loss.total.share ?? 0 }
    guard !ranked.isEmpty else { return [] }
    let who: Paragraph =
      spread.objective == .everyActor ? "one of those who stay, drawn at random," : "those to tell first, together,"
    return [
      .table(
        FindingsTable("reach-losses", columns, rows: ranked.prefix(12)),
        caption: """
          What \(who) would no longer reach among those who stay, if something were taken out and nobody made up for it. All \
          are in losses.csv.
          """)
    ]
  }
}

extension DrawnComparison {
  /// Whether neither the luck of worlds nor that of draws explains the difference of those who start alone.
  fileprivate var tellsApart: Bool {
    let difference = alone.difference
    let isRare = p(of: alone).map { $0 < notableChance } ?? true
    return isRare && abs(difference.mean) > 1.96 * (difference.standardError ?? .infinity)
  }
}
