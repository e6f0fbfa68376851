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

/// What computes centralities; without effect on their values.
struct EngineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What computes centralities.", valueName: "name"))
  var engine: Engine = .auto
}

/// How near and how sure estimates have to be.
struct SampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Estimates betweenness, harmonic centrality and closeness within this share of the largest possible value.",
      valueName: "number"))
  var epsilon: Double?
  @Option(help: ArgumentHelp("The chance that some estimate is farther off; 0.1 unless named.", valueName: "number"))
  var delta: Double?
  @Option(
    help: ArgumentHelp(
      "Adds who is certainly among so many highest, and stops sampling as soon as that is known.", valueName: "number"))
  var top: Int?

  func validate() throws {
    guard delta == nil || epsilon != nil else { throw ValidationError("--delta goes with --epsilon.") }
    guard top == nil || epsilon != nil else { throw ValidationError("--top goes with --epsilon.") }
    guard top ?? 1 >= 1 else { throw ValidationError("--top must be at least 1.") }
    for (name, value) in [("--epsilon", epsilon), ("--delta", delta)] {
      guard let value else { continue }
      guard value > 0, value < 1 else { throw ValidationError("\(name) must lie between 0 and 1.") }
    }
  }

  func sampling(seed: UInt64) throws -> SamplingOptions? {
    try epsilon.map { try SamplingOptions(epsilon: $0, delta: delta ?? 0.1, seed: seed, top: top) }
  }
}
