internal import ArgumentParser
internal import Buzzline

/// `buzzline analyze`: the whole way from answers to a written report.
struct Analyze: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures, brokerage, roles and a report, written to a folder.",
    discussion: """
      Writes report.html, report.md, actors.csv, brokerage.csv, groups.csv, network.csv, ties.csv, remarks.csv, \
      findings.json and manifest.json, all or nothing; with --spread also diffusion.csv, losses.csv, seeds.csv and \
      new-ties.csv: how far knowledge from each actor and kind would travel, how much of that through pipelines alone, \
      what is lost without a kind, a channel or a topic, ten actors to tell first and three pipelines that would add \
      most. The same input, options and seed give the same bytes.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var engine: EngineOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @OptionGroup(title: "Sampling") var sample: SampleOptions
  @OptionGroup(title: "How knowledge spreads") var spreading: StudySpreadOptions

  @Option(help: ArgumentHelp("The column that groups actors; by default kind, else cluster.", valueName: "column"))
  var group: ActorColumn?
  @Option(help: ArgumentHelp("The seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("How many arrangements a permutation test draws.", valueName: "number"))
  var draws: Int = 1_999
  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output = "buzzline-findings"

  func validate() throws {
    try input.requirePaths()
    guard draws > 0 else { throw ValidationError("--draws must be at least 1.") }
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try await interruptibly { [self] in
      // Before anything is read: hours of work should not end at a folder that cannot be written.
      try OutputFolder(output).validate()
      line.show("reading")
      let options = StudyOptions(
        rule: input.rule, group: group,
        permutations: PermutationOptions(draws: draws, seed: seed), engine: engine.engine,
        sampling: try sample.sampling(seed: seed),
        spread: try spreading.spread(weights: input.weightMeaning, seed: seed))
      let workers = machine.workers(showing: line)
      let study = Study(survey: try input.survey(by: workers), options: options)
      let findings = try study.findings(workers: workers) { line.show($0) }
      line.show("writing")
      try findings.write(to: OutputFolder(output))
      line.clear()
      StandardError.write("buzzline: wrote \(output)/report.html\n")
    }
  }
}
