internal import ArgumentParser
internal import Buzzline

/// The models by the words of the command.
enum SpreadModelName: String, CaseIterable, ExpressibleByArgument {
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
    help: ArgumentHelp("How knowledge spreads; seeds and what-if take cascade or linear-threshold.", valueName: "name"))
  var model: SpreadModelName = .cascade
  @OptionGroup var chances: ChanceOptions
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
    try asUsage {
      switch model {
      case .cascade: IndependentCascade(try chances.rule())
      case .linearThreshold: LinearThreshold(weights == .strength ? .strengthShares : .equal)
      case .threshold: try FixedThreshold(givers: try wholeThreshold())
      case .fractionalThreshold: try FractionalThreshold(share: threshold ?? 0.5)
      case .sir, .sis, .si: try epidemic(model.fate ?? .tellsForEver)
      }
    }
  }

  /// The model, where graphs of live ties can stand for it.
  func liveTieModel(weights: WeightMeaning) throws -> any LiveTieModel {
    let model = try spreadModel(weights: weights)
    guard let model = model as? any LiveTieModel else {
      throw ValidationError(
        "Seeds and what-if questions need cascade or linear-threshold, which can be run on the same "
          + "live-edge graphs again; the model \(model.name) cannot.")
    }
    return model
  }

  /// Says which of the options named the model has no use for.
  func sayIdleOptions() throws {
    for option in try idleOptions() {
      StandardError.write("buzzline: The model \(model.rawValue) has no use for \(option).\n")
    }
  }

  /// The model's numbers, named or not, as the output shows them.
  func settings() throws -> [String: JSONValue] {
    switch model {
    case .cascade, .si: return try chances.settings()
    case .sir, .sis: return try chances.settings().merging(["recovery": .number(recovery ?? 0.5)]) { $1 }
    case .threshold: return ["threshold": .number(threshold ?? 2)]
    case .fractionalThreshold: return ["threshold": .number(threshold ?? 0.5)]
    case .linearThreshold: return [:]
    }
  }

  /// The options named of which the model has no use.
  private func idleOptions() throws -> [String] {
    let used = try settings().keys
    let others = [("recovery", recovery), ("threshold", threshold)].filter { $0.1 != nil }.map(\.0)
    return (chances.named + others).filter { !used.contains($0) }.map { "--" + $0 }
  }

  private func epidemic(_ fate: Epidemic.Fate) throws -> Epidemic {
    try Epidemic(fate, try chances.rule(), recovery: fate == .tellsForEver ? 0 : recovery ?? 0.5)
  }

  private func wholeThreshold() throws -> Int {
    let number = threshold ?? 2
    guard let givers = Int(exactly: number) else {
      throw ValidationError("The model threshold counts givers: --threshold is a whole number, not \(number).")
    }
    return givers
  }
}

/// Who knows at the start.
struct StartOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who knows at the start; several times, or several between commas.", valueName: "id"))
  var from: [String] = []
  @Option(help: ArgumentHelp("All actors of this kind know at the start.", valueName: "kind"))
  var fromKind: ActorKind?

  /// Whether nobody is named.
  var isEmpty: Bool { from.isEmpty && fromKind == nil }

  func validate() throws {
    guard from.isEmpty || fromKind == nil else {
      throw ValidationError("--from and --from-kind both say who knows at the start; name one.")
    }
  }

  /// The roster positions of those named; `nil` where nobody is.
  func seeds(on network: KnowledgeNetwork) throws -> [Int]? {
    if let fromKind { return try network.seeds(of: fromKind) }
    return from.isEmpty ? nil : try network.positions(listed: from, as: "--from")
  }
}
