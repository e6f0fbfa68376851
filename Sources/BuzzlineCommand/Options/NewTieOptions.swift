internal import ArgumentParser
internal import Buzzline

/// Which new ties come into question.
struct NewTieOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only new ties from actors of this kind; may be named several times.", valueName: "kind"))
  var giverKind: [String] = []
  @Option(help: ArgumentHelp("Only new ties to actors of this kind.", valueName: "kind"))
  var receiverKind: [String] = []
  @Option(
    help: ArgumentHelp("Only new pipelines of this range: regional, national or international.", valueName: "range"))
  var range: [String] = []
  @Option(
    help: ArgumentHelp(
      "The chance of a new tie; by default that of ties that lead where it would lead.", valueName: "chance"))
  var tieChance: Double?

  func check(isPipeline: Bool) throws {
    guard range.isEmpty || isPipeline else { throw ValidationError("--range is for --pipelines.") }
    _ = try scopes(isPipeline: isPipeline)
  }

  /// Whether nothing is asked for.
  var isEmpty: Bool { giverKind.isEmpty && receiverKind.isEmpty && range.isEmpty && tieChance == nil }

  func candidates(isPipeline: Bool, by model: SpreadModelOptions) throws -> TieCandidates {
    guard model.model == SpreadModelName.cascade.rawValue else {
      throw ValidationError("New ties need the model cascade, in which each tie has a chance of its own.")
    }
    let scopes = try scopes(isPipeline: isPipeline)
    func kinds(_ words: [String]) -> Set<ActorKind>? {
      words.isEmpty ? nil : Set(words.map { ActorKind(rawValue: $0) })
    }
    guard let chance = try tieChance ?? model.chances.rule().chanceOfNewTie(leadingTo: scopes) else {
      throw ValidationError("These chances do not say which a new tie has; --tie-chance does.")
    }
    return try asUsage {
      try TieCandidates(
        chance: chance, scopes: scopes, givers: kinds(giverKind),
        receivers: kinds(receiverKind))
    }
  }

  private func scopes(isPipeline: Bool) throws -> Set<TieScope> {
    guard isPipeline else { return TieCandidates.buzz }
    guard !range.isEmpty else { return TieCandidates.pipelines }
    return Set(try range.map { .globalPipeline(try PipelineRange.named($0, as: "range")) })
  }
}
