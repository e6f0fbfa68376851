/// What separates the cells of a row.
public enum Delimiter: String, Hashable, Codable, Sendable, CaseIterable {
  /// `;`, usual where the decimal sign is a comma.
  case semicolon
  /// `,`
  case comma
  /// A tabulator.
  case tab
  /// `|`
  case bar
  /// Blanks or tabulators, several of which count as one.
  case blank

  package var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    case .blank: UInt8(ascii: " ")
    }
  }

  /// The delimiter that occurs most often outside quotes in the first line that is not blank; a comma where none does.
  ///
  /// - Parameter mayBeBlank: Whether blanks separate cells where no other delimiter occurs.
  package static func detected(in bytes: ArraySlice<UInt8>, mayBeBlank: Bool = false) -> Delimiter {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == lineFeed || $0 == carriageReturn }) {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == lineFeed || byte == carriageReturn { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let found = allCases.filter { $0 != .blank && counts[$0.byte, default: 0] > 0 }
    if found.isEmpty, mayBeBlank, counts[space, default: 0] > 0 { return .blank }
    // The first of equals wins: a semicolon is never a decimal sign.
    return found.reversed().max { counts[$0.byte, default: 0] < counts[$1.byte, default: 0] } ?? .comma
  }
}

/// How bytes are letters.
public enum TextEncoding: String, Hashable, Codable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 with a byte order mark; little-endian without one.
  case utf16 = "utf-16"
  /// The encoding of older Windows programs, a superset of Latin-1 in print.
  case windows1252 = "windows-1252"
}

/// Which sign parts the whole from the fraction of a number.
public enum DecimalSign: String, Hashable, Codable, Sendable, CaseIterable {
  /// As in 1234.5.
  case dot
  /// As in 1.234,5 or 1234,5.
  case comma
}

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

let comma = UInt8(ascii: ",")
package let space = UInt8(ascii: " ")
let tabulator = UInt8(ascii: "\t")
package let quote = UInt8(ascii: "\"")
package let lineFeed = UInt8(ascii: "\n")
package let carriageReturn = UInt8(ascii: "\r")
