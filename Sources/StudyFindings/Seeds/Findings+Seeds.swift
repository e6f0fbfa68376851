internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  var seedSection: ReportDocument.Section? {
    guard let spread else { return nil }
    return ReportDocument.Section(
      "Whom to tell first, and which pipelines are missing", id: "seeds", seeds(spread) + newPipelines(spread))
  }

  private func seeds(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let picks = spread.seeds.picks
    let table = FindingsTable(
      "chosen-actors", rows: picks,
      .text("actor") { label(of: $0.actor) }, .words("group") { groupLabel(of: $0.actor) },
      .text("cluster") { $0.actor.cluster }, .number("adds") { $0.gain.mean },
      .words("others as good") { .andMore($0.equals?.count ?? 0, $0.moreEquals) })
    let runs = Evidence(
      .runs, spread.seeds.comparison.runs, standardError: spread.seeds.expectedReach.standardError)
    let reach = Statement(
      .seedsReach, if: !picks.isEmpty, on: runs,
      """
      If the \(count: picks.count, "chosen actor") knew at the start, they would together reach \
      \(spread.seeds.expectedReach) of \(count: network.actorCount), on live-edge graphs that the choice was not made \
      on. On the same graphs as many others reach: \(spread.seeds.rivalsInWords).
      """)
    let guarantee = Statement(.seedGuarantee, if: !picks.isEmpty, on: runs, "\(word: spread.seeds.guarantee)")
    return [
      .stating(reach),
      .table(
        table,
        caption: """
          Chosen one by one, each time the actor that adds most to those before it. Others as good add as much, within \
          the standard error.
          """),
      seedPicture(spread).map { .picture($0) }, .stating(guarantee), curvePicture(spread).map { .picture($0) },
      "With limits by kind, cost or cluster, ask *buzzline seeds*.",
    ].compactMap(\.self)
  }

  private func newPipelines(_ spread: DiffusionFinding) -> [ReportDocument.Block] {
    let runs = Evidence(.runs, spread.asked.runs ?? 0)
    let unknown = Statement(
      .newPipelinesUnknown, if: spread.newPipelines == nil, on: allActors,
      """
      Which new pipelines would add most is not shown: it needs actors of two clusters, and a model that says how \
      likely a tie is that is not there yet.
      """)
    let none = Statement(
      .noNewPipeline, if: spread.newPipelines?.ties.isEmpty == true, on: runs,
      "No new pipeline was found that would add to what actors reach.")
    guard let found = spread.newPipelines, !found.ties.isEmpty else {
      return [ReportDocument.Block.stating(unknown, none)].compactMap(\.self)
    }
    let isFromAll = spread.losses.asked.from == nil
    // Means over starts become counts of actors.
    let starts = isFromAll ? Double(network.actorCount) : 1
    let table = FindingsTable(
      "new-pipelines", rows: found.ties,
      .text("giver") { label(of: $0.giver) }, .text("cluster of the giver") { $0.giver.cluster },
      .text("receiver") { label(of: $0.receiver) }, .text("cluster of the receiver") { $0.receiver.cluster },
      .words("adds") { "\(number: $0.gain.mean * starts)" },
      .words("others as good") { .andMore($0.equals.count, $0.moreEquals) })
    let added: Paragraph =
      isFromAll
      ? """
      Summed over all \(count: network.actorCount, "actor"), each starting alone, these new pipelines would together add \
      \(number: found.together.mean * starts) actors reached,
      """
      : """
      From those to tell first, together, these new pipelines would together add \
      \(number: found.together.mean * starts) actors reached,
      """
    let together = Statement(
      .newPipelinesAdd,
      on: Evidence(.runs, spread.asked.runs ?? 0, standardError: found.together.standardError.map { $0 * starts }),
      """
      \(added) on the live-edge graphs they were chosen on, which favour them a little. That says what a tie would carry, not whether the \
      two have anything to tell each other.
      """)
    return [
      .table(table, caption: "The new pipelines that would add most, chosen one by one."), .stating(together),
    ].compactMap(\.self)
  }
}

extension SeedFinding {
  /// A row a chosen actor: its place in the choice, who it is, how many more it is expected to reach than those before
  /// it with the standard error of that, whether it had to be chosen, what it costs, and how many others gain as much.
  public var table: FindingsTable {
    FindingsTable(
      "seeds", rows: picks, columns: [.count("rank") { $0.rank }], TableColumn.identity { $0.actor },
      [
        .number("gain") { $0.gain.mean }, .number("standard_error") { $0.gain.standardError },
        .yesOrNo("given") { $0.given }, .number("cost") { $0.cost }, .count("equals") { $0.equals?.count },
      ])
  }

  /// How far the chosen ones reach together, what other choices bring, what is certain.
  public var statements: [String] {
    [
      "On \(NumberText.count(comparison.runs)) live-edge graphs drawn anew, together they reach "
        + "\(Paragraph("\(expectedReach)").text) of \(NumberText.count(actors)) actors. On the same graphs as many "
        + "others reach: \(rivalsInWords.text).",
      "Each gain in the table is from the \(method.runs == nil ? "samples" : "live-edge graphs") that the choice was "
        + "made on, which favour it a little.",
      guarantee,
    ] + severalBest
  }

  /// What each sort of others reaches, set apart by semicolons.
  var rivalsInWords: Paragraph { comparison.rivals.map(\.words).joined(by: "; ") }

  private var severalBest: [String] {
    guard let best = bestSets, best.sets.count > 1 else { return [] }
    return ["\(best.sets.count)\(best.more ? " and more" : "") sets reach most; --format json lists them."]
  }
}

extension SeedFinding.Rival {
  /// How they were chosen, in words.
  var name: Paragraph {
    switch by {
    case "degree": "those with the most receivers"
    case "chance": "those drawn at random"
    default: "those with the highest \(word: by)"
    }
  }

  fileprivate var words: Paragraph {
    guard advantage.mean != 0 else { return "\(name) \(number: expectedReach.mean) (as many)" }
    let (decimals, reach) = (NumberText.decimals(of: advantage), expectedReach.mean)
    let (size, error) = (abs(advantage.mean), advantage.standardError)
    return advantage.mean > 0
      ? """
      \(name) \(number: reach) (\(number: size, decimals: decimals) fewer, standard error \
      \(number: error, decimals: decimals))
      """
      : """
      \(name) \(number: reach) (\(number: size, decimals: decimals) more, standard error \
      \(number: error, decimals: decimals))
      """
  }
}

extension Paragraph {
  /// How many, and whether there are more than were counted.
  fileprivate static func andMore(_ count: Int, _ hasMore: Bool) -> Paragraph {
    hasMore ? "\(count: count) and more" : "\(count: count)"
  }
}
