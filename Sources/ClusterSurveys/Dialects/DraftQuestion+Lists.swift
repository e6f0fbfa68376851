/// Whether cells of a question list several choices, and what parts these.
extension DraftQuestion {
  static func words(of cell: String) -> [String] { cell.split(separator: " ").map(String.init) }

  /// A semicolon behind each choice, the last one too; of tools whose choices are words without blanks also a blank,
  /// where other cells hold the same words.
  static func separator(of cells: Set<String>, _ dialect: ExportDialect?) -> String? {
    guard !cells.isEmpty else { return nil }
    if cells.allSatisfy({ $0.hasSuffix(";") }) { return ";" }
    let several = cells.filter { $0.contains(" ") }
    guard dialect?.partsChoicesByBlanks == true, !several.isEmpty else { return nil }
    if several.allSatisfy({ cells.isSuperset(of: words(of: $0)) }) { return " " }
    let counts = Dictionary(cells.flatMap { Set(words(of: $0)) }.map { ($0, 1) }, uniquingKeysWith: +)
    let areShared = several.allSatisfy { words(of: $0).allSatisfy { counts[$0, default: 0] > 1 } }
    return areShared && looksLikeWords(cells, dialect) ? " " : nil
  }

  /// Whether cells hold names of choices, as XLSForm has them, and one of them more than one.
  static func looksLikeWords(_ cells: Set<String>, _ dialect: ExportDialect?) -> Bool {
    dialect?.partsChoicesByBlanks == true && cells.contains { $0.contains(" ") }
      && cells.allSatisfy { $0.wholeMatch(of: #/[a-z0-9_.\- ]+/#) != nil }
  }
}
