/// Text on its way to a reader: nothing in it may act on the page, the picture or the line it stands in.
///
/// All rules look at scalars, not characters: a quotation mark followed by a combining accent is one character to
/// Swift and still the end of an attribute to a browser.
package enum SafeText {
  /// The text on one line: line breaks and tabs become spaces; other control characters, direction overrides and what
  /// XML forbids become U+FFFD.
  package static func plain(_ text: String) -> String {
    // Nearly all that is written: no need to look at scalars.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: safe.append(" ")
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: safe.append("\u{FFFD}")
      case 0xFDD0...0xFDEF: safe.append("\u{FFFD}")
      // The last two of each plane are no characters either.
      case let value: safe.append(value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
      }
    }
    return String(safe)
  }

  /// A name from the data as people see it: plain, and shortened with an ellipsis; files carry it whole.
  package static func name(_ text: String, limit: Int = 120) -> String {
    // No text has more characters than bytes.
    if text.utf8.count <= limit { return plain(text) }
    let scalars = text.prefix(limit).unicodeScalars.prefix(4 * limit)
    guard scalars.endIndex < text.endIndex else { return plain(text) }
    var shown = String(scalars)
    while shown.last == " " { shown.removeLast() }
    return plain(shown) + "…"
  }

  /// The text with every character that means something to HTML or XML written as an entity.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { entity(for: $0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if let entity = entity(for: byte) { escaped += entity.utf8 } else { escaped.append(byte) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// All that means something is in ASCII, whose bytes are part of no other character.
  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
