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
        + reachLosses(spread))
  }

  private func assumptions(of spread: DiffusionFinding) -> [ReportDocument.Block] {
    let runs = spread.asked.runs ?? 0
    return [
      .paragraph(
        """
        Suppose an actor learns something worth passing on. \(word: spread.supposition) In \
        \(count: runs, "run") of this, on the same live-edge graphs for everything that is compared, an actor alone \
        reaches \(spread.pipelines[0].all) of \(count: network.actorCount, "actor") on average, itself included.
        """),
      .note(
        """
        How likely a tie is to pass something on was assumed, not measured. Read who reaches more than whom, and by \
        how much; the numbers themselves rise and fall with the assumption.
        """),
    ]
  }

  private func leadingReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
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

  private func groupReach(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let groups = spread.groups
    guard groups.count > 1 else { return [] }
    // Of many groups, those from which most is reached.
    let shown = groups.indices.sorted { (-groups[$0].alone.mean, $0) < (-groups[$1].alone.mean, $1) }.prefix(12)
      .sorted()
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
      column("p", .p) { $0.besideOthers?.alone.p },
      column("more than others with as many receivers", .number, \.besideLikeDegrees?.alone.difference.mean),
      column("p, as many receivers", .p) { $0.besideLikeDegrees?.alone.p },
    ]
    return [
      .table(
        FindingsTable("group-reach", columns, rows: shown),
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
        \(number: abs(match.receiverGap), decimals: 1) \(word: match.receiverGap > 0 ? "fewer" : "more") actors on average, \
        so the number of receivers may still explain the difference.
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
}

extension DrawnReach {
  /// Whether dealing out labels anew hardly explains it.
  fileprivate var isNotable: Bool { p.map { $0 < notableChance } ?? false }

  fileprivate var differenceInWords: Paragraph {
    """
    \(number: abs(difference.mean), decimals: NumberText.decimals(of: difference)) \
    \(stressed: difference.mean > 0 ? "more" : "fewer")
    """
  }
}
