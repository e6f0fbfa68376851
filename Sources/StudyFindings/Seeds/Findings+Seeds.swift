internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// Whom to tell first, and which pipelines are missing; `nil` where the study did not ask.
  var seedSection: ReportDocument.Section? {
    guard let spread else { return nil }
    return ReportDocument.Section(
      "Whom to tell first, and which pipelines are missing", id: "seeds", seeds(spread) + newPipelines(spread))
  }

  private func seeds(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let picks = spread.seeds.picks
    let columns: [TableColumn<SeedFinding.Pick>] = [
      TableColumn("actor", .text) { .text(label(of: $0.actor)) },
      TableColumn("group", .text) { .text(groupLabel(of: $0.actor)) },
      TableColumn("cluster", .text) { .text($0.actor.cluster) },
      TableColumn("adds", .number) { .number($0.gain.mean) },
      TableColumn("others as good", .text) { .word("\($0.equals?.count ?? 0)\($0.moreEquals ? " and more" : "")") },
    ]
    return [
      .paragraph(
        """
        If these \(count: picks.count) actors knew at the start, they would together reach \
        \(spread.seeds.expectedReach) of \(count: network.actorCount), on live-edge \
        graphs that the choice was not made on. On the same graphs as many others reach: \
        \(word: spread.seeds.rivalsInWords).
        """),
      .table(
        FindingsTable("chosen-actors", columns, rows: picks),
        caption: """
          Chosen one by one, each time the actor that adds most to those before it. Others as good add as much, within the \
          standard error.
          """),
      .paragraph(
        """
        \(word: spread.seeds.guarantee) With limits by kind, cost or cluster, ask \
        \(stressed: "buzzline seeds").
        """),
    ]
  }

  private func newPipelines(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    guard let found = spread.newPipelines else {
      return [
        .paragraph(
          """
          Which new pipelines would add most is not shown: it needs actors of two clusters, and a model that says how \
          likely a tie is that is not there yet.
          """)
      ]
    }
    guard !found.ties.isEmpty else { return [.paragraph("No new pipeline would add to what actors reach.")] }
    let columns: [TableColumn<NewTieFinding.NamedTie>] = [
      TableColumn("from", .text) { .text(label(of: $0.giver)) },
      TableColumn("cluster of the giver", .text) { .text($0.giver.cluster) },
      TableColumn("to", .text) { .text(label(of: $0.receiver)) },
      TableColumn("cluster of the receiver", .text) { .text($0.receiver.cluster) },
      TableColumn("adds", .text) { .word(NumberText.number($0.gain.mean * starts(spread), decimals: 2)) },
      TableColumn("others as good", .text) { .word("\($0.equals.count)\($0.moreEquals ? " and more" : "")") },
    ]
    let together = found.together.mean * starts(spread)
    let who: Paragraph =
      spread.losses.asked.from == nil
      ? "Summed over all \(count: network.actorCount, "actor"), each starting alone,"
      : "From those to tell first, together,"
    return [
      .table(
        FindingsTable("new-pipelines", columns, rows: found.ties),
        caption: """
          The new pipelines that would add most, chosen one by one. \(who) they would together add \
          \(number: together) actors reached, on the live-edge graphs they were chosen on, which favour them a little. \
          That says what a tie would carry, not whether the two have anything to tell each other.
          """)
    ]
  }

  /// What means over starts are multiplied by, so that a gain counts actors.
  private func starts(_ spread: DiffusionFinding) -> Double {
    spread.losses.asked.from == nil ? Double(network.actorCount) : 1
  }
}
