internal import ArgumentParser
internal import Buzzline

/// `buzzline what-if`: which new ties would add most reach, or what is lost if some actors leave, on standard output.
struct WhatIfCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Prints which new ties would add most reach, or what is lost if some actors leave.",
    discussion: """
      Ask one thing: --pipelines K or --buzz K (new ties between clusters or inside one, chosen one by one, with what \
      each adds to expected reach), --without ID,… or --without-top K (what those who stay lose if the actors named, or \
      the K strongest gatekeepers, leave), or --without-each (the same for each kind, channel and topic, and for all \
      pipelines). Reach is that of the actors named with --from or --from-kind, together; without them, that of one \
      actor alone, on average over all. Before and after are compared on the same live-edge graphs, so that most of what \
      chance does cancels in the difference. CSV has a row a tie, or a row a group of those who stay; JSON one object. \
      The same input, options and seed give the same bytes on any number of threads.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Who knows at the start") var starts: StartOptions
  @OptionGroup(title: "How knowledge spreads") var spreading: SpreadModelOptions
  @OptionGroup(title: "New ties") var newTies: NewTieOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("How many new ties between clusters.", valueName: "number"))
  var pipelines: Int?
  @Option(help: ArgumentHelp("How many new ties inside clusters.", valueName: "number"))
  var buzz: Int?
  @Option(help: ArgumentHelp("Who leaves; several times, or several between commas.", valueName: "id"))
  var without: [String] = []
  @Option(
    help: ArgumentHelp(
      "So many leave: those with the most partners both inside and outside their cluster.", valueName: "number"))
  var withoutTop: Int?
  @Flag(help: "Takes out each kind, channel and topic, one at a time, and all pipelines.")
  var withoutEach = false
  @Option(help: ArgumentHelp("How many live-edge graphs.", valueName: "number"))
  var runs: Int = 1_000
  @OptionGroup var random: RandomOptions

  func validate() throws {
    try input.requirePaths()
    _ = try options()
    _ = try spreading.liveTieModel(weights: .none)
    switch try question() {
    case .newTies(_, let isPipeline):
      try newTies.check(isPipeline: isPipeline, by: spreading)
    case .leaving, .strongestLeaving, .eachPart:
      guard newTies.isEmpty else {
        throw ValidationError("--giver-kind, --receiver-kind, --range, --distance and --tie-chance are for new ties.")
      }
    }
  }

  func prepare() throws { try spreading.sayIdleOptions() }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let network = try study.network(of: wave)
    try spreading.chances.sayIdle(on: network, study.line)
    study.line.show("comparing")
    try table.print(try finding(on: network, by: study.workers), study.line)
  }
}

extension WhatIfCommand {
  private func question() throws -> WhatIfQuestion {
    let asked: [WhatIfQuestion?] = [
      pipelines.map { .newTies($0, isPipeline: true) }, buzz.map { .newTies($0, isPipeline: false) },
      without.isEmpty ? nil : .leaving(without), withoutTop.map { .strongestLeaving($0) },
      withoutEach ? .eachPart : nil,
    ]
    let questions = asked.compactMap(\.self)
    guard let question = questions.first, questions.count == 1 else {
      throw ValidationError("Ask one of --pipelines, --buzz, --without, --without-top and --without-each.")
    }
    return question
  }

  private func options() throws -> SpreadOptions { try asUsage { try SpreadOptions(runs: runs, seed: random.seed) } }

  private func finding(on network: KnowledgeNetwork, by workers: Workers) throws -> any Finding {
    let model = try spreading.liveTieModel(weights: network.weightMeaning)
    let answers = WhatIfAnswers(
      network: network, model: model,
      objective: try starts.seeds(on: network).map(ReachObjective.seeds) ?? .everyActor, options: try options(),
      workers: workers,
      settings: try spreading.settings())
    switch try question() {
    case .newTies(let count, let isPipeline):
      let candidates = try newTies.candidates(
        isPipeline: isPipeline, by: spreading, apart: try newTies.cognitiveDistances(on: network))
      return try answers.newTies(count, among: candidates, isPipeline: isPipeline)
    case .leaving(let words): return try answers.leaving(try network.positions(listed: words, as: "--without"))
    case .strongestLeaving(let count): return try answers.leaving(try network.strongestGatekeepers(count))
    case .eachPart: return try answers.eachPart()
    }
  }
}

/// What `buzzline what-if` can be asked.
enum WhatIfQuestion {
  case newTies(Int, isPipeline: Bool)
  case leaving([String])
  case strongestLeaving(Int)
  case eachPart
}

/// On what and by what questions are answered.
struct WhatIfAnswers {
  let network: KnowledgeNetwork
  let model: any LiveTieModel
  let objective: ReachObjective
  let options: SpreadOptions
  let workers: Workers
  /// The model's numbers.
  let settings: [String: JSONValue]

  private var asked: SpreadQuestion {
    SpreadQuestion(
      model: model.name, settings: settings, from: objective.starters(on: network), runs: options.runs,
      seed: options.seed, on: network)
  }

  func newTies(_ count: Int, among candidates: TieCandidates, isPipeline: Bool) throws -> NewTieFinding {
    try requireClusters(isPipeline ? 2 : 1)
    let found = try network.newTies(
      count, by: model, among: candidates, for: objective, options: options, workers: workers)
    return NewTieFinding(found, on: network, asked: asked, count: count, among: candidates)
  }

  func leaving(_ leavers: [Int]) throws -> LeavingFinding {
    let loss = try network.loss(
      withoutActors: leavers, by: model, for: objective, options: options, workers: workers)
    return LeavingFinding(loss, on: network, asked: asked)
  }

  func eachPart() throws -> PartLossFinding {
    let losses = try network.losses(
      withoutEachOf: network.parts, by: model, for: objective, options: options, workers: workers)
    return PartLossFinding(losses, on: network, asked: asked)
  }

  /// Refuses to look for ties that cannot be told apart.
  private func requireClusters(_ least: Int) throws {
    let count = Set(network.actors.lazy.filter(\.isMember).compactMap(\.cluster)).count
    guard count < least else { return }
    throw BuzzlineError(
      .invalidOptions,
      least > 1
        ? "New pipelines lead from one cluster to another; the actors state \(count == 1 ? "only one" : "none")."
        : "New buzz stays inside a cluster; no actor states one.")
  }
}

extension KnowledgeNetwork {
  /// Those with the most partners both inside and outside their cluster, by the smaller of the two numbers.
  func strongestGatekeepers(_ count: Int) throws -> [Int] {
    let keepers = gatekeepers()
    let known = keepers.gatekeepers.count
    guard count >= 1, count <= known else {
      throw BuzzlineError(
        .invalidOptions,
        "\(count) gatekeepers cannot leave; \(known) of \(actorCount) actors have partners both inside and outside "
          + "their cluster.")
    }
    return keepers.intensity(.minimum).highest(count)
  }
}
