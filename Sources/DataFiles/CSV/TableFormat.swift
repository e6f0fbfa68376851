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

let comma = UInt8(ascii: ",")
package let space = UInt8(ascii: " ")
let tabulator = UInt8(ascii: "\t")
package let quote = UInt8(ascii: "\"")
package let lineFeed = UInt8(ascii: "\n")
package let carriageReturn = UInt8(ascii: "\r")
