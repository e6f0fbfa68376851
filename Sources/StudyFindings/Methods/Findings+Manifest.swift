internal import ClusterSurveys
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The options that had a say, by name, as manifest and report tell them.
  package var manifestOptions: [String: JSONValue] {
    let options = study.options
    var members: [String: JSONValue] = [
      "title": JSONValue(options.title), "language": .text(options.language.code), "group": JSONValue(grouping?.name),
      "directed": .bool(network.isDirected),
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
    return members
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

  /// What went into the study, and how to check what came out.
  var manifestSection: ReportDocument.Section {
    let settings = [
      ("version", BuzzlineVersion.current), ("rule", reconciliation.rule.rawValue),
      ("seed", String(study.options.permutations.seed)),
    ]
    let rows = settings + manifestOptions.flatMap { $1.settings(named: $0) }.sorted { $0.0 < $1.0 }
    let table = FindingsTable(
      "manifest", rows: rows, .words("setting") { "\(verbatim: $0.0)" }, .text("value") { $0.1 })
    return ReportDocument.Section(
      "Manifest", id: "manifest",
      [
        .table(table, caption: "Version, rule, seed and the options that had a say."),
        """
        The files read stand under "What was read"; manifest.json has the SHA-256 of each, which changes with the order of \
        its rows while this report does not, and the version of igraph. check.py (networkx) and check.R (sna, igraph) \
        recompute the main numbers from ties.csv and the groups in actors.csv: run either in this folder.
        """,
      ])
  }
}

extension JSONValue {
  /// The value in rows of one setting each, members under their names joined by points.
  fileprivate func settings(named name: String) -> [(String, String)] {
    switch self {
    case .null: [(name, "none")]
    case .bool(let bool): [(name, bool ? "yes" : "no")]
    case .count(let count): [(name, String(count))]
    case .number(let number): [(name, NumberText.shortest(number))]
    case .text(let text): [(name, text)]
    case .list(let values): [(name, values.flatMap { $0.settings(named: "") }.map(\.1).joined(separator: ", "))]
    case .object(let members): members.flatMap { $1.settings(named: "\(name).\($0)") }
    }
  }
}
