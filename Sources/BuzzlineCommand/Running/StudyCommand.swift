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
      let survey = try input.survey(by: workers)
      try answer(ReadStudy(survey: survey, rule: input.rule, workers: workers, line: line))
    }
  }
}

/// A study that was read, and what works on it.
struct ReadStudy {
  let survey: Survey
  let rule: ReconciliationRule
  let workers: Workers
  let line: ProgressLine

  /// Settles who gave to whom.
  func reconciled() throws -> Reconciliation { try survey.reconciled(by: rule, workers: workers) }

  /// The network that the study makes.
  func network() throws -> KnowledgeNetwork { try reconciled().network }

  /// Says sentences on standard error, in place of the line that shows progress.
  func say(_ sentences: some Sequence<String>) {
    for sentence in sentences { StandardError.say(sentence, line) }
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
