internal import ArgumentParser
internal import Buzzline

/// How tables are printed.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case json
}

/// Where and how a table goes to standard output.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How rows are printed.", valueName: "format"))
  var format: TableFormat = .csv

  init() {}

  /// Prints in a format that another option names.
  init(_ format: TableFormat) { self.format = format }

  /// Prints a table.
  func print(_ table: FindingsTable, _ line: ProgressLine) throws {
    line.clear()
    switch format {
    case .csv: try StandardOutput.write(table.csv)
    case .json: try StandardOutput.write(table.jsonRows)
    }
  }

  /// Prints a finding: JSON whole, a table with what it cannot hold said on standard error.
  func print(_ finding: some Finding, _ line: ProgressLine) throws {
    line.clear()
    guard format == .csv else { return try StandardOutput.write(finding.jsonText) }
    try StandardOutput.write(finding.table.csv)
    for sentence in finding.statements { StandardError.write("buzzline: \(sentence)\n") }
  }
}
