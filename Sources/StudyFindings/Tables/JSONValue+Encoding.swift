extension JSONValue {
  /// The value as JSON text that ends with a line feed: two spaces a level, and each object or list inside a list that
  /// holds nothing deeper on one line, so that a table reads as one row a line.
  ///
  /// Control characters, U+2028, U+2029 and the slash of `</` are escaped, so the text is safe inside a script too.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var encoded: String {
    var text = ""
    write(to: &text, indent: "", inList: false)
    return text + "\n"
  }

  private func write(to text: inout String, indent: String, inList: Bool) {
    switch self {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .count(let count): text += String(count)
    case .number(let number): text += number.isFinite ? NumberText.shortest(number) : "null"
    case .text(let string): Self.write(string, to: &text)
    case .list(let values):
      Self.write(values.map { (nil, $0) }, between: ("[", "]"), to: &text, indent: indent, inList: inList)
    case .object(let members):
      Self.write(
        members.map { ($0.name, $0.value) }, between: ("{", "}"), to: &text, indent: indent, inList: inList)
    }
  }

  private static func write(
    _ entries: [(name: String?, value: JSONValue)], between brackets: (open: String, close: String),
    to text: inout String, indent: String, inList: Bool
  ) {
    let isList = brackets.open == "["
    let onOneLine = entries.isEmpty || (inList && entries.allSatisfy { !$0.value.isContainer })
    let inner = indent + "  "
    text += brackets.open
    for (index, entry) in entries.enumerated() {
      if index > 0 { text += onOneLine ? ", " : "," }
      if !onOneLine { text += "\n" + inner }
      if let name = entry.name {
        write(name, to: &text)
        text += ": "
      }
      entry.value.write(to: &text, indent: inner, inList: isList)
    }
    text += onOneLine ? brackets.close : "\n" + indent + brackets.close
  }

  private var isContainer: Bool {
    switch self {
    case .list, .object: true
    default: false
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    var previous: Unicode.Scalar = " "
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "/" where previous == "<": text += "\\/"
      case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}": text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    text += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
