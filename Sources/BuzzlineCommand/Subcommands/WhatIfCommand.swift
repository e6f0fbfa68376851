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
      actor alone, on average over all. Before and after are compared on the same live-edge graphs, so that most of what chance does cancels in the difference. CSV has a row a tie, or a row a group of those who stay; JSON one object. \
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
  @Option(help: ArgumentHelp("Who leaves: identifiers, separated by commas.", valueName: "id,…"))
  var without: String?
  @Option(
    help: ArgumentHelp(
      "So many leave: those with the most partners both inside and outside their cluster.", valueName: "number"))
  var withoutTop: Int?
  @Flag(help: "Takes out each kind, channel and topic, one at a time, and all pipelines.")
  var withoutEach = false
  @Option(help: ArgumentHelp("How many live-edge graphs.", valueName: "number"))
  var runs: Int = 1_000
  @Option(help: ArgumentHelp("The seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

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
    let network = try study.network()
    try spreading.chances.sayIdle(on: network, study.line)
    study.line.show("comparing")
    try table.print(try finding(on: network, by: study.workers), study.line)
  }
}

extension WhatIfCommand {
  private func question() throws -> WhatIfQuestion {
    let asked: [WhatIfQuestion?] = [
      pipelines.map { .newTies($0, isPipeline: true) }, buzz.map { .newTies($0, isPipeline: false) },
      without.map { .leaving($0) }, withoutTop.map { .strongestLeaving($0) }, withoutEach ? .eachPart : nil,
    ]
    let questions = asked.compactMap(\.self)
    guard let question = questions.first, questions.count == 1 else {
      throw ValidationError("Ask one of --pipelines, --buzz, --without, --without-top and --without-each.")
    }
    return question
  }

  private func options() throws -> SpreadOptions { try asUsage { try SpreadOptions(runs: runs, seed: seed) } }

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
    case .leaving(let list): return try answers.leaving(try network.positions(listed: list))
    case .strongestLeaving(let count): return try answers.leaving(try network.strongestGatekeepers(count))
    case .eachPart: return try answers.eachPart()
    }
  }
}
