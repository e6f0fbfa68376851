internal import ArgumentParser
internal import Buzzline

/// `buzzline generate`: a made-up study whose roles are known.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a made-up network, and a survey over it, with planted roles.",
    discussion: """
      Writes actors.csv, ties.csv, truth.csv (what each actor was made to be) and manifest.json to a folder, all or \
      nothing; with --survey also claims.csv and responses.csv. Reading the folder joins ties and claims; with \
      --without-ties it holds what a survey would know and no more. The same options and seed give the same bytes on \
      any number of threads. Nothing in it is data.
      """)

  @Option(help: ArgumentHelp("How many actors.", valueName: "number"))
  var actors: Int
  @Option(help: ArgumentHelp("How many ties: ordered pairs of actors.", valueName: "number"))
  var ties: Int
  @Option(help: ArgumentHelp("How many clusters.", valueName: "number"))
  var clusters: Int
  @OptionGroup var random: RandomOptions
  @OptionGroup(title: "What the network is like") var shares: ShareOptions

  @Flag(help: "Adds a survey: claims.csv and responses.csv.")
  var survey = false
  @Option(
    help: ArgumentHelp("How many answer, wave by wave, instead of the usual share of each kind.", valueName: "number,…")
  )
  var respondents: String?
  @Option(help: ArgumentHelp("The share of each kind that does not answer.", valueName: "share"))
  var nonResponse: Double?
  @Flag(help: "Leaves ties.csv out, so that the folder knows only what the survey tells.")
  var withoutTies = false

  @OptionGroup(title: "Machine") var machine: MachineOptions
  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output: String

  func validate() throws {
    guard survey || (respondents == nil && nonResponse == nil && !withoutTies) else {
      throw ValidationError("--respondents, --non-response and --without-ties need --survey.")
    }
    _ = try clusterDesign()
    _ = try surveyDesign()
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try await interruptibly { [self] in
      let folder = OutputFolder(output)
      try folder.validate()
      let workers = machine.workers(showing: line)
      let network = try SyntheticNetwork(try clusterDesign(), workers: workers)
      let files = try self.files(of: network)
      let streamed = files.map { file in
        StreamedFile(file.name) { sink throws(BuzzlineError) in try file.write(workers: workers, to: sink) }
      }
      try folder.write(streamed: streamed, manifest: manifest)
      line.clear()
      StandardError.write("buzzline: wrote \(files.map(\.name).joined(separator: ", ")) to \(output)\n")
    }
  }

  private func files(of network: SyntheticNetwork) throws -> [SyntheticFile] {
    let answers =
      try surveyDesign().map { CanonicalSurveyWriter().files(of: try SyntheticSurvey(of: network, design: $0)) } ?? []
    return [network.actorsFile] + (withoutTies ? [] : [network.tiesFile]) + answers + [network.truthFile]
  }
}

extension Generate {
  /// What the network is to be like, refused here if it cannot be carried out.
  private func clusterDesign() throws -> ClusterDesign {
    var design = ClusterDesign(actors: actors, ties: ties, clusters: clusters, seed: random.seed)
    try shares.apply(to: &design)
    try asUsage { try design.check() }
    return design
  }

  private func surveyDesign() throws -> SurveyDesign? {
    guard survey else { return nil }
    var design = SurveyDesign(seed: random.seed, respondents: try respondentCounts())
    if let nonResponse { design.nonResponse = NonResponse(all: nonResponse) }
    try asUsage { try design.check(actors: actors) }
    return design
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

  /// Only what has a say: neither threads nor the name of the folder.
  private var manifest: Manifest {
    let own: [String: JSONValue] = [
      "synthetic": .bool(true), "actors": .count(actors), "ties": .count(ties), "clusters": .count(clusters),
      "survey": .bool(survey), "respondents": JSONValue(respondents), "nonResponse": JSONValue(nonResponse),
      "withoutTies": .bool(withoutTies),
    ]
    return Manifest(options: own.merging(shares.members) { $1 }, seed: random.seed, inputs: [])
  }
}

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
