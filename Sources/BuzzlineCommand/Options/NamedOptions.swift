internal import ArgumentParser
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
}
