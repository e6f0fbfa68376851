internal import ArgumentParser
internal import Buzzline

/// `buzzline generate`: a made-up study whose roles are known.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a made-up network, and a survey over it, with planted roles.",
    discussion: """
      Writes actors.csv, ties.csv, truth.csv (what each actor was made to be) and manifest.json to a folder, all or \
      nothing; with --survey also claims.csv and responses.csv. Reading the folder joins ties and claims; with \
      --without-ties it holds what a survey would know and no more. A survey of several waves comes with \
      true-ties.csv, the ties of each wave, which no command takes for part of the study; ties.csv then says the same. \
      With --dialect the answers are written as a survey tool exports them; the export and mapping.yaml, which reads \
      it, take the place of actors.csv, claims.csv and responses.csv. \
      The same options and seed give the same bytes on any number of threads. Nothing in it is data.
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
  @Flag(help: "Leaves ties.csv out, so that the folder knows only what the survey tells.")
  var withoutTies = false
  @Option(help: ArgumentHelp("Writes the survey as the export of a tool.", valueName: "tool"))
  var dialect: SurveyTool?
  @OptionGroup(title: "What the survey is like") var asking: AskingOptions

  @OptionGroup(title: "Machine") var machine: MachineOptions
  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output: String

  func validate() throws {
    guard survey || !(withoutTies || asking.isGiven) else {
      throw ValidationError("--without-ties and what the survey is like (\(AskingOptions.words)) need --survey.")
    }
    guard survey || dialect == nil else {
      throw ValidationError("--dialect says how a survey is written and needs --survey.")
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
      let files = try self.files(of: network, workers: workers)
      let streamed = files.map { file in
        StreamedFile(file.name) { sink throws(BuzzlineError) in try file.write(workers: workers, to: sink) }
      }
      try folder.write(streamed: streamed, manifest: manifest)
      line.clear()
      StandardError.write("buzzline: wrote \(files.map(\.name).joined(separator: ", ")) to \(output)\n")
    }
  }

  private func files(of network: SyntheticNetwork, workers: Workers) throws -> [SyntheticFile] {
    guard let design = try surveyDesign() else { return [network.actorsFile, network.tiesFile, network.truthFile] }
    let survey = try SyntheticSurvey(of: network, design: design, workers: workers)
    let written = dialect?.writer.files(of: survey) ?? [network.actorsFile] + CanonicalSurveyWriter().files(of: survey)
    return (withoutTies ? [] : [survey.tiesFile]) + written + [network.truthFile]
      + (survey.trueTiesFile.map { [$0] } ?? [])
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
    let design = try asking.design(seed: random.seed)
    try asUsage { try design.check(actors: actors) }
    return design
  }

  /// Only what has a say: neither threads nor the name of the folder.
  private var manifest: Manifest {
    let own: [String: JSONValue] = [
      "synthetic": .bool(true), "actors": .count(actors), "ties": .count(ties), "clusters": .count(clusters),
      "survey": .bool(survey), "withoutTies": .bool(withoutTies),
      "dialect": JSONValue(dialect?.rawValue),
    ]
    let others = shares.members.merging(asking.members) { $1 }
    return Manifest(options: own.merging(others) { $1 }, seed: random.seed, inputs: [])
  }
}
