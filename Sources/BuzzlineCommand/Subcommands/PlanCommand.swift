internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline plan`: long work cut into tasks for many machines.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Cuts long work into tasks that many machines do, and foretells time and memory.",
    discussion: """
      The folder that --output names gets the plan and the packed network; all machines have to see it. 'buzzline run' does \
      a task, 'buzzline merge' joins them to the bytes of one machine. A pilot does about one batch in a hundred, a few \
      seconds of work at most, and what it foretells is printed before anything is submitted.
      """,
    subcommands: [PlanMeasures.self, PlanBrokerage.self])
}

/// What every plan needs.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Into how many tasks the work is cut.", valueName: "number"))
  var tasks: Int
  @Option(help: ArgumentHelp("A new folder for the plan, its network and the results.", valueName: "folder"))
  var output: String
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Writes the script that starts all tasks and then merges; several times.", valueName: "system"))
  var systems: [JobSystem] = []

  func validate() throws {
    guard tasks >= 1 else { throw ValidationError("--tasks must be at least 1.") }
  }

  /// Plans work on the network of a study and prints what it will take.
  func plan(_ work: PlannedWork, of study: ReadStudy, threads: Int?) throws {
    let wave = study.latestWave()
    let packed = PackedNetwork(try study.network(of: wave), fileOrder: wave.survey.fileOrder)
    study.line.show("planning")
    let folder = try WorkFolder.make(
      work, on: packed, tasks: tasks, program: BuzzlineVersion.current, at: URL(filePath: output),
      workers: study.workers)
    let forecast = try folder.forecast(workers: study.workers)
    study.line.clear()
    for system in systems {
      let script = try folder.writeScript(
        for: system, command: Bundle.main.executablePath ?? "buzzline", threads: threads ?? study.workers.threads,
        forecast: forecast)
      study.say(["wrote \(script.relativePath)"])
    }
    try StandardOutput.write(forecast.text(tasks: tasks, threads: study.workers.threads))
  }
}

extension Forecast {
  /// What it foretells, in two sentences.
  fileprivate func text(tasks: Int, threads: Int) -> String {
    """
    Tasks: \(tasks), each of about \(Self.span(secondsATask)) and \(Self.size(bytesATask)) with --threads \(threads) on a \
    machine like this; about \(Self.span(seconds)) one after the other.
    Foretold from \(batchesTried) of \(batches) batches in \(Self.span(pilotSeconds)).

    """
  }

  private static func span(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: String(format: "%.2g s", seconds)
    case ..<120: String(format: "%.0f s", seconds)
    case ..<7_200: String(format: "%.0f min", seconds / 60)
    default: String(format: "%.1f h", seconds / 3_600)
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000_000 ? "\(bytes / 1_000_000) MB" : String(format: "%.1f GB", Double(bytes) / 1e9)
  }
}

/// `buzzline plan measures`: measures of shortest paths from all actors.
struct PlanMeasures: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Plans exact betweenness, closeness and harmonic centrality.",
    discussion: "Merged, they are the bytes of 'buzzline measures --engine parallel' on the packed network.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Plan") var plan: PlanOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @Option(
    help: ArgumentHelp("A measure; give it several times, or names separated by commas.", valueName: "name,…"),
    transform: NamedMeasures.init(words:))
  var measure: [NamedMeasures] = []
  @Flag(help: "Divide by the largest value the measure can take in a network of this size, where it has one.")
  var normalized = false

  func validate() throws {
    try input.requirePaths()
    guard !measure.isEmpty else { throw ValidationError("Name the measures with --measure.") }
  }

  func answer(_ study: ReadStudy) throws {
    let names = measure.flatMap(\.values).map(\.rawValue)
    try plan.plan(.measures(names: names, isNormalized: normalized), of: study, threads: machine.threads)
  }
}

/// `buzzline plan brokerage`: the permutation test of brokerage.
struct PlanBrokerage: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokerage",
    abstract: "Plans brokerage with its permutation test.",
    discussion: "Merged, it is the bytes of 'buzzline brokerage --null' on the packed network.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Plan") var plan: PlanOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @Option(help: ArgumentHelp("The column that groups actors.", valueName: "column"))
  var group: ActorColumn
  @OptionGroup var permutations: PermutationSettings

  func validate() throws { try input.requirePaths() }

  func answer(_ study: ReadStudy) throws {
    let (draws, seed) = (permutations.draws, permutations.random.seed)
    try plan.plan(.brokerage(group: group.name, draws: draws, seed: seed), of: study, threads: machine.threads)
  }
}
