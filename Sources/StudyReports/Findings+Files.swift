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
  /// - Throws: `BuzzlineError` if the folder cannot be written or holds what Buzzline did not write.
  public func write(to folder: OutputFolder) throws(BuzzlineError) {
    let report = report
    let tables = tables
    let members = tables.sorted { $0.name < $1.name }.map { (name: $0.name, text: $0.jsonText) }
    let json = JSONText.object([("report", report.json.jsonText), ("tables", JSONText.object(members))]) + "\n"
    try folder.write(
      [OutputFile("report.html", HTMLReport(report).text), OutputFile("report.md", MarkdownReport(report).text)]
        + tables.map { OutputFile($0.name + ".csv", $0.csv) } + [OutputFile("findings.json", json)], manifest: manifest)
  }

  /// Writes the sheet of one cluster or one actor to a folder, all or nothing: `report.html`, `report.md`,
  /// `statements.csv` and `manifest.json`.
  ///
  /// - Throws: As ``write(to:)``.
  public func write(_ subject: SheetSubject, to folder: OutputFolder) throws(BuzzlineError) {
    let sheet = sheet(of: subject)
    var manifest = manifest
    manifest.options["for"] =
      switch subject {
      case .cluster(let cluster): .text(cluster.rawValue)
      case .actor(let actor): .text(network.actors[actor].id)
      }
    try folder.write(
      [
        OutputFile("report.html", HTMLReport(sheet).text), OutputFile("report.md", MarkdownReport(sheet).text),
        OutputFile("statements.csv", sheet.statementsTable.csv),
      ], manifest: manifest)
  }

  private var manifest: Manifest {
    let options = study.options
    var members: [String: JSONValue] = [
      "group": JSONValue(grouping?.name), "directed": .bool(network.isDirected),
      "weights": .text(network.weightMeaning.rawValue), "draws": .count(options.permutations.draws),
      "exactLimit": .count(options.permutations.exactLimit), "engine": .text(options.engine.rawValue),
      "engines": .object(engines),
    ]
    if let selection = options.selection, !selection.isEverything {
      members["selection"] = .object(selection.words.mapValues { .list($0.map { .text($0) }) })
    }
    if let least = options.leastCell { members["leastCell"] = .count(least) }
    if options.hasPseudonyms { members["pseudonyms"] = .bool(true) }
    let waves = (earlier + [self]).compactMap(\.wave)
    if !waves.isEmpty { members["waves"] = .list(waves.map { .text($0) }) }
    if let sampling = options.sampling {
      members["sampled"] = .list(
        Measure.allCases.filter { $0.canBeSampled(isNormalized: false) }.map { .text($0.rawValue) })
      (members["epsilon"], members["delta"]) = (.number(sampling.epsilon), .number(sampling.delta))
    }
    if let spread = options.spread {
      (members["spread"], members["spreadSettings"]) = (.text(spread.liveTies.name), .object(spread.settings))
      members["runs"] = .count(spread.options.runs)
    }
    return Manifest(
      rule: options.rule.rawValue, options: members, seed: options.permutations.seed,
      inputs: study.survey.accounts.sorted { ($0.role, $0.file, $0.digest) < ($1.role, $1.file, $1.digest) },
      igraph: Measure.engineVersion)
  }

  /// What computed which centrality, where there was a choice.
  private var engines: [String: JSONValue] {
    let options = study.options
    let chosen = Measure.allCases.filter { $0.hasChoiceOfEngine && !(options.sampling != nil && $0.searchesFromAll) }
    return Dictionary(
      uniqueKeysWithValues: chosen.map { measure in
        (measure.rawValue, .text(network.engine(for: measure, asked: options.engine).rawValue))
      })
  }
}
