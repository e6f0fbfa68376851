internal import ArgumentParser
internal import Buzzline

/// By what it is judged whom to tell first.
enum SeedMethodName: String, CaseIterable, ExpressibleByArgument {
  case auto
  case greedy
  case imm
}

/// How whom to tell first is looked for.
struct SeedMethodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "greedy (on common live-edge graphs, for thousands of actors), imm (by reverse samples, for millions) or auto, by size.",
      valueName: "name"))
  var method: SeedMethodName = .auto
  @Option(
    help: ArgumentHelp(
      "How many live-edge graphs, for greedy and for the comparison; 10000 unless named, after imm 1000.",
      valueName: "number"))
  var runs: Int?
  @Option(
    help: ArgumentHelp(
      "What imm may fall short by, as a share of the best reach; 0.2 unless named.", valueName: "share"))
  var epsilon: Double?
  @Option(help: ArgumentHelp("The chance that imm falls short by more; 0.01 unless named.", valueName: "chance"))
  var delta: Double?
  @OptionGroup var random: RandomOptions

  func validate() throws {
    _ = try greedy()
    _ = try imm()
    guard method != .greedy || (epsilon == nil && delta == nil) else {
      throw ValidationError("--epsilon and --delta are for imm; greedy is as near as --runs makes it.")
    }
  }

  /// The method for a network, and what was decided for it where nothing was asked.
  func chosen(for network: KnowledgeNetwork) throws -> (options: SeedOptions, note: String?) {
    switch method {
    case .greedy: return (try greedy(), nil)
    case .imm: return (try imm(), nil)
    case .auto where network.actorCount <= Self.mostActors && network.pairCount <= Self.mostPairs && epsilon == nil:
      return (try greedy(), "Chosen on \(runs ?? Self.usualRuns) common live-edge graphs (--method greedy).")
    case .auto: return (try imm(), "Chosen by reverse samples (--method imm).")
    }
  }

  /// Graphs of their own for comparisons: those it was made on favour a choice.
  func comparisonOptions(after choice: SeedOptions) throws -> SpreadOptions {
    let usual = if case .commonGraphs(let graphs) = choice.method { graphs } else { 1_000 }
    return try asUsage { try SpreadOptions(runs: runs ?? usual, seed: random.seed &+ 1) }
  }

  private func greedy() throws -> SeedOptions {
    try asUsage { try SeedOptions(.commonGraphs(runs ?? Self.usualRuns), seed: random.seed) }
  }
  private func imm() throws -> SeedOptions {
    try asUsage { try SeedOptions(.reverseSamples(epsilon: epsilon ?? 0.2, delta: delta ?? 0.01), seed: random.seed) }
  }

  private static let usualRuns = 10_000
  /// Up to here common graphs take seconds.
  private static let mostActors = 5_000
  private static let mostPairs = 50_000
}
