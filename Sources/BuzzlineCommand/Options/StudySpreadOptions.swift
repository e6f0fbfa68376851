internal import ArgumentParser
internal import Buzzline

/// The models of a study, which can be run on the same live-edge graphs again.
enum StudyModelName: String, CaseIterable, ExpressibleByArgument {
  case cascade
  case linearThreshold = "linear-threshold"
}

/// By which model a study lets knowledge spread, if at all.
struct StudySpreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Adds how far knowledge would travel by a model.", valueName: "model"))
  var spread: StudyModelName?
  @OptionGroup var chances: ChanceOptions
  @Option(help: ArgumentHelp("How many live-edge graphs it spreads in; 1000 unless named.", valueName: "number"))
  var runs: Int?

  func validate() throws {
    let named = chances.named + (runs == nil ? [] : ["runs"])
    guard spread != nil || named.isEmpty else {
      throw ValidationError("--\(named[0]) goes with --spread.")
    }
    guard let spread = try spread(weights: .none, seed: 1) else { return }
    if case .linearThreshold = spread.model, let idle = chances.named.first {
      throw ValidationError("The model linear-threshold has no use for --\(idle).")
    }
  }

  func spread(weights: WeightMeaning, seed: UInt64) throws -> StudySpread? {
    guard let spread else { return nil }
    let options = try asUsage { try SpreadOptions(runs: runs ?? 1_000, seed: seed) }
    switch spread {
    case .cascade: return StudySpread(.cascade(try chances.rule()), settings: try chances.settings(), options: options)
    case .linearThreshold:
      return StudySpread(.linearThreshold(weights == .strength ? .strengthShares : .equal), options: options)
    }
  }
}
