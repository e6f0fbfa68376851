internal import ArgumentParser
internal import Buzzline

/// Who knows at the start.
struct StartOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who knows at the start: identifiers, separated by commas.", valueName: "id,…"))
  var from: String?
  @Option(help: ArgumentHelp("All actors of this kind know at the start.", valueName: "kind"))
  var fromKind: ActorKind?

  func validate() throws {
    guard from == nil || fromKind == nil else {
      throw ValidationError("--from and --from-kind both say who knows at the start; name one.")
    }
  }

  /// The roster positions of those named; `nil` where nobody is.
  func seeds(on network: KnowledgeNetwork) throws -> [Int]? {
    if let fromKind { return try network.seeds(of: fromKind) }
    return try from.map(network.positions(listed:))
  }
}
