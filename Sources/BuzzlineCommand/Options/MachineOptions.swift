internal import ArgumentParser
internal import Buzzline

/// How much of the machine may be used; without effect on any result.
struct MachineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most threads; by default as many as there are processors.", valueName: "number"))
  var threads: Int?

  func check() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads must be at least 1.") }
  }

  /// The threads, with their progress told on a line.
  func workers(telling line: ProgressLine) throws -> Workers {
    Workers(threads: threads) { line.show($0) }
  }
}
