internal import ArgumentParser
internal import Buzzline

/// A subcommand that reads a study: it says how far it is, stops at Ctrl-C, and prints only what it found.
protocol StudyCommand: AsyncParsableCommand, Sendable {
  var input: InputOptions { get }
  var machine: MachineOptions { get }
  /// Whether work finished by then is printed when Ctrl-C ends it.
  var keepsFinishedWork: Bool { get }
  /// What is done before anything is read: hours of work should not end at what could be known now.
  func prepare() throws
  /// Answers what was asked.
  func answer(_ study: ReadStudy) throws
}

extension StudyCommand {
  var keepsFinishedWork: Bool { false }
  func prepare() throws {}

  func run() async throws { try await readAndAnswer() }

  func readAndAnswer() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try prepare()
    try await interruptibly(keepingFinished: keepsFinishedWork) {
      line.show("reading")
      let workers = machine.workers(showing: line)
      let (survey, loss) = try input.survey(by: workers).selected(by: input.selection.selection)
      let study = ReadStudy(
        survey: survey, rule: input.rule, poolsWaves: input.selection.poolsWaves, workers: workers, line: line)
      study.say([loss.sentence].compactMap(\.self))
      try answer(study)
    }
  }
}

/// A study that was read, the part of it that was selected, and what works on it.
struct ReadStudy {
  let survey: Survey
  let rule: ReconciliationRule
  /// Whether waves are taken together as one network, as was asked.
  let poolsWaves: Bool
  let workers: Workers
  let line: ProgressLine

  /// The waves, each a network of its own; the whole study where it states fewer than two or they are taken together.
  func waves() -> [SurveyWave] {
    let waves = survey.byWave(pooled: poolsWaves)
    let unstated = waves[0].survey.remarks.last { $0.reason == "no-wave" }
    say([unstated?.message].compactMap(\.self).map { $0 + " --wave all takes them in." })
    return waves
  }

  /// The latest wave, and says so where there are others.
  func latestWave() -> SurveyWave {
    let waves = waves()
    let latest = waves[waves.count - 1]
    if let name = latest.name, waves.count > 1 {
      say([
        "The study has the waves \(waves.compactMap(\.name).joined(separator: ", ")); this is wave \(name), the latest. --wave names "
          + "another; --wave all takes them together."
      ])
    }
    return latest
  }

  /// The network of a wave, as ``reconciliation(of:)`` settles it.
  func network(of wave: SurveyWave) throws -> KnowledgeNetwork { try reconciliation(of: wave).network }

  /// Settles who gave to whom in a wave, and says on how many pairs nobody knows.
  func reconciliation(of wave: SurveyWave) throws -> Reconciliation {
    let settled = try wave.survey.reconciled(by: rule, workers: workers)
    let (unobserved, all) = (settled.unobservedPairs, settled.observedPairs + settled.unobservedPairs)
    if unobserved > 0 {
      let pairs = settled.network.isDirected ? "ordered pairs" : "pairs"
      let counting = settled.coverage.count > 1 ? ", each wave counted by itself," : ""
      say(
        ["\(unobserved) of \(all) \(pairs) of members\(counting) are not observed; they count as not tied."], of: wave)
    }
    return settled
  }

  /// Says sentences on standard error, in place of the line that shows progress.
  func say(_ sentences: some Sequence<String>) {
    for sentence in sentences { StandardError.say(sentence, line) }
  }

  /// Says sentences on standard error that hold in a wave.
  func say(_ sentences: some Sequence<String>, of wave: SurveyWave) {
    say(sentences.map { sentence in wave.name.map { "Wave \($0): \(sentence)" } ?? sentence })
  }
}

/// The seed that decides everything drawn at random.
struct RandomOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1
}

/// How often arrangements are drawn in permutation tests.
struct PermutationSettings: ParsableArguments {
  @OptionGroup var random: RandomOptions
  @Option(
    help: ArgumentHelp("How many arrangements a permutation test draws where it cannot list all.", valueName: "number"))
  var draws: Int = 1_999

  func validate() throws {
    guard draws > 0 else { throw ValidationError("--draws must be at least 1.") }
  }

  var options: PermutationOptions { PermutationOptions(draws: draws, seed: random.seed) }
}
