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
  /// - Throws: `BuzzlineError` if the folder cannot be written or holds what Buzzline did not write.
  public func write(to folder: OutputFolder) throws(BuzzlineError) {
    let report = report
    let tables = tables(statedIn: report)
    let members = tables.sorted { $0.name < $1.name }.map { (name: $0.name, text: $0.jsonText) }
    let json = JSONText.object([("report", report.json.jsonText), ("tables", JSONText.object(members))]) + "\n"
    try folder.write(
      [OutputFile("report.html", HTMLReport(report).text), OutputFile("report.md", MarkdownReport(report).text)]
        + tables.map { OutputFile($0.name + ".csv", $0.csv) }
        + [OutputFile("findings.json", json), OutputFile("references.bib", report.bibTeX)] + Self.checks,
      manifest: manifest)
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
