public import KnowledgeDiffusion
public import KnowledgeNetworks

/// What a spread brought, as the command prints it: one object of JSON, or a table with a row a figure.
public struct SpreadFinding: Finding {
  /// The model's name.
  private let model: String
  private let settings: [JSONValue.Member]
  /// The identifiers of those who knew at the start.
  private let seeds: [String]
  private let actorCount: Int
  /// The runs; `nil` where the reach was worked out exactly and nothing else was.
  private let ensemble: SpreadEnsemble?
  private let isExact: Bool
  private let expectedReach: Double
  private let standardError: Double?

  /// The account of many runs, or of the one run that tells all of a model that leaves nothing to chance.
  ///
  /// - Parameters:
  ///   - ensemble: The runs.
  ///   - network: The network they were on.
  ///   - settings: The model's numbers, which JSON tells.
  ///   - isExact: Whether one run tells all.
  public init(
    _ ensemble: SpreadEnsemble, on network: KnowledgeNetwork, settings: [JSONValue.Member] = [], isExact: Bool = false
  ) {
    self.ensemble = ensemble
    self.settings = settings
    self.isExact = isExact
    (model, seeds) = (ensemble.model, ensemble.seeds.map { network.actors[$0].id })
    actorCount = network.actorCount
    expectedReach = ensemble.reach.mean
    standardError = isExact ? 0 : ensemble.reach.standardError
  }

  /// The account of an expected reach that was worked out exactly.
  ///
  /// - Parameters:
  ///   - exactReach: The expected reach.
  ///   - model: The model's name.
  ///   - seeds: Who knew at the start.
  ///   - network: The network.
  ///   - settings: The model's numbers, which JSON tells.
  public init(
    exactReach: Double, of model: String, from seeds: [Int], on network: KnowledgeNetwork,
    settings: [JSONValue.Member] = []
  ) {
    ensemble = nil
    self.settings = settings
    isExact = true
    (self.model, self.seeds) = (model, seeds.map { network.actors[$0].id })
    actorCount = network.actorCount
    (expectedReach, standardError) = (exactReach, 0)
  }

  private var groupings: [(column: String, groups: [GroupSpread])] {
    [("kind", ensemble?.kinds ?? []), ("cluster", ensemble?.clusters ?? [])]
  }
}

// MARK: - Table

extension SpreadFinding {
  /// A row a figure: what it is of (`all`, `kind` or `cluster`), the group, the step and the value.
  ///
  /// `reach` is how many hear of it in the end, `heard` and `knowing` how many have and know after a step,
  /// `steps_to_half` how long it takes until half of those reached have heard.
  public var table: FindingsTable {
    let columns = [
      FindingsTable.Column("figure"), .init("of"), .init("group"), .init("step", .count), .init("value", .number),
      .init("standard_error", .number),
    ]
    var table = FindingsTable("spread", columns: columns)
    table.append(Self.row("reach", value: expectedReach, error: standardError))
    guard let ensemble else { return table }
    table.append(
      Self.row("steps_to_half", value: ensemble.timeToHalf.mean, error: ensemble.timeToHalf.standardError))
    for (step, heard) in ensemble.curve.enumerated() { table.append(Self.row("heard", step: step, value: heard)) }
    for (step, knowing) in ensemble.knowing.enumerated() {
      table.append(Self.row("knowing", step: step, value: knowing))
    }
    for (column, groups) in groupings {
      for group in groups {
        let of = (column, group.group)
        table.append(Self.row("reach", of: of, value: group.reach.mean, error: group.reach.standardError))
        for (step, heard) in group.curve.enumerated() {
          table.append(Self.row("heard", of: of, step: step, value: heard))
        }
      }
    }
    return table
  }

  private static func row(
    _ figure: String, of group: (column: String, name: String)? = nil, step: Int? = nil, value: Double,
    error: Double? = nil
  ) -> [FindingsTable.Cell] {
    [
      .word(figure), .word(group?.column ?? "all"), .text(group?.name), .count(step), .number(value), .number(error),
    ]
  }
}

// MARK: - JSON

extension SpreadFinding {
  /// Everything as one object; what an exact reach does not tell is `null`.
  public var json: JSONValue {
    let members: [JSONValue.Member] = [
      .init("model", .text(model)), .init("settings", .object(settings)),
      .init("from", .list(seeds.map { .text($0) })), .init("actors", .count(actorCount)),
      .init("exact", .bool(isExact)), .init("expectedReach", .number(expectedReach)),
      .init("standardError", JSONValue(standardError)),
    ]
    return .object(members + runs + steps + groupings.map { .init($0.column + "s", list(of: $0.groups)) })
  }

  /// What was run; nothing of it has a say where the reach is exact.
  private var runs: [JSONValue.Member] {
    let sampled = isExact ? nil : ensemble
    return [
      .init("runs", JSONValue(sampled?.options.runs)), .init("finishedRuns", JSONValue(sampled?.finishedRuns)),
      .init("runsAtStepLimit", JSONValue(ensemble?.unfinishedRuns)),
      .init("seed", sampled.map { JSONValue(seed: $0.options.seed) } ?? .null),
    ]
  }

  private var steps: [JSONValue.Member] {
    guard let ensemble else { return [.init("stepsToHalf", .null), .init("curve", .null)] }
    let curve = zip(ensemble.curve, ensemble.knowing).enumerated().map { step, numbers -> JSONValue in
      ["step": .count(step), "heard": .number(numbers.0), "knowing": .number(numbers.1)]
    }
    return [.init("stepsToHalf", .number(ensemble.timeToHalf.mean)), .init("curve", .list(curve))]
  }

  private func list(of groups: [GroupSpread]) -> JSONValue {
    guard ensemble != nil else { return .null }
    return .list(
      groups.map { group in
        [
          "group": .text(group.group), "actors": .count(group.actors), "expectedReach": .number(group.reach.mean),
          "standardError": JSONValue(isExact ? 0 : group.reach.standardError),
          "curve": .list(group.curve.map { .number($0) }),
        ]
      })
  }
}
