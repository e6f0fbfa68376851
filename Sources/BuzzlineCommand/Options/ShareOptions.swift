internal import ArgumentParser
internal import Buzzline

/// What a made-up network is like beside its size; what is not named keeps the library's default.
struct ShareOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Shares of sme, large_firm and research_institute, which add up to 1.", valueName: "share,share,share"))
  var kinds: String?
  @Option(help: ArgumentHelp("The share of ties between clusters.", valueName: "share"))
  var pipelines: Double?
  @Option(help: ArgumentHelp("The share of local ties that are returned.", valueName: "share"))
  var reciprocity: Double?
  @Option(help: ArgumentHelp("The chance of looking for a receiver among receivers of receivers.", valueName: "share"))
  var closure: Double?
  @Option(help: ArgumentHelp("The share of actors that are gatekeepers.", valueName: "share"))
  var gatekeepers: Double?
  @Option(help: ArgumentHelp("The share of actors that are external stars.", valueName: "share"))
  var externalStars: Double?

  func apply(to design: inout ClusterDesign) throws {
    if let kinds { design.kinds = try Self.kindShares(kinds) }
    if let pipelines { design.pipelineShare = pipelines }
    if let reciprocity { design.reciprocity = reciprocity }
    if let closure { design.closure = closure }
    if let gatekeepers { design.gatekeeperShare = gatekeepers }
    if let externalStars { design.externalStarShare = externalStars }
  }

  /// As a manifest shows them.
  var members: [String: JSONValue] {
    [
      "kinds": JSONValue(kinds), "pipelines": JSONValue(pipelines), "reciprocity": JSONValue(reciprocity),
      "closure": JSONValue(closure), "gatekeepers": JSONValue(gatekeepers), "externalStars": JSONValue(externalStars),
    ]
  }

  private static func kindShares(_ text: String) throws -> KindShares {
    let shares = text.split(separator: ",", omittingEmptySubsequences: false).compactMap { Double($0) }
    guard shares.count == 3, text.count(where: { $0 == "," }) == 2 else {
      throw ValidationError("'\(text)' are no three shares; --kinds takes them as in 0.7,0.12,0.18.")
    }
    return KindShares(sme: shares[0], largeFirm: shares[1], researchInstitute: shares[2])
  }
}

/// Turns what the library refuses into a usage error.
func asUsage<Value>(_ attempt: () throws -> Value) throws -> Value {
  do { return try attempt() } catch let error as BuzzlineError { throw ValidationError(error.message) }
}
