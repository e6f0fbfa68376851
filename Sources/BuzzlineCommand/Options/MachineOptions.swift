internal import ArgumentParser
internal import Buzzline

/// How much of the machine may be used; without effect on any result.
struct MachineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most threads; by default as many as there are processors.", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "The most memory, such as 800M or 2G; by default what the machine and its limits leave.", valueName: "size"),
    transform: MemorySize.init(words:))
  var memory: MemorySize?

  func validate() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads must be at least 1.") }
  }

  /// The threads, with their progress shown on a line.
  func workers(showing line: ProgressLine) -> Workers {
    Workers(threads: threads, memory: memory.map { MemoryBudget(limit: $0.bytes) } ?? .machine) { line.show($0) }
  }
}
