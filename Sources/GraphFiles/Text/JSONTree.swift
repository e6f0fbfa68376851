internal import KnowledgeNetworks

/// JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)) with the place of each value and numbers as they are
/// written, neither of which Foundation keeps.
struct JSONTree {
  struct Member {
    let name: String
    let tree: JSONTree
  }

  enum Value {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case list([JSONTree])
    case object([Member])

    var isScalar: Bool {
      switch self {
      case .list, .object: false
      default: true
      }
    }
  }

  let value: Value
  let spot: Spot

  private static let deepest = 64

  subscript(name: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.tree
  }

  /// Reads the one value of a file.
  ///
  /// - Throws: `BuzzlineError` where the text is no JSON, an object has a member twice, or lists are too deep.
  init(from cursor: inout TextCursor) throws(BuzzlineError) {
    self = try Self.tree(&cursor, depth: 0)
    cursor.skipBlanks()
    guard cursor.isAtEnd else { throw cursor.error("The file goes on after its one value.") }
  }

  private init(_ value: Value, _ spot: Spot) { (self.value, self.spot) = (value, spot) }

  private static func tree(_ cursor: inout TextCursor, depth: Int) throws(BuzzlineError) -> JSONTree {
    cursor.skipBlanks()
    let spot = cursor.spot
    guard depth < deepest else {
      throw cursor.error("More than \(deepest) lists and objects stand one within another.")
    }
    switch cursor.current {
    case UInt8(ascii: "{"): return JSONTree(.object(try members(&cursor, depth: depth)), spot)
    case UInt8(ascii: "["): return JSONTree(.list(try list(&cursor, depth: depth)), spot)
    case UInt8(ascii: "\""): return JSONTree(.string(try string(&cursor)), spot)
    case nil: throw cursor.error("The file ends where a value is missing.")
    default: return JSONTree(try word(&cursor), spot)
    }
  }

  private static func list(_ cursor: inout TextCursor, depth: Int) throws(BuzzlineError) -> [JSONTree] {
    var list: [JSONTree] = []
    cursor.advance()
    while try hasMore(&cursor, until: UInt8(ascii: "]"), isFirst: list.isEmpty) {
      list.append(try tree(&cursor, depth: depth + 1))
    }
    return list
  }

  private static func members(_ cursor: inout TextCursor, depth: Int) throws(BuzzlineError) -> [Member] {
    var (members, names) = ([Member](), Set<String>())
    cursor.advance()
    while try hasMore(&cursor, until: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      let start = cursor.offset
      guard cursor.current == UInt8(ascii: "\"") else { throw cursor.error("The name of a member is missing here.") }
      let name = try string(&cursor)
      guard names.insert(name).inserted else {
        throw cursor.error(at: start, "The member '\(name.excerpt)' stands twice in its object.")
      }
      cursor.skipBlanks()
      guard cursor.current == UInt8(ascii: ":") else { throw cursor.error("A colon is missing here.") }
      cursor.advance()
      members.append(Member(name: name, tree: try tree(&cursor, depth: depth + 1)))
    }
    return members
  }

  /// Whether another value follows; a comma before it is taken, as is the bracket that ends all.
  private static func hasMore(
    _ cursor: inout TextCursor, until end: UInt8, isFirst: Bool
  ) throws(BuzzlineError) -> Bool {
    cursor.skipBlanks()
    if cursor.current == end {
      cursor.advance()
      return false
    }
    guard !isFirst else { return true }
    guard cursor.current == UInt8(ascii: ",") else {
      throw cursor.error("A comma or a closing bracket is missing here.")
    }
    cursor.advance()
    cursor.skipBlanks()
    return true
  }

  private static func word(_ cursor: inout TextCursor) throws(BuzzlineError) -> Value {
    let start = cursor.offset
    while let byte = cursor.current, !TextCursor.isBlank(byte), !",:[]{}\"".utf8.contains(byte) { cursor.advance() }
    let word = String(decoding: cursor.bytes[start..<cursor.offset], as: UTF8.self)
    switch word {
    case "null", "NaN", "Infinity", "-Infinity": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard isNumber(word) else { throw cursor.error(at: start, "'\(word.excerpt)' is no value of JSON.") }
      return .number(word)
    }
  }

  private static func string(_ cursor: inout TextCursor) throws(BuzzlineError) -> String {
    let start = cursor.offset
    cursor.advance()
    var bytes: [UInt8] = []
    while let byte = cursor.current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw cursor.error("A control character stands within a text.") }
      cursor.advance()
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      bytes += String(try escaped(&cursor)).utf8
    }
    guard !cursor.isAtEnd else { throw cursor.error(at: start, "The quotation mark that opens here is not closed.") }
    cursor.advance()
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// The character after a backslash; of two halves that are no pair each becomes U+FFFD.
  private static func escaped(_ cursor: inout TextCursor) throws(BuzzlineError) -> Character {
    guard let byte = cursor.current else { throw cursor.error("The file ends within a text.") }
    if let scalar = escapes[byte] {
      cursor.advance()
      return Character(scalar)
    }
    guard byte == UInt8(ascii: "u") else { throw cursor.error("After a backslash this means nothing.") }
    let first = try unit(&cursor)
    var units = [first]
    let next = cursor.offset
    if UTF16.isLeadSurrogate(first), cursor.bytes[next...].starts(with: "\\u".utf8) {
      var ahead = cursor
      ahead.advance()
      let second = try unit(&ahead)
      if UTF16.isTrailSurrogate(second) {
        units.append(second)
        cursor = ahead
      }
    }
    return String(decoding: units, as: UTF16.self).first ?? "\u{FFFD}"
  }

  /// The number after `u`, on which the cursor stands.
  private static func unit(_ cursor: inout TextCursor) throws(BuzzlineError) -> UInt16 {
    let start = cursor.offset + 1
    let digits = String(decoding: cursor.bytes[min(start, cursor.bytes.count)...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let unit = UInt16(digits, radix: 16) else {
      throw cursor.error("After '\\u' four hexadecimal digits are missing.")
    }
    for _ in 0..<5 { cursor.advance() }
    return unit
  }

  /// Whether a text is a number of JSON.
  static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits(_ rest: inout Substring.UTF8View) -> Int {
      let found = rest.prefix { (48...57).contains($0) }.count
      rest = rest.dropFirst(found)
      return found
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits(&rest)
    guard whole > 0, !isZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if let sign = rest.first, sign == UInt8(ascii: "e") || sign == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: Writing

  /// The value as JSON on one line.
  var text: String {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number
    case .string(let string): Self.quoted(string)
    case .list(let list): "[" + list.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.name)): \($0.tree.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// Text in quotes.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
