internal import ClusterSurveys
public import KnowledgeNetworks
internal import NetworkMeasures
public import StudyFindings

extension Findings {
  /// Writes everything found to a folder, all or nothing.
  ///
  /// `report.html`, `report.md`, a CSV file a table, `findings.json`, `references.bib` with the works the report cites,
  /// `check.py` and `check.R`, which recompute the main numbers with other programs, and `manifest.json`.
  ///
  /// - Parameters:
  ///   - folder: Where to.
  ///   - workers: The threads on which files are made beside one another.
  /// - Throws: `BuzzlineError` if the folder cannot be written or holds what Buzzline did not write.
  public func write(to folder: OutputFolder, workers: Workers = .all) throws(BuzzlineError) {
    let (report, tables) = reportAndTables(workers: workers)
    // The two that take longest come first.
    let makers: [@Sendable () -> [UInt8]] =
      [
        { Array(HTMLReport(report).text.utf8) }, { Self.json(report, tables) },
        { Array(MarkdownReport(report).text.utf8) },
      ] + tables.map { table in { @Sendable in table.csvBytes(workers: Workers(threads: 1)) } }
    let made = workers.finished(makers.count) { makers[$0]() }
    func file(_ name: String, _ place: Int) -> StreamedFile { StreamedFile(name) { sink in sink(made[place]) } }
    try folder.write(
      streamed: [file("report.html", 0), file("report.md", 2)]
        + tables.enumerated().map { file($1.name + ".csv", 3 + $0) }
        + [file("findings.json", 1)]
        + ([OutputFile("references.bib", report.bibTeX)] + Self.checks).map(StreamedFile.init),
      manifest: manifest)
  }

  /// The report and all tables, these by name.
  private static func json(_ report: ReportDocument, _ tables: [FindingsTable]) -> [UInt8] {
    var bytes = Array("{\n\"report\": \(report.json.jsonText),\n\"tables\": {\n".utf8)
    for (place, table) in tables.sorted(by: { $0.name < $1.name }).enumerated() {
      bytes += "\(place > 0 ? ",\n" : "")\"\(table.name)\": ".utf8
      table.appendJSON(to: &bytes)
    }
    return bytes + "\n}\n}\n".utf8
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
    Manifest(
      rule: study.options.rule.rawValue, options: manifestOptions, seed: study.options.permutations.seed,
      inputs: study.survey.accounts.sorted { ($0.role, $0.file, $0.digest) < ($1.role, $1.file, $1.digest) },
      igraph: Measure.engineVersion)
  }

  /// Scripts that recompute the numbers of the folder they lie in, for whoever trusts other programs more.
  private static let checks = [
    ("check.py", PackageResources.check_py), ("check.R", PackageResources.check_R),
  ].map { OutputFile($0, String(decoding: $1, as: UTF8.self)) }
}
