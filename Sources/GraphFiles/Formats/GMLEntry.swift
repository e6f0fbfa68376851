internal import KnowledgeNetworks

/// A key of a GML file with what stands after it.
struct GMLEntry {
  enum Value {
    case text(String, isQuoted: Bool)
    case list([GMLEntry])

    var text: String? { if case .text(let text, _) = self { text } else { nil } }
  }

  let key: String
  let value: Value
  let spot: Spot

  private static let deepest = 64

  /// All entries up to the end of the file.
  ///
  /// - Throws: `BuzzlineError` at what is no key, no value, or a bracket without its other.
  static func all(from cursor: inout TextCursor) throws(BuzzlineError) -> [GMLEntry] {
    // Lists that are open, with the key of each, the inmost last: so no depth of brackets exhausts the stack.
    var open: [(key: String, spot: Spot, entries: [GMLEntry])] = [("", Spot(line: 1), [])]
    while let byte = next(in: &cursor) {
      let spot = cursor.spot
      if byte == UInt8(ascii: "]") {
        guard open.count > 1, let list = open.popLast() else {
          throw cursor.error("No bracket is open that this one closes.")
        }
        cursor.advance()
        open[open.count - 1].entries.append(GMLEntry(key: list.key, value: .list(list.entries), spot: list.spot))
        continue
      }
      let key = word(&cursor)
      guard key.first?.isLetter == true || key.first == "_" else {
        throw cursor.error(at: spot.offset ?? 0, "A key is missing here.")
      }
      guard let byte = next(in: &cursor) else { throw cursor.error("After '\(key.excerpt)' a value is missing.") }
      if byte == UInt8(ascii: "[") {
        guard open.count <= deepest else {
          throw cursor.error("More than \(deepest) lists stand one within another.")
        }
        cursor.advance()
        open.append((key, spot, []))
      } else {
        open[open.count - 1].entries.append(GMLEntry(key: key, value: try text(&cursor, of: key), spot: spot))
      }
    }
    guard open.count == 1 else {
      throw cursor.error(at: open.last?.spot.offset ?? 0, "The list that begins here is not closed.")
    }
    return open[0].entries
  }

  /// The next byte that is no blank and in no comment.
  private static func next(in cursor: inout TextCursor) -> UInt8? {
    cursor.skipBlanks()
    while cursor.current == UInt8(ascii: "#") {
      while let byte = cursor.current, byte != lineFeed { cursor.advance() }
      cursor.skipBlanks()
    }
    return cursor.current
  }

  private static func word(_ cursor: inout TextCursor) -> String {
    let start = cursor.offset
    while let byte = cursor.current, !TextCursor.isBlank(byte), !"[]\"".utf8.contains(byte) { cursor.advance() }
    return String(decoding: cursor.bytes[start..<cursor.offset], as: UTF8.self)
  }

  private static func text(_ cursor: inout TextCursor, of key: String) throws(BuzzlineError) -> Value {
    let start = cursor.offset
    guard cursor.current == UInt8(ascii: "\"") else {
      let number = word(&cursor)
      let digits = number.first == "+" ? String(number.dropFirst()) : number
      guard Double(digits) != nil, !digits.isEmpty else {
        throw cursor.error(
          at: start, "The value of '\(key.excerpt)' is neither a number, nor in quotes, nor a list.")
      }
      return .text(digits, isQuoted: false)
    }
    cursor.advance()
    while let byte = cursor.current, byte != UInt8(ascii: "\"") { cursor.advance() }
    guard !cursor.isAtEnd else { throw cursor.error(at: start, "The quotation mark that opens here is not closed.") }
    let text = String(decoding: cursor.bytes[start + 1..<cursor.offset], as: UTF8.self)
    cursor.advance()
    return .text(
      text.utf8.contains(UInt8(ascii: "&")) ? QuotedText.decoded(text, entity: entity) : text, isQuoted: true)
  }

  private static let named: [Substring: Unicode.Scalar] = [
    "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u{A0}", "auml": "ä", "ouml": "ö",
    "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à",
    "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ccedil": "ç", "ntilde": "ñ", "oslash": "ø",
    "aring": "å", "aelig": "æ", "Eacute": "É", "Ccedil": "Ç", "Oslash": "Ø", "Aring": "Å", "AElig": "Æ",
  ]

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    name.first == "#" ? QuotedText.character(name.dropFirst()) : named[name]
  }
}
