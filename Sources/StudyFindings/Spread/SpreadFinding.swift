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
      runs: options?.runs, seed: options?.seed, on: network)
    (actors, exact, expectedReach) = (network.actorCount, isExact, ensemble.reach.mean)
    standardError = isExact ? 0 : ensemble.reach.standardError
    finishedRuns = isExact ? nil : ensemble.finishedRuns
    (stepLimit, runsAtStepLimit) = (ensemble.options.stepLimit, ensemble.unfinishedRuns)
    stepsToHalf = ensemble.timeToHalf
    curve = zip(ensemble.curve, ensemble.knowing).enumerated().map {
      Step(step: $0.offset, heard: $0.element.0, knowing: $0.element.1)
    }
    func named(_ group: GroupSpread) -> Group {
      Group(
        group: group.group, actors: group.actors, expectedReach: group.reach.mean,
        standardError: isExact ? 0 : group.reach.standardError, curve: group.curve)
    }
    (kinds, clusters) = (ensemble.kinds.map(named), ensemble.clusters.map(named))
  }

  /// An expected reach that was worked out, and nothing else.
  ///
  /// - Parameters:
  ///   - exactReach: The expected reach.
  ///   - network: The network.
  ///   - asked: The model and who starts.
  public init(exactReach: Double, on network: KnowledgeNetwork, asked: SpreadQuestion) {
    (self.asked, actors) = (asked, network.actorCount)
    (exact, expectedReach, standardError) = (true, exactReach, 0)
    (stepLimit, finishedRuns, runsAtStepLimit, stepsToHalf) = (nil, nil, nil, nil)
    (curve, kinds, clusters) = (nil, nil, nil)
  }

  /// A row a figure: what it is of (`all`, `kind` or `cluster`), the group, the step and the value.
  ///
  /// `reach` is how many hear of it in the end, `heard` and `knowing` how many have and know after a step,
  /// `steps_to_half` how long it takes until half of those reached have heard.
  public var table: FindingsTable {
    var table = FindingsTable(
      "spread",
      columns: [
        .init("figure"), .init("of"), .init("group"), .init("step", .count), .init("value", .number),
        .init("standard_error", .number),
      ])
    func add(
      _ figure: String, of column: String = "all", group: String? = nil, step: Int? = nil, _ value: Double,
      _ error: Double? = nil
    ) {
      table.append([.word(figure), .word(column), .text(group), .count(step), .number(value), .number(error)])
    }
    add("reach", expectedReach, standardError)
    if let stepsToHalf { add("steps_to_half", stepsToHalf.mean, stepsToHalf.standardError) }
    for step in curve ?? [] { add("heard", step: step.step, step.heard) }
    for step in curve ?? [] { add("knowing", step: step.step, step.knowing) }
    for (column, groups) in [("kind", kinds), ("cluster", clusters)] {
      for group in groups ?? [] {
        add("reach", of: column, group: group.group, group.expectedReach, group.standardError)
        for (step, heard) in group.curve.enumerated() {
          add("heard", of: column, group: group.group, step: step, heard)
        }
      }
    }
    return table
  }
}
