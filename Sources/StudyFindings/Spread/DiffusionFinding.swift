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
  /// How knowledge from these would spread step by step: among everyone first, then among the actors of each kind.
  public let curves: [SpreadCurve]
  /// Which pipelines would add most; `nil` where there are no two clusters or the model does not say how likely a new
  /// tie is.
  public let newPipelines: NewTieFinding?

  /// How many are told first, but never more than a quarter of all.
  static let seedCount = 10
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
      model: model.name, settings: spread.settings, runs: options.runs, seed: options.seed, on: network)
    supposition = spread.sentence.text
    reach = try model.reachOfEveryActor(on: network, options: options, workers: workers)
    let grouping = grouping ?? Grouping(name: "group", labels: network.actors.map { _ in nil })
    groups =
      grouping.groups.isEmpty
      ? [] : try model.reachOfEveryGroup(by: grouping, on: network, draws: draws, options: options, workers: workers)
    pipelines = try model.reachThroughPipelines(by: grouping, on: network, options: options, workers: workers)
    let (seeds, chosen) = try Self.seeds(in: network, spread, besides: betweenness, workers)
    self.seeds = seeds
    curves = try SpreadCurve.curves(
      of: model, on: network, from: chosen, options: Self.freshGraphs(options), workers: workers)
    let objective: ReachObjective = network.actorCount <= Self.mostStarters ? .everyActor : .seeds(chosen)
    losses = PartLossFinding(
      try network.losses(withoutEachOf: network.parts, by: model, for: objective, options: options, workers: workers),
      on: network, asked: spread.question(for: objective, on: network))
    newPipelines = try Self.newPipelines(in: network, spread, for: objective, workers)
  }

  private static func seeds(
    in network: KnowledgeNetwork, _ spread: StudySpread, besides betweenness: ActorScores, _ workers: Workers
  ) throws(BuzzlineError) -> (finding: SeedFinding, chosen: [Int]) {
    let (model, options) = (spread.liveTies, spread.options)
    let count = max(1, min(seedCount, network.memberCount / 4))
    let seedOptions = try SeedOptions(.commonGraphs(options.runs), seed: options.seed)
    let choice = try network.seeds(count, by: model, options: seedOptions, workers: workers)
    let fresh = try freshGraphs(options)
    let rivals = try network.comparison(
      ofSeeds: choice.seeds, by: model, with: [betweenness], options: fresh, workers: workers)
    let finding = SeedFinding(
      choice, on: network, asked: SpreadQuestion(model: model.name, settings: spread.settings, on: network),
      count: count,
      options: seedOptions, comparison: rivals, comparisonOptions: fresh)
    return (finding, choice.seeds)
  }

  /// Other live-edge graphs than those the choice was made on, which favour it.
  private static func freshGraphs(_ options: SpreadOptions) throws(BuzzlineError) -> SpreadOptions {
    try SpreadOptions(runs: options.runs, seed: options.seed &+ 1)
  }

  private static func newPipelines(
    in network: KnowledgeNetwork, _ spread: StudySpread, for objective: ReachObjective, _ workers: Workers
  ) throws(BuzzlineError) -> NewTieFinding? {
    let clusters = Set(network.actors.lazy.filter(\.isMember).compactMap(\.cluster))
    guard case .cascade(let rule) = spread.model, clusters.count > 1,
      let chance = rule.chanceOfNewTie(leadingTo: TieCandidates.pipelines)
    else { return nil }
    let candidates = try TieCandidates(chance: chance)
    let found = try network.newTies(
      pipelineCount, by: spread.liveTies, among: candidates, for: objective, options: spread.options, workers: workers)
    return NewTieFinding(
      found, on: network, asked: spread.question(for: objective, on: network), count: pipelineCount, among: candidates)
  }

  var actorColumns: [TableColumn<Int>] { [TableColumn(reach.expected), TableColumn(reach.standardErrors)] }

  var networkFigures: [NetworkFigure] {
    guard let everyone = pipelines.first else { return [] }
    let note = "actors reached, by the model \(asked.model), an actor drawn at random alone"
    return [
      NetworkFigure("reach", everyone.all.mean, note),
      NetworkFigure("reach-without-pipelines", everyone.withoutPipelines.mean, "the same by buzz only"),
      NetworkFigure(
        "reach-only-through-pipelines", everyone.onlyThroughPipelines.mean,
        "the difference, on the same live-edge graphs"),
    ]
  }

  var tables: [FindingsTable] { [groupTable, losses.table, seeds.table] + (newPipelines.map { [$0.table] } ?? []) }

  private typealias Row = (group: GroupReach, pipelines: PipelineReach)

  /// A row a group: how far one member and all together reach, beside as many actors of other groups, any and those
  /// with about as many receivers, and how much of it only through pipelines.
  private var groupTable: FindingsTable {
    FindingsTable(
      "diffusion", rows: zip(groups, pipelines.dropFirst()).map { Row(group: $0, pipelines: $1) },
      columns: [.text("group") { $0.group.group }, .count("actors") { $0.group.actors }],
      Self.reachColumns("alone", \.alone, \.alone), Self.reachColumns("together", \.together, \.together),
      [
        .number("like_degrees_receiver_gap") { $0.group.besideLikeDegrees?.receiverGap },
        .number("only_through_pipelines") { $0.pipelines.onlyThroughPipelines.mean },
        .number("only_through_pipelines_error") { $0.pipelines.onlyThroughPipelines.standardError },
        .share("only_through_pipelines_share") { $0.pipelines.share },
      ])
  }

  private static func reachColumns(
    _ name: String, _ own: @escaping @Sendable (GroupReach) -> Estimate,
    _ drawn: @escaping @Sendable (DrawnComparison) -> DrawnReach
  ) -> [TableColumn<Row>] {
    func columns(_ rival: String, _ side: @escaping @Sendable (GroupReach) -> DrawnComparison?) -> [TableColumn<Row>] {
      let reach: @Sendable (Row) -> DrawnReach? = { side($0.group).map(drawn) }
      return [
        .number("\(name)_more_than_\(rival)") { reach($0)?.difference.mean },
        .number("\(name)_more_than_\(rival)_error") { reach($0)?.difference.standardError },
        .p("p_\(name)_\(rival)") { reach($0)?.p },
      ]
    }
    let ends: [TableColumn<Row>] = [
      .number(name) { own($0.group).mean }, .number(name + "_error") { own($0.group).standardError },
    ]
    return ends + columns("others", \.besideOthers) + columns("like_degrees", \.besideLikeDegrees)
  }
}

extension DrawnReach {
  /// How rare such a reach is where labels are dealt out anew; `nil` where there is nobody to exchange them with.
  var p: Double? { test.standardDeviation > 0 ? test.pTwoSided : nil }

  /// Whether dealing out labels anew hardly explains it.
  var isNotable: Bool { p.map { $0 < Findings.notableChance } ?? false }

  var differenceInWords: Paragraph {
    let (size, decimals) = (abs(difference.mean), NumberText.decimals(of: difference))
    return difference.mean > 0
      ? "\(number: size, decimals: decimals) *more*" : "\(number: size, decimals: decimals) *fewer*"
  }
}
