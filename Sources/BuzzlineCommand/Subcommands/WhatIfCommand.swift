internal import ArgumentParser
internal import Buzzline

/// `buzzline what-if`: which new ties would add most reach, or what is lost if some actors leave, on standard output.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Prints which new ties would add most reach, or what is lost if some actors leave.",
    discussion: """
      Ask one thing: --pipelines K or --buzz K (new ties between clusters or inside one, chosen one by one, with what
      each adds to expected reach), --without ID,… or --without-top K (what those who stay lose if the actors named, or
      the K strongest gatekeepers, leave). Reach is that of the actors named with --from or --from-kind, together;
      without them, that of one actor alone, on average over all. Before and after are compared on the same worlds, so
      that chance falls out of the difference. CSV has a row a tie, or a row a group of those who stay; JSON one object.
      The same input, options and seed give the same bytes on any number of threads.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var starts: StartOptions
  @OptionGroup var spreading: SpreadModelOptions
  @OptionGroup var newTies: NewTieOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var machine: MachineOptions

  @Option(help: ArgumentHelp("How many new ties between clusters.", valueName: "number"))
  var pipelines: Int?
  @Option(help: ArgumentHelp("How many new ties inside clusters.", valueName: "number"))
  var buzz: Int?
  @Option(help: ArgumentHelp("Who leaves: identifiers, separated by commas.", valueName: "id,…"))
  var without: String?
  @Option(
    help: ArgumentHelp(
      "So many leave: those with the most partners both inside and outside their cluster.", valueName: "number"))
  var withoutTop: Int?
  @Option(help: ArgumentHelp("How many worlds.", valueName: "number"))
  var runs: Int = 1_000
  @Option(help: ArgumentHelp("The seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    try input.check()
    try table.check()
    try machine.check()
    try starts.check()
    _ = try options()
    _ = try spreading.liveTieModel(weights: .none)
    switch try question() {
    case .newTies(_, let isPipeline):
      try newTies.check(isPipeline: isPipeline, by: spreading)
    case .leaving, .strongestLeaving:
      guard newTies.isEmpty else {
        throw ValidationError("--giver-kind, --receiver-kind, --range, --distance and --tie-chance are for new ties.")
      }
    }
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try spreading.sayIdleOptions()
    try await interruptibly { [self] in
      let workers = try machine.workers(telling: line)
      line.show("reading")
      let survey = try input.survey(by: workers)
      let network = try survey.reconciled(by: try input.reconciliationRule(), workers: workers).network
      try spreading.chances.sayIdle(on: network, line)
      line.show("comparing")
      try answer(on: network, line, workers)
    }
  }
}

/// What can be asked.
private enum Question {
  case newTies(Int, isPipeline: Bool)
  case leaving(String)
  case strongestLeaving(Int)
}

extension WhatIfCommand {
  private func question() throws -> Question {
    let asked: [Question?] = [
      pipelines.map { .newTies($0, isPipeline: true) }, buzz.map { .newTies($0, isPipeline: false) },
      without.map { .leaving($0) }, withoutTop.map { .strongestLeaving($0) },
    ]
    let questions = asked.compactMap(\.self)
    guard let question = questions.first, questions.count == 1 else {
      throw ValidationError("Ask one of --pipelines, --buzz, --without and --without-top.")
    }
    return question
  }

  private func options() throws -> SpreadOptions { try asUsage { try SpreadOptions(runs: runs, seed: seed) } }

  private func answer(on network: KnowledgeNetwork, _ line: ProgressLine, _ workers: Workers) throws {
    let model = try spreading.liveTieModel(weights: network.weightMeaning)
    let objective = try starts.seeds(on: network).map(ReachObjective.seeds) ?? .everyActor
    let settings =
      try spreading.members(of: model) + [.init("worlds", .count(runs)), .init("seed", JSONValue(seed: seed))]
    if case .newTies(let count, let isPipeline) = try question() {
      try network.requireClusters(isPipeline ? 2 : 1)
      let candidates = try newTies.candidates(
        isPipeline: isPipeline, by: spreading, apart: try newTies.cognitiveDistances(on: network))
      let found = try network.newTies(
        count, by: model, among: candidates, for: objective, options: try options(), workers: workers)
      let account = NewTieAccount(
        found, on: network, asked: count, for: objective,
        settings: settings + [
          .init("question", .text(isPipeline ? "pipelines" : "buzz")), .init("tieChance", .number(candidates.chance)),
        ])
      return try table.print(account.table, json: account.json, saying: account.sentences, line)
    }
    let loss = try network.loss(
      withoutActors: try leavers(on: network), by: model, for: objective, options: try options(), workers: workers)
    let account = LeavingAccount(
      loss, on: network, for: objective, settings: settings + [.init("question", "without")])
    try table.print(account.table, json: account.json, saying: account.sentences, line)
  }

  private func leavers(on network: KnowledgeNetwork) throws -> [Int] {
    switch try question() {
    case .leaving(let list): return try network.positions(listed: list)
    case .strongestLeaving(let count): return try network.strongestGatekeepers(count)
    case .newTies: return []
    }
  }
}

extension KnowledgeNetwork {
  /// Refuses to look for ties that cannot be told apart.
  fileprivate func requireClusters(_ least: Int) throws {
    let count = Set(actors.compactMap(\.cluster)).count
    guard count < least else { return }
    throw DiffusionError(
      .invalidOptions,
      least > 1
        ? "New pipelines lead from one cluster to another; the actors state \(count == 1 ? "only one" : "none")."
        : "New buzz stays inside a cluster; no actor states one.")
  }

  /// Those with the most partners both inside and outside their cluster, by the smaller of the two numbers.
  fileprivate func strongestGatekeepers(_ count: Int) throws -> [Int] {
    let keepers = gatekeepers()
    let known = keepers.gatekeepers.count
    guard 1...max(known, 1) ~= count, known > 0 else {
      throw DiffusionError(
        .invalidOptions,
        "\(count) gatekeepers cannot leave; \(known) of \(actorCount) actors have partners both inside and outside "
          + "their cluster."
      )
    }
    return keepers.intensity(.minimum).highest(count)
  }
}
