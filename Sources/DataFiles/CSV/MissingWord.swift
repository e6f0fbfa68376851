/// Which cells say that something is missing: the one place that decides it.
///
/// - `NA`, bare of quotes, as R writes it. In quotes it is a word, such as the code of Namibia.
/// - The errors that spreadsheets leave behind, `#N/A` or `#REF!`, in quotes or not.
///
/// Such a cell is empty where a cell may be empty. Where an actor must be named it names none, and its row is set aside.
package enum MissingWord {
  /// Whether a cell says that something is missing.
  package static func isMissing(_ text: String, isBare: Bool) -> Bool {
    text == "NA" ? isBare : text.utf8.first == hash && errors.contains(text.uppercased())
  }

  /// Whether a label looks as if somebody wrote that something is missing; it is kept as it stands.
  ///
  /// `NA` is a label only in quotes, and then meant.
  package static func isDoubtful(_ label: String) -> Bool { label != "NA" && doubtful.contains(label.lowercased()) }

  private static let hash = UInt8(ascii: "#")

  /// In English and German.
  private static let errors: Set<String> = [
    "#N/A", "#NA", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#NV", "#BEZUG!", "#WERT!", "#ZAHL!",
    "#SPILL!", "#CALC!", "#GETTING_DATA", "#ERROR!",
  ]

  private static let doubtful: Set<String> = [
    "n/a", "na", "n.a.", "-", "--", "---", "\u{2013}", "\u{2014}", ".", "?", "none", "null", "nil", "nan", "unknown",
    "missing", "not available", "not stated", "k.a.", "k. a.", "keine angabe", "unbekannt", "#",
  ]
}
