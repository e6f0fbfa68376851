public import KnowledgeDiffusion
public import KnowledgeNetworks

/// Whom knowledge reaches from some actors.
public struct SpreadFinding: Finding, Hashable {
  /// How many have heard, and how many know, after a step.
  public struct Step: Codable, Hashable, Sendable {
    /// The number of the step, from 0.
    public let step: Int
    /// How many have heard by then.
    public let heard: Double
    /// How many know then.
    public let knowing: Double
  }

  /// The same of a kind or a cluster.
  public struct Group: Codable, Hashable, Sendable {
    /// The name of the group.
    public let group: String
    /// How many actors it has.
    public let actors: Int
    /// How many of them are expected to hear in the end.
    public let expectedReach: Double
    /// The standard error of that; 0 where nothing is left to chance, `nil` where one run tells nothing of it.
    public let standardError: Double?
    /// How many of them have heard after each step.
    public let curve: [Double]
  }

  /// The model and who starts.
  public let asked: SpreadQuestion
  /// The number of actors in the network.
  public let actors: Int
  /// Whether the reach was worked out, not sampled.
  public let exact: Bool
  /// How many are expected to hear in the end, those who start among them.
  public let expectedReach: Double
  /// The standard error of that; 0 where it is exact, `nil` where one run tells nothing of it.
  public let standardError: Double?
  /// After how many steps a run is broken off; `nil` where nothing was run.
  public let stepLimit: Int?
  /// How many runs were finished; `nil` where the reach is exact.
  public let finishedRuns: Int?
  /// How many of them were still going at the limit of steps; `nil` where nothing was run.
  public let runsAtStepLimit: Int?
  /// How long it takes until half of those reached have heard; `nil` where nothing was run.
  public let stepsToHalf: Estimate?
  /// Step by step; `nil` where nothing was run.
  public let curve: [Step]?
  /// By kind; `nil` where nothing was run.
  public let kinds: [Group]?
  /// By cluster; `nil` where nothing was run.
  public let clusters: [Group]?

  /// What many runs brought, or the one run that tells all of a model that leaves nothing to chance.
  ///
  /// - Parameters:
  ///   - ensemble: The runs.
  ///   - network: The network they were on.
  ///   - settings: The model's numbers.
  ///   - isExact: Whether one run tells all.
  public init(
    _ ensemble: SpreadEnsemble, on network: KnowledgeNetwork, settings: [String: JSONValue] = [:], isExact: Bool = false
  ) {
    let options = isExact ? nil : ensemble.options
    asked = SpreadQuestion(
      model: ensemble.model, settings: settings, from: ensemble.seeds.map { network.actors[$0].id },
      runs: options?.runs, seed: options?.seed)
    actors = network.actorCount
    exact = isExact
    expectedReach = ensemble.reach.mean
    standardError = isExact ? 0 : ensemble.reach.standardError
    finishedRuns = isExact ? nil : ensemble.finishedRuns
    (stepLimit, runsAtStepLimit) = (ensemble.options.stepLimit, ensemble.unfinishedRuns)
    stepsToHalf = ensemble.timeToHalf
    curve = zip(ensemble.curve, ensemble.knowing).enumerated().map {
      Step(step: $0.offset, heard: $0.element.0, knowing: $0.element.1)
    }
    func groups(_ groups: [GroupSpread]) -> [Group] {
      groups.map { group in
        Group(
          group: group.group, actors: group.actors, expectedReach: group.reach.mean,
          standardError: isExact ? 0 : group.reach.standardError, curve: group.curve)
      }
    }
    (kinds, clusters) = (groups(ensemble.kinds), groups(ensemble.clusters))
  }

  /// An expected reach that was worked out, and nothing else.
  ///
  /// - Parameters:
  ///   - exactReach: The expected reach.
  ///   - network: The network.
  ///   - asked: The model and who starts.
  public init(exactReach: Double, on network: KnowledgeNetwork, asked: SpreadQuestion) {
    self.asked = asked
    actors = network.actorCount
    (exact, expectedReach, standardError) = (true, exactReach, 0)
    (stepLimit, finishedRuns, runsAtStepLimit, stepsToHalf) = (nil, nil, nil, nil)
    (curve, kinds, clusters) = (nil, nil, nil)
  }

  /// A row a figure: what it is of (`all`, `kind` or `cluster`), the group, the step and the value.
  ///
  /// `reach` is how many hear of it in the end, `heard` and `knowing` how many have and know after a step,
  /// `steps_to_half` how long it takes until half of those reached have heard.
  public var table: FindingsTable {
    var rows = [Figure("reach", expectedReach, standardError)]
    if let stepsToHalf { rows.append(Figure("steps_to_half", stepsToHalf.mean, stepsToHalf.standardError)) }
    rows += (curve ?? []).map { Figure("heard", step: $0.step, $0.heard) }
    rows += (curve ?? []).map { Figure("knowing", step: $0.step, $0.knowing) }
    for (column, groups) in [("kind", kinds), ("cluster", clusters)] {
      for group in groups ?? [] {
        rows.append(Figure("reach", of: column, group: group.group, group.expectedReach, group.standardError))
        rows += group.curve.enumerated().map {
          Figure("heard", of: column, group: group.group, step: $0.offset, $0.element)
        }
      }
    }
    return FindingsTable("spread", Figure.columns, rows: rows)
  }

}

/// A row of the table of a spread.
private struct Figure {
  let figure: String
  let column: String
  let group: String?
  let step: Int?
  let value: Double
  let error: Double?

  init(
    _ figure: String, of column: String = "all", group: String? = nil, step: Int? = nil, _ value: Double,
    _ error: Double? = nil
  ) {
    (self.figure, self.column, self.group, self.step, self.value, self.error) = (
      figure, column, group, step, value, error
    )
  }

  static let columns: [TableColumn<Figure>] = [
    TableColumn("figure", .text) { .word($0.figure) }, TableColumn("of", .text) { .word($0.column) },
    TableColumn("group", .text) { .text($0.group) }, TableColumn("step", .count) { .count($0.step) },
    TableColumn("value", .number) { .number($0.value) }, TableColumn("standard_error", .number) { .number($0.error) },
  ]
}
