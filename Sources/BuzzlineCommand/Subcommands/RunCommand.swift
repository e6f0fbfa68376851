internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline run`: one task of a plan.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Does one task of a plan, unless its result is there.",
    discussion: """
      The number of the task is that of --task, else of the variable that the system sets: SLURM_ARRAY_TASK_ID, \
      OMPI_COMM_WORLD_RANK, PMI_RANK, or SGE_TASK_ID, which counts from 1. A result is written whole or not at all; a task \
      that was done is not done again, and one that two machines do at once has the same result.
      """)

  @Argument(help: "The folder of the plan.")
  var folder: String
  @Option(help: ArgumentHelp("The number of the task, from 0.", valueName: "number"))
  var task: Int?
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    let task = try taskNumber(in: ProcessInfo.processInfo.environment)
    try await interruptibly {
      let workers = machine.workers(showing: line)
      let folder = try WorkFolder(URL(filePath: folder), program: BuzzlineVersion.current)
      let progress = try folder.run(task: task, workers: workers)
      let said =
        switch progress {
        case .done: "task \(task) is done"
        case .wasDone: "task \(task) was done before"
        case .redone(let reason): "task \(task) is done again: \(reason)"
        }
      StandardError.say(said, line)
    }
  }

  /// The number that was named or that the system gives.
  private func taskNumber(in environment: [String: String]) throws -> Int {
    if let task { return task }
    for (name, first) in [
      ("SLURM_ARRAY_TASK_ID", 0), ("OMPI_COMM_WORLD_RANK", 0), ("PMI_RANK", 0), ("SGE_TASK_ID", 1),
    ] {
      // Grid Engine says `undefined` of a job that is no array.
      guard let word = environment[name], word != "undefined" else { continue }
      guard let number = Int(word), number >= first else {
        throw ValidationError("\(name) is '\(word)', which numbers no task; tasks count from \(first) there.")
      }
      return number - first
    }
    throw ValidationError("Name the task with --task; no system of jobs numbers it here.")
  }
}
