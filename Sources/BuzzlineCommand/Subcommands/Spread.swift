internal import ArgumentParser
internal import Buzzline

/// `buzzline spread`: whom knowledge reaches from some actors, on standard output.
struct Spread: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints whom knowledge reaches from some actors, by a model of spreading.",
    discussion: """
      Reach counts the actors it begins with. CSV has a row a figure, JSON one object; both hold the reach with its \
      standard error, how many have heard after each step, and the same by kind and by cluster. Where weights are \
      declared as strength, givers in linear-threshold weigh by them. With --exact the expected reach is worked out, not \
      sampled, where the model and the size allow it, and nothing else is printed. The same input, options and seed give \
      the same bytes on any number of threads. Ctrl-C keeps the runs finished by then and prints what they brought; the \
      status is 130 all the same.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Who knows at the start") var starts: StartOptions
  @OptionGroup(title: "How knowledge spreads") var spreading: SpreadModelOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("How many runs.", valueName: "number"))
  var runs: Int = 10_000
  @Option(help: ArgumentHelp("After how many steps a run is broken off.", valueName: "number"))
  var steps: Int = 1_000
  @OptionGroup var random: RandomOptions
  @Flag(help: "Works the expected reach out over every way chance can go, for small networks.")
  var exact = false

  func validate() throws {
    try input.requirePaths()
    guard !starts.isEmpty else {
      throw ValidationError("Say with --from or --from-kind who knows at the start.")
    }
    _ = try options()
    let model = try spreading.spreadModel(weights: .none)
    guard !exact || !(model is Epidemic) else {
      throw ValidationError(
        "The model \(spreading.model.rawValue) is only sampled; --exact is for cascade, linear-threshold, threshold and "
          + "fractional-threshold.")
    }
  }

  // Finished runs are worth waiting for; an enumeration has nothing to show before its end.
  var keepsFinishedWork: Bool { !exact }

  func prepare() throws { try spreading.sayIdleOptions() }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let (line, network) = (study.line, try study.network(of: wave))
    let model = try spreading.spreadModel(weights: network.weightMeaning)
    let seeds = try starts.seeds(on: network) ?? []
    try spreading.chances.sayIdle(on: network, line)
    line.show("spreading")
    if exact { return try table.print(try exactFinding(of: model, from: seeds, on: network), line) }
    let ensemble = try model.spread(on: network, from: seeds, options: try options(), workers: study.workers)
    try table.print(SpreadFinding(ensemble, on: network, settings: try spreading.settings()), line)
    try warn(of: ensemble)
  }
}

extension Spread {
  private func options() throws -> SpreadOptions {
    try asUsage { try SpreadOptions(runs: runs, seed: random.seed, stepLimit: steps) }
  }

  private func exactFinding(
    of model: any SpreadModel, from seeds: [Int], on network: KnowledgeNetwork
  ) throws -> SpreadFinding {
    let settings = try spreading.settings()
    if let model = model as? any LiveTieModel {
      let reach = try model.exactReach(on: network, from: seeds)
      let asked = SpreadQuestion(
        model: model.name, settings: settings, from: seeds.map { network.actors[$0].id }, on: network)
      return SpreadFinding(exactReach: reach, on: network, asked: asked)
    }
    let options = try SpreadOptions(runs: 1, seed: random.seed, stepLimit: max(steps, network.actorCount))
    let run = try model.spread(on: network, from: seeds, options: options)
    return SpreadFinding(run, on: network, settings: settings, isExact: true)
  }

  /// Says what the figures lack.
  private func warn(of ensemble: SpreadEnsemble) throws {
    if ensemble.unfinishedRuns > 0 {
      StandardError.write(
        "buzzline: \(ensemble.unfinishedRuns) of \(ensemble.finishedRuns) runs were still going after \(steps) steps "
          + "and count with what they had reached; --steps lets them go on.\n")
    }
    guard !ensemble.isComplete else { return }
    StandardError.write(
      "buzzline: Interrupted; the figures are of the \(ensemble.finishedRuns) of \(runs) runs finished by then.\n")
    throw ExitCode(ExitStatus.interrupted)
  }
}
