public import KnowledgeDiffusion
public import KnowledgeNetworks

/// Whom to tell first, as the command prints it: one object of JSON, or a table with a row a chosen actor.
public struct SeedFinding: Finding {
  private let choice: SeedChoice
  private let network: KnowledgeNetwork
  private let options: SeedOptions
  private let comparison: [SeedComparison]
  private let comparisonOptions: SpreadOptions
  /// The model and what the choice had to respect, which JSON tells.
  private let settings: [JSONValue.Member]

  /// The account of a choice.
  ///
  /// - Parameters:
  ///   - choice: The choice.
  ///   - network: The network it was made on.
  ///   - options: How it was made.
  ///   - comparison: What other ways of choosing bring.
  ///   - comparisonOptions: The worlds they were compared on.
  ///   - settings: The model and what the choice had to respect.
  public init(
    _ choice: SeedChoice, on network: KnowledgeNetwork, options: SeedOptions, comparison: [SeedComparison],
    comparisonOptions: SpreadOptions, settings: [JSONValue.Member]
  ) {
    self.choice = choice
    self.network = network
    self.options = options
    self.comparison = comparison
    self.comparisonOptions = comparisonOptions
    self.settings = settings
  }

  /// What the chosen ones reach together, on live-edge graphs that the choice was not made on.
  private var reach: Estimate { comparison.first?.chosenReach ?? choice.expectedReach }

  private func ids(_ actors: [Int]) -> [JSONValue] { actors.map { .text(network.actors[$0].id) } }
}

// MARK: - Table

extension SeedFinding {
  /// A row a chosen actor: its place in the choice, who it is, how many more it is expected to reach than those before
  /// it with the standard error of that, whether it had to be chosen, what it costs, and how many others gain as much.
  public var table: FindingsTable { .seeds(choice, of: network) }
}

extension FindingsTable {
  /// What ``SeedFinding/table`` shows.
  static func seeds(_ choice: SeedChoice, of network: KnowledgeNetwork) -> FindingsTable {
    let hasEquals = choice.samples == nil
    let columns: [TableColumn<(rank: Int, pick: SeedPick)>] =
      [TableColumn("rank", .count) { .count($0.rank) }]
      + TableColumn.identity(of: network) { $0.pick.actor } + [
        TableColumn("gain", .number) { .number($0.pick.gain.mean) },
        TableColumn("standard_error", .number) { .number($0.pick.gain.standardError) },
        TableColumn("given", .text) { .yesOrNo($0.pick.isGiven) },
        TableColumn("cost", .number) { .number($0.pick.cost) },
        TableColumn("equals", .count) { hasEquals ? .count($0.pick.equals.count) : .undefined },
      ]
    return FindingsTable(
      "seeds", columns, rows: choice.picks.enumerated().map { (rank: $0.offset + 1, pick: $0.element) })
  }
}

extension TableColumn {
  /// Who an actor is: `id`, `name`, `kind` and `cluster`, each heading after a prefix.
  static func identity(
    of network: KnowledgeNetwork, prefix: String = "", actor: @escaping @Sendable (Row) -> Int
  ) -> [TableColumn<Row>] {
    let actors = network.actors
    return [
      TableColumn(prefix + "id", .text) { .text(actors[actor($0)].id) },
      TableColumn(prefix + "name", .text) { .text(actors[actor($0)].name) },
      TableColumn(prefix + "kind", .text) { .text(actors[actor($0)].kind?.rawValue) },
      TableColumn(prefix + "cluster", .text) { .text(actors[actor($0)].cluster?.rawValue) },
    ]
  }
}

// MARK: - JSON

extension SeedFinding {
  /// Everything as one object.
  public var json: JSONValue {
    .object(
      settings + [
        .init("actors", .count(network.actorCount)), .init("method", method),
        .init("seed", JSONValue(seed: options.seed)),
        .init("seeds", .list(ids(choice.seeds))), .init("expectedReach", .number(reach.mean)),
        .init("standardError", JSONValue(reach.standardError)),
        .init(choice.samples == nil ? "reachWhereChosen" : "reachOnNewSamples", .number(choice.expectedReach.mean)),
        .init(
          "guarantee",
          ["share": JSONValue(choice.guarantee.share), "sentence": .text(choice.guarantee.sentence)]),
        .init("picks", .list(choice.picks.enumerated().map { pick($0.element, rank: $0.offset + 1) })),
        .init("bestSets", bestSets), .init("comparison", told),
      ])
  }

  /// What reach was judged by, and how much of it there was.
  private var method: JSONValue {
    switch options.method {
    case .commonWorlds(let worlds):
      ["name": "greedy", "worlds": .count(worlds), "evaluations": .count(choice.evaluations)]
    case .reverseSamples(let epsilon, let delta):
      [
        "name": "imm", "epsilon": .number(epsilon), "delta": .number(delta),
        "samples": JSONValue(choice.samples?.choosing), "bytes": JSONValue(choice.samples?.bytes),
      ]
    }
  }

  private func pick(_ pick: SeedPick, rank: Int) -> JSONValue {
    let actor = network.actors[pick.actor]
    return [
      "rank": .count(rank), "id": .text(actor.id), "name": .text(actor.name), "kind": JSONValue(actor.kind?.rawValue),
      "cluster": JSONValue(actor.cluster?.rawValue), "gain": .number(pick.gain.mean),
      "standardError": JSONValue(pick.gain.standardError), "given": .bool(pick.isGiven), "cost": JSONValue(pick.cost),
      "equals": choice.samples == nil ? .list(ids(pick.equals)) : .null, "moreEquals": .bool(pick.hasMoreEquals),
    ]
  }

  private var bestSets: JSONValue {
    guard let best = choice.bestSets else { return .null }
    return [
      "expectedReach": .number(best.expectedReach), "sets": .list(best.sets.map { .list(ids($0)) }),
      "more": .bool(best.hasMore),
    ]
  }

  private var told: JSONValue {
    [
      "worlds": .count(comparisonOptions.runs), "seed": JSONValue(seed: comparisonOptions.seed),
      "rivals": .list(
        comparison.map { rival in
          [
            "by": .text(rival.rival), "seeds": rival.seeds.map { .list(ids($0)) } ?? .null,
            "expectedReach": .number(rival.expectedReach.mean),
            "standardError": JSONValue(rival.expectedReach.standardError),
            "advantage": .number(rival.advantage.mean), "advantageError": JSONValue(rival.advantage.standardError),
          ]
        }),
    ]
  }
}

// MARK: - Sentences

extension SeedFinding {
  /// What a table of chosen actors cannot hold: how far they reach together, what other choices bring, what is certain.
  public var sentences: [String] {
    return [
      "On \(NumberText.count(comparisonOptions.runs)) live-edge graphs drawn anew, together they reach "
        + "\(NumberText.measured(reach)) of \(NumberText.count(network.actorCount)) actors. On the same graphs as many "
        + "others reach: " + comparison.map(\.sentence).joined(separator: "; ") + ".",
      "Each gain in the table is from the \(options.graphs) that the choice was made on, which favour it a little.",
      choice.guarantee.sentence,
    ] + severalBest
  }

  private var severalBest: [String] {
    guard let best = choice.bestSets, best.sets.count > 1 else { return [] }
    return ["\(best.sets.count)\(best.hasMore ? " and more" : "") sets reach most; --format json lists them."]
  }
}

extension SeedComparison {
  /// How the others were chosen, in words.
  var words: String {
    switch rival {
    case "degree": "those with the most receivers"
    case "chance": "those drawn at random"
    default: "those with the highest \(rival)"
    }
  }

  /// What the others reach, and how many fewer or more that is.
  var sentence: String {
    guard advantage.mean != 0 else { return "\(words) \(NumberText.number(expectedReach.mean)) (as many)" }
    let decimals = NumberText.decimals(of: advantage)
    return "\(words) \(NumberText.number(expectedReach.mean)) "
      + "(\(NumberText.number(abs(advantage.mean), decimals: decimals)) \(advantage.mean >= 0 ? "fewer" : "more"), "
      + "standard error \(NumberText.number(advantage.standardError, decimals: decimals)))"
  }
}

extension SeedOptions {
  /// What a choice was made on, in words.
  fileprivate var graphs: String {
    switch method {
    case .commonWorlds: "live-edge graphs"
    case .reverseSamples: "samples"
    }
  }
}
