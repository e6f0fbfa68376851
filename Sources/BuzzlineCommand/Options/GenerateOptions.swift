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

/// What a made-up survey is like; what is not named keeps the library's default.
struct AskingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many answer, wave by wave, instead of the usual share of each kind; who declines once is not asked again.",
      valueName: "number,…"))
  var respondents: String?
  @Option(help: ArgumentHelp("The share of each kind that does not answer.", valueName: "share"))
  var nonResponse: Double?
  @Option(help: ArgumentHelp("How many waves; everybody is asked in each.", valueName: "number"))
  var waves: Int?
  @Option(help: ArgumentHelp("The chance that a tie lasts to the next wave, else 0.8.", valueName: "share"))
  var persistence: Double?
  @Option(
    help: ArgumentHelp(
      "How many ties are formed from one wave to the next, as a share of those of the earlier one, else 0.",
      valueName: "share"))
  var formation: Double?
  @Flag(help: "Who answers remembers every tie, names the right partner and answers in full.")
  var exactAnswers = false

  static let words = "--respondents, --non-response, --waves, --persistence, --formation, --exact-answers"

  /// Whether any of them was named.
  var isGiven: Bool {
    respondents != nil || nonResponse != nil || waves != nil || persistence != nil || formation != nil || exactAnswers
  }

  func design(seed: UInt64) throws -> SurveyDesign {
    var design = SurveyDesign(seed: seed, respondents: try respondentCounts(), waves: waves)
    guard design.waveCount > 1 || (persistence == nil && formation == nil) else {
      throw ValidationError("--persistence and --formation need several waves, by --waves or --respondents.")
    }
    if let nonResponse { design.nonResponse = NonResponse(all: nonResponse) }
    if let persistence { design.persistence = persistence }
    if let formation { design.formation = formation }
    if exactAnswers { design.makeAnswersExact() }
    return design
  }

  /// As a manifest shows them.
  var members: [String: JSONValue] {
    [
      "respondents": JSONValue(respondents), "nonResponse": JSONValue(nonResponse),
      "waves": waves.map { .count($0) } ?? .null, "persistence": JSONValue(persistence),
      "formation": JSONValue(formation), "exactAnswers": .bool(exactAnswers),
    ]
  }

  private func respondentCounts() throws -> [Int] {
    try respondents.map { text in
      try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
        guard let count = Int(word) else {
          throw ValidationError("'\(text)' is no list of whole numbers; --respondents takes one a wave, as in 416,91.")
        }
        return count
      }
    } ?? []
  }
}
