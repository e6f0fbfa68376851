internal import ArgumentParser
internal import Buzzline

/// `buzzline measures`: chosen measures of every actor on standard output.
struct MeasuresCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Prints measures of every actor, one column a measure.",
    discussion: """
      Rows come in the order of the actor file, else of first appearance. Sums are raw unless --normalized. A cell is \
      empty where a measure is not defined. Each wave is a network of its own; a study of several has a column wave. With --epsilon betweenness, harmonic centrality and, normalised, closeness are \
      estimates from a sample, each followed by the lower and upper ends of its interval. With --top each is followed by \
      a column that is 1 for actors certainly among so many highest, 0 for those certainly not, else empty.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var engine: EngineOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @OptionGroup(title: "Sampling") var sample: SampleOptions

  @Option(
    help: ArgumentHelp("A measure; give it several times, or names separated by commas.", valueName: "name,…"),
    transform: NamedMeasures.init(words:))
  var measure: [NamedMeasures] = []
  @Flag(
    help: ArgumentHelp(
      "Divide by the largest value the measure can take in a network of this size, where it has one. Closeness becomes one "
        + "over the mean distance to those reached: above 1 where ties are shorter than 1, and not comparable between "
        + "actors that reach different numbers."))
  var normalized = false
  @OptionGroup var random: RandomOptions
  @Flag(help: "Lists the measures there are and ends.")
  var list = false

  func validate() throws {
    if list { return }
    try input.requirePaths()
    for measure in try measures() where sample.epsilon != nil {
      guard let reason = measure.reasonAgainstSampling(isNormalized: normalized) else { continue }
      throw ValidationError("\(measure.rawValue) cannot be sampled: \(reason).")
    }
  }

  func run() async throws {
    guard list else { return try await readAndAnswer() }
    let width = Measure.allCases.map(\.rawValue.count).max() ?? 0
    let lines = Measure.allCases.map { measure in
      measure.rawValue.padding(to: width + 2) + measure.summary + "\n"
    }
    try StandardOutput.write(lines.joined())
  }

  func answer(_ study: ReadStudy) throws {
    let tables = try study.waves().map { wave in
      let network = try study.network(of: wave)
      let scores = try network.scores(
        of: try measures(), isNormalized: normalized, engine: engine.engine,
        sampling: try sample.sampling(seed: random.seed), workers: study.workers)
      study.say(Set(scores.flatMap(\.remarks)).sorted(), of: wave)
      return (wave.name, FindingsTable.measures(scores, of: network, in: wave.survey.fileOrder))
    }
    try table.print(FindingsTable(byWave: tables), study.line)
  }

  private func measures() throws -> [Measure] {
    guard !measure.isEmpty else { throw ValidationError("Name the measures with --measure; --list shows them.") }
    return measure.flatMap(\.values)
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
