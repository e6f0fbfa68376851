public import KnowledgeDiffusion
internal import KnowledgeNetworks

/// How far knowledge would travel by a model: from whom, through what, whom to tell first, which pipelines are missing.
public struct DiffusionFinding: StudyFinding {
  /// The model; each actor starts alone.
  public let asked: SpreadQuestion
  /// What the model supposes, in a sentence.
  public let supposition: String
  /// How far knowledge from each actor travels.
  public let reach: ActorReach
  /// A group each, in the order of the study's grouping; empty without one.
  public let groups: [GroupReach]
  /// How much of it only through pipelines: everyone first, then the groups.
  public let pipelines: [PipelineReach]
  /// What would no longer be reached without a kind, a channel, a topic or pipelines.
  public let losses: PartLossFinding
  /// Whom to tell first.
  public let seeds: SeedFinding
  /// Which pipelines would add most; `nil` where there are no two clusters or the model does not say how likely a new tie
  /// is.
  public let newPipelines: NewTieFinding?

  /// How many are told first, but never more than a quarter of all.
  static let seedCount = 10
  /// How many pipelines are looked for.
  static let pipelineCount = 3
  /// Up to so many actors each starts in turn where something is taken out or added; else those to tell first do
  /// together.
  static let mostStarters = 2_000

  init(
    of network: KnowledgeNetwork, by grouping: Grouping?, spread: StudySpread, draws: Int, betweenness: ActorScores,
    workers: Workers
  ) throws(BuzzlineError) {
    let (model, options) = (spread.liveTies, spread.options)
    asked = SpreadQuestion(
      model: model.name, settings: spread.settings, runs: options.runs, seed: options.seed)
    supposition = spread.sentence
    reach = try model.reachOfEveryActor(on: network, options: options, workers: workers)
    if let grouping, !grouping.groups.isEmpty {
      groups = try model.reachOfEveryGroup(by: grouping, on: network, draws: draws, options: options, workers: workers)
    } else {
      groups = []
    }
    let nobodysGroup = Grouping(name: "group", labels: network.actors.map { _ in nil })
    pipelines = try model.reachThroughPipelines(
      by: grouping ?? nobodysGroup, on: network, options: options, workers: workers)
    let (seeds, chosen) = try Self.seeds(in: network, spread, besides: betweenness, workers)
    self.seeds = seeds
    let objective: ReachObjective = network.actorCount <= Self.mostStarters ? .everyActor : .seeds(chosen)
    losses = PartLossFinding(
      try network.losses(
        withoutEachOf: network.parts, by: model, for: objective, options: options, workers: workers),
      on: network, asked: spread.question(for: objective, on: network))
    newPipelines = try Self.newPipelines(in: network, spread, for: objective, workers)
  }

  private static func seeds(
    in network: KnowledgeNetwork, _ spread: StudySpread, besides betweenness: ActorScores, _ workers: Workers
  ) throws(BuzzlineError) -> (finding: SeedFinding, chosen: [Int]) {
    let (model, options) = (spread.liveTies, spread.options)
    let count = max(1, min(seedCount, network.actorCount / 4))
    let seedOptions = try SeedOptions(.commonGraphs(options.runs), seed: options.seed)
    let choice = try network.seeds(count, by: model, options: seedOptions, workers: workers)
    // Other live-edge graphs than those the choice was made on, which favour it.
    let fresh = try SpreadOptions(runs: options.runs, seed: options.seed &+ 1)
    let rivals = try network.comparison(
      ofSeeds: choice.seeds, by: model, with: [betweenness], options: fresh, workers: workers)
    let asked = SpreadQuestion(model: model.name, settings: spread.settings)
    let finding = SeedFinding(
      choice, on: network, asked: asked, count: count, options: seedOptions, comparison: rivals,
      comparisonOptions: fresh)
    return (finding, choice.seeds)
  }

  private static func newPipelines(
    in network: KnowledgeNetwork, _ spread: StudySpread, for objective: ReachObjective, _ workers: Workers
  ) throws(BuzzlineError) -> NewTieFinding? {
    guard let chance = spread.chanceOfNewTie(leadingTo: TieCandidates.pipelines),
      Set(network.actors.compactMap(\.cluster)).count > 1
    else { return nil }
    let candidates = try TieCandidates(chance: chance)
    let found = try network.newTies(
      pipelineCount, by: spread.liveTies, among: candidates, for: objective, options: spread.options, workers: workers)
    return NewTieFinding(
      found, on: network, asked: spread.question(for: objective, on: network), count: pipelineCount,
      among: candidates)
  }
}

// MARK: - Tables

extension DiffusionFinding {
  var actorColumns: [TableColumn<Int>] { [TableColumn(reach.expected), TableColumn(reach.standardErrors)] }

  var networkFigures: [NetworkFigure] {
    guard let everyone = pipelines.first else { return [] }
    let note = "by the model \(asked.model), an actor drawn at random alone"
    return [
      NetworkFigure(name: "reach", value: .number(everyone.all.mean), note: "actors reached, " + note),
      NetworkFigure(
        name: "reach-without-pipelines", value: .number(everyone.withoutPipelines.mean), note: "the same by buzz only"),
      NetworkFigure(
        name: "reach-only-through-pipelines", value: .number(everyone.onlyThroughPipelines.mean),
        note: "the difference, on the same live-edge graphs"),
    ]
  }

  /// A row a group: how far one member and all together reach, beside as many actors of other groups, any and those
  /// with about as many receivers, and how much of it only through pipelines.
  var groupTable: FindingsTable {
    let heads: [TableColumn<Int>] = [
      TableColumn("group", .text) { [groups] in .text(groups[$0].group) },
      TableColumn("actors", .count) { [groups] in .count(groups[$0].actors) },
    ]
    let ends: [TableColumn<Int>] = [
      TableColumn("like_degrees_receiver_gap", .number) { [groups] in
        .number(groups[$0].besideLikeDegrees?.receiverGap)
      },
      TableColumn("only_through_pipelines", .number) { [pipelines] in
        .number(pipelines[$0 + 1].onlyThroughPipelines.mean)
      },
      TableColumn("only_through_pipelines_error", .number) { [pipelines] in
        .number(pipelines[$0 + 1].onlyThroughPipelines.standardError)
      },
      TableColumn("only_through_pipelines_share", .share) { [pipelines] in .number(pipelines[$0 + 1].share) },
    ]
    return FindingsTable(
      "diffusion",
      heads + reachColumns("alone", \.alone, \.alone) + reachColumns("together", \.together, \.together) + ends,
      rows: groups.indices)
  }

  private func reachColumns(
    _ name: String, _ own: @escaping @Sendable (GroupReach) -> Estimate,
    _ drawn: @escaping @Sendable (DrawnComparison) -> DrawnReach
  ) -> [TableColumn<Int>] {
    let groups = groups
    func columns(
      _ rival: String, _ side: @escaping @Sendable (GroupReach) -> DrawnComparison?
    ) -> [TableColumn<Int>] {
      let row: @Sendable (Int) -> DrawnReach? = { side(groups[$0]).map(drawn) }
      return [
        TableColumn("\(name)_more_than_\(rival)", .number) { .number(row($0)?.difference.mean) },
        TableColumn("\(name)_more_than_\(rival)_error", .number) { .number(row($0)?.difference.standardError) },
        TableColumn("p_\(name)_\(rival)", .p) { .number(row($0)?.p) },
      ]
    }
    return [
      TableColumn(name, .number) { .number(own(groups[$0]).mean) },
      TableColumn(name + "_error", .number) { .number(own(groups[$0]).standardError) },
    ] + columns("others", \.besideOthers) + columns("like_degrees", \.besideLikeDegrees)
  }

  /// Its tables of their own.
  var tables: [FindingsTable] {
    [groupTable, losses.table, seeds.table] + (newPipelines.map { [$0.table] } ?? [])
  }
}

extension DrawnReach {
  /// How rare such a reach is where labels are dealt out anew; `nil` where there is nobody to exchange them with.
  var p: Double? { test.standardDeviation > 0 ? test.pTwoSided : nil }
}
