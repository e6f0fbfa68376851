internal import ArgumentParser
internal import Buzzline

/// Which new ties come into question.
struct NewTieOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only new ties from actors of this kind; may be named several times.", valueName: "kind"))
  var giverKind: [ActorKind] = []
  @Option(help: ArgumentHelp("Only new ties to actors of this kind.", valueName: "kind"))
  var receiverKind: [ActorKind] = []
  @Option(
    help: ArgumentHelp("Only new pipelines of this range.", valueName: "range"))
  var range: [PipelineRange] = []
  @Option(
    help: ArgumentHelp(
      "Only new ties between actors so far apart in the topics of their ties, from 0 (alike) to 1 (nothing in common).",
      valueName: "from-to"))
  var distance: String?
  @Option(
    help: ArgumentHelp(
      "The chance of a new tie; by default that of ties that lead where it would lead.", valueName: "chance"))
  var tieChance: Double?

  func check(isPipeline: Bool, by model: SpreadModelOptions) throws {
    guard range.isEmpty || isPipeline else { throw ValidationError("--range is for --pipelines.") }
    _ = try candidates(isPipeline: isPipeline, by: model)
  }

  /// Whether nothing is asked for.
  var isEmpty: Bool {
    giverKind.isEmpty && receiverKind.isEmpty && range.isEmpty && distance == nil && tieChance == nil
  }

  /// - Parameter distances: How far apart actors are, where that matters; ``cognitiveDistances(on:)`` makes it.
  func candidates(
    isPipeline: Bool, by model: SpreadModelOptions, apart distances: CognitiveDistances? = nil
  ) throws -> TieCandidates {
    guard model.model == .cascade else {
      throw ValidationError("New ties need the model cascade, in which each tie has a chance of its own.")
    }
    let scopes = scopes(isPipeline: isPipeline)
    guard let chance = try tieChance ?? model.chances.rule().chanceOfNewTie(leadingTo: scopes) else {
      throw ValidationError("These chances do not say which a new tie has; --tie-chance does.")
    }
    func kinds(_ kinds: [ActorKind]) -> Set<ActorKind>? { kinds.isEmpty ? nil : Set(kinds) }
    let allowed = try allowedDistances() ?? 0...1
    return try asUsage {
      try TieCandidates(
        chance: chance, scopes: scopes, givers: kinds(giverKind), receivers: kinds(receiverKind),
        distance: distances.map { apart in { @Sendable in apart.between($0, $1) } }, distances: allowed)
    }
  }

  /// How far apart actors are in what they know; `nil` where no distance was named.
  func cognitiveDistances(on network: KnowledgeNetwork) throws -> CognitiveDistances? {
    distance == nil ? nil : try network.cognitiveDistances()
  }

  private func allowedDistances() throws -> ClosedRange<Double>? {
    guard let distance else { return nil }
    let ends = distance.split(separator: "-").compactMap { Double($0) }
    guard ends.count == 2, 0...1 ~= ends[0], ends[0]...1 ~= ends[1] else {
      throw ValidationError(
        "'\(distance)' is no range of distances; --distance takes one from 0 to 1, such as 0.2-0.6.")
    }
    return ends[0]...ends[1]
  }

  private func scopes(isPipeline: Bool) -> Set<TieScope> {
    guard isPipeline else { return TieCandidates.buzz }
    guard !range.isEmpty else { return TieCandidates.pipelines }
    return Set(range.map { .globalPipeline($0) })
  }
}
