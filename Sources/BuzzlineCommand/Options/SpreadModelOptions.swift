internal import ArgumentParser
internal import Buzzline

/// The models by the words of the command.
enum SpreadModelName: String, CaseIterable {
  case cascade
  case linearThreshold = "linear-threshold"
  case threshold
  case fractionalThreshold = "fractional-threshold"
  case sir
  case sis
  case si

  fileprivate var fate: Epidemic.Fate? { Epidemic.Fate(rawValue: rawValue) }
}

/// By which rule knowledge spreads.
struct SpreadModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "cascade, linear-threshold, threshold, fractional-threshold, sir, sis or si.", valueName: "name"))
  var model = "cascade"
  @Option(
    help: ArgumentHelp(
      "The chance that a tie carries knowledge, for sir, sis and si in each step; 0.1 unless named.",
      valueName: "chance"))
  var probability: Double?
  @Option(
    help: ArgumentHelp(
      "The chance to stop telling (sir) or to forget (sis) in a step; 0.5 unless named.", valueName: "chance"))
  var recovery: Double?
  @Option(
    help: ArgumentHelp(
      "How many givers must know (threshold, 2 unless named) or which share of them (fractional-threshold, 0.5).",
      valueName: "number"))
  var threshold: Double?

  /// The model, once its numbers are known to be possible.
  func spreadModel(weights: WeightMeaning) throws -> any SpreadModel {
    let name = try modelName()
    return try asUsage {
      switch name {
      case .cascade: try IndependentCascade(probability: probability ?? 0.1)
      case .linearThreshold: LinearThreshold(weights == .strength ? .strengthShares : .equal)
      case .threshold: try FixedThreshold(givers: try wholeThreshold())
      case .fractionalThreshold: try FractionalThreshold(share: threshold ?? 0.5)
      case .sir, .sis, .si: try epidemic(name.fate ?? .tellsForEver)
      }
    }
  }

  /// The model's numbers, named or not, as the output tells them.
  func settings() throws -> [JSONValue.Member] {
    switch try modelName() {
    case .cascade, .si: [.init("probability", .number(probability ?? 0.1))]
    case .sir, .sis:
      [.init("probability", .number(probability ?? 0.1)), .init("recovery", .number(recovery ?? 0.5))]
    case .threshold: [.init("threshold", .number(threshold ?? 2))]
    case .fractionalThreshold: [.init("threshold", .number(threshold ?? 0.5))]
    case .linearThreshold: []
    }
  }

  /// The options named of which the model has no use.
  func idleOptions() throws -> [String] {
    let used = try settings().map(\.name)
    let named = [("probability", probability), ("recovery", recovery), ("threshold", threshold)]
    return named.filter { $0.1 != nil && !used.contains($0.0) }.map { "--" + $0.0 }
  }

  private func modelName() throws -> SpreadModelName { try .named(model, as: "model") }

  private func epidemic(_ fate: Epidemic.Fate) throws -> Epidemic {
    let chance = probability ?? 0.1
    // A contagion sees its chances only with the network.
    let rule = try IndependentCascade(probability: chance).rule
    return try Epidemic(fate, rule, recovery: fate == .tellsForEver ? 0 : recovery ?? 0.5)
  }

  private func wholeThreshold() throws -> Int {
    let number = threshold ?? 2
    guard let givers = Int(exactly: number) else {
      throw ValidationError("The model threshold counts givers: --threshold is a whole number, not \(number).")
    }
    return givers
  }
}
