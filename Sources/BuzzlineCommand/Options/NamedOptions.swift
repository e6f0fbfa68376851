internal import ArgumentParser
internal import Buzzline
internal import KnowledgeNetworks

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The value a word on the command line names, or a usage error with the nearest words.
  static func named(_ word: String, as what: String) throws -> Self {
    if let value = Self(rawValue: word) { return value }
    let words = allCases.map(\.rawValue)
    throw ValidationError(
      "Unknown \(what) '\(word)'; there are \(words.joined(separator: ", "))."
        + suggestion(for: word, in: words))
  }
}

/// How tables are printed.
enum TableFormat: String, CaseIterable {
  case csv
  case json
}

/// Where and how a table goes to standard output.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("csv or json.", valueName: "format"))
  var format: String = "csv"

  func check() throws { _ = try tableFormat() }

  /// The table as it is printed.
  func text(of table: FindingsTable) throws -> String {
    switch try tableFormat() {
    case .csv: table.csv
    case .json: table.jsonRows.encoded
    }
  }

  /// Prints an account: JSON whole, a table with what it cannot hold said on standard error.
  func print(_ account: some Finding, _ line: ProgressLine) throws {
    line.clear()
    guard try tableFormat() == .csv else { return try StandardOutput.write(account.json.encoded) }
    try StandardOutput.write(account.table.csv)
    for sentence in account.sentences { StandardError.write("buzzline: \(sentence)\n") }
  }

  private func tableFormat() throws -> TableFormat { try .named(format, as: "format") }
}

extension Substring {
  /// Without blanks at its ends, as words of a list on the command line are meant.
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
