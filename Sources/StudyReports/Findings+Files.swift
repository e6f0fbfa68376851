internal import ClusterSurveys
internal import KnowledgeDiffusion
public import KnowledgeNetworks
internal import NetworkMeasures
public import StudyFindings

extension Findings {
  /// Writes everything found to a folder, all or nothing.
  ///
  /// `report.html`, `report.md`, a CSV file a table, `findings.json` and `manifest.json`.
  ///
  /// - Throws: ``BuzzlineError`` if the folder cannot be written or holds what Buzzline did not write.
  public func write(to folder: OutputFolder) throws(BuzzlineError) {
    let report = report
    let tables = tables
    let json: JSONValue = [
      "report": report.json, "tables": .object(tables.map { JSONValue.Member($0.name, $0.json) }),
    ]
    try folder.write(
      [OutputFile("report.html", HTMLReport(report).text), OutputFile("report.md", MarkdownReport(report).text)]
        + tables.map { OutputFile($0.name + ".csv", $0.csv) } + [OutputFile("findings.json", json.encoded)],
      manifest: manifest)
  }

  /// What the findings were made from and how.
  private var manifest: Manifest {
    let options = study.options
    return Manifest(
      rule: options.rule.rawValue,
      options: [
        .init("group", JSONValue(grouping?.name)), .init("directed", .bool(network.isDirected)),
        .init("weights", .text(network.weightMeaning.rawValue)), .init("draws", .count(options.permutations.draws)),
        .init("exactLimit", .count(options.permutations.exactLimit)),
      ] + engineMembers + spreadMembers,
      seed: options.permutations.seed,
      inputs: study.survey.accounts.sorted { ($0.role, $0.file, $0.digest) < ($1.role, $1.file, $1.digest) },
      igraphVersion: Measure.engineVersion)
  }

  /// By which model knowledge spread, where that was asked.
  private var spreadMembers: [JSONValue.Member] {
    guard let spread = study.options.spread else { return [] }
    return [
      .init("spread", .text(spread.liveTies.name)), .init("spreadSettings", .object(spread.settings)),
      .init("worlds", .count(spread.options.runs)),
    ]
  }

  /// What computed which centrality, where there was a choice, and how near samples are.
  private var engineMembers: [JSONValue.Member] {
    let options = study.options
    let chosen = Measure.allCases.filter { measure in
      measure.hasChoiceOfEngine && !(options.sampling != nil && measure.searchesFromAll)
    }
    let engines = chosen.map { measure in
      JSONValue.Member(measure.rawValue, .text(network.engine(for: measure, asked: options.engine).rawValue))
    }
    guard let sampling = options.sampling else {
      return [.init("engine", .text(options.engine.rawValue)), .init("engines", .object(engines))]
    }
    let sampled = Measure.allCases.filter { $0.canBeSampled(isNormalized: false) }
    return [
      .init("engine", .text(options.engine.rawValue)), .init("engines", .object(engines)),
      .init("sampled", .list(sampled.map { .text($0.rawValue) })),
      .init("epsilon", .number(sampling.epsilon)), .init("delta", .number(sampling.delta)),
    ]
  }
}
