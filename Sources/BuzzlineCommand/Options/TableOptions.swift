internal import ArgumentParser
internal import Buzzline

/// How tables are printed.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case json
}

/// Where and how a table goes to standard output.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How rows are printed; unless named, a table on a terminal and CSV elsewhere.", valueName: "format"))
  var format: TableFormat?

  private var chosen: TableFormat { format ?? (TerminalTable.Style.ofStandardOutput == nil ? .csv : .table) }

  init() {}

  /// Prints in a format that another option names.
  init(_ format: TableFormat) { self.format = format }

  /// Prints a table.
  func print(_ table: FindingsTable, _ line: ProgressLine, by workers: Workers = Workers(threads: 1)) throws {
    line.clear()
    switch chosen {
    case .table:
      let style = TerminalTable.Style.ofStandardOutput ?? TerminalTable.Style(width: 100, isStyled: false)
      try StandardOutput.write(TerminalTable(table, style).text)
    case .csv: try StandardOutput.write(table.csv(workers: workers))
    case .json: try StandardOutput.write(table.jsonRows)
    }
  }

  /// Prints a finding: JSON whole, a table with what it cannot hold said on standard error.
  func print(_ finding: some Finding, _ line: ProgressLine) throws {
    line.clear()
    guard chosen != .json else { return try StandardOutput.write(finding.jsonText) }
    try print(finding.table, line)
    for sentence in finding.statements { StandardError.write("buzzline: \(sentence)\n") }
  }
}
