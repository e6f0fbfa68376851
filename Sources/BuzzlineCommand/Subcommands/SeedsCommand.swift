internal import ArgumentParser
internal import Buzzline

/// `buzzline seeds`: whom to tell first so that most come to know, on standard output.
struct SeedsCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "seeds",
    abstract: "Prints whom to tell first so that most come to know.",
    discussion: """
      Actors are chosen one by one, each time the one that adds most expected reach, under the limits named. CSV has a \
      row an actor: rank, who it is, how many more it reaches than those before it, and how many others would do as \
      well. JSON holds the same with the expected reach of all, what is certain about it, the best sets of all where \
      there are few enough to try, and what as many actors chosen by receivers, by betweenness and by chance would reach \
      on live-edge graphs drawn anew. Models are cascade and linear-threshold. buzzline key-players finds key actors by \
      structure alone, without a model. The same input, options and seed give the same bytes on any number of threads.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "How knowledge spreads") var spreading: SpreadModelOptions
  @OptionGroup(title: "Search") var method: SeedMethodOptions
  @OptionGroup(title: "Limits") var limits: SeedConstraintOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("How many actors.", valueName: "number"))
  var count: Int
  func validate() throws {
    try input.requirePaths()
    _ = try spreading.liveTieModel(weights: .none)
    guard count >= 1 else { throw ValidationError("--count must be at least 1.") }
  }

  func prepare() throws { try spreading.sayIdleOptions() }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let (line, workers, network) = (study.line, study.workers, try study.network(of: wave))
    try spreading.chances.sayIdle(on: network, line)
    line.show("choosing")
    let model = try spreading.liveTieModel(weights: network.weightMeaning)
    let constraints = try limits.constraints(on: network, of: wave.survey)
    let (options, note) = try method.chosen(for: network)
    // Before the choice, so that a refusal does not lose it.
    try network.affordComparison(by: workers)
    let rivals = try rivals(on: network, line, workers)
    let choice = try network.seeds(count, by: model, constraints: constraints, options: options, workers: workers)
    study.say([note].compactMap(\.self))
    line.show("comparing")
    let comparisonOptions = try method.comparisonOptions(after: options)
    let comparison = try network.comparison(
      ofSeeds: choice.seeds, by: model, with: rivals, constraints: constraints, options: comparisonOptions,
      workers: workers)
    let finding = SeedFinding(
      choice, on: network, asked: SpreadQuestion(model: model.name, settings: try spreading.settings(), on: network),
      count: count, constraints: constraints, options: options, comparison: comparison,
      comparisonOptions: comparisonOptions)
    try table.print(finding, line)
  }

  /// Betweenness, where working it out takes no longer than the choice itself.
  private func rivals(
    on network: KnowledgeNetwork, _ line: ProgressLine, _ workers: Workers
  ) throws -> [ActorScores] {
    guard network.actorCount * network.pairCount <= 10_000_000_000 else {
      StandardError.say("Picks by betweenness are left out of the comparison: the network is too large for it.", line)
      return []
    }
    do throws(BuzzlineError) {
      return try network.scores(of: [.betweenness], workers: workers)
    } catch {
      guard error.code == .outOfMemory else { throw error }
      StandardError.say("Picks by betweenness are left out of the comparison. \(error)", line)
      return []
    }
  }
}
