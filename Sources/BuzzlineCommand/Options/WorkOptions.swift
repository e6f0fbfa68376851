internal import ArgumentParser
internal import Buzzline

/// On how many threads; a result does not depend on it.
struct ThreadOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most threads; by default as many as there are processors.", valueName: "number"))
  var threads: Int?

  func check() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads must be at least 1.") }
  }

  /// The threads, with their progress told on a line.
  func workers(telling line: ProgressLine) -> Workers {
    Workers(threads: threads) { line.show($0) }
  }
}

/// What computes and on how many threads; neither changes a result.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What computes centralities: auto, igraph or parallel.", valueName: "name"))
  var engine = "auto"
  @OptionGroup var sharing: ThreadOptions

  func check() throws {
    _ = try chosenEngine()
    try sharing.check()
  }

  func chosenEngine() throws -> Engine { try .named(engine, as: "engine") }

  /// The threads, with their progress told on a line.
  func workers(telling line: ProgressLine) -> Workers { sharing.workers(telling: line) }
}

/// How near and how sure estimates have to be.
struct SampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Estimates betweenness and harmonic centrality within this share of the largest possible value.",
      valueName: "number"))
  var epsilon: Double?
  @Option(help: ArgumentHelp("The chance that some estimate is farther off.", valueName: "number"))
  var delta: Double?

  func check() throws {
    guard delta == nil || epsilon != nil else { throw ValidationError("--delta goes with --epsilon.") }
    for (name, value) in [("--epsilon", epsilon), ("--delta", delta)] {
      guard let value else { continue }
      guard value > 0, value < 1 else { throw ValidationError("\(name) must lie between 0 and 1.") }
    }
  }

  func sampling(seed: UInt64) throws -> SamplingOptions? {
    try epsilon.map { try SamplingOptions(epsilon: $0, delta: delta ?? 0.1, seed: seed) }
  }
}
