/// What is written as JSON straight into bytes, the same that Foundation's encoder writes.
///
/// For tables and pictures of millions of values, which would take longer to become a tree than to be written.
package protocol JSONWritable {
  /// Appends the value.
  func append(to bytes: inout [UInt8], _ style: JSONStyle)
}

/// Where JSON is read, which decides how strings are written.
package enum JSONStyle {
  /// In a file, as Foundation writes by default.
  case file
  /// In a page, without any character that means something to HTML or XML.
  case page
}

extension JSONWritable {
  /// The value as a page holds it for its script: without any character that means something to HTML or XML.
  package var inertJSON: String {
    var bytes: [UInt8] = []
    append(to: &bytes, .page)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  package mutating func append(json value: some JSONWritable, _ style: JSONStyle = .file) {
    value.append(to: &self, style)
  }

  /// Appends an object, its members sorted by name.
  package mutating func append(members: [String: any JSONWritable], _ style: JSONStyle) {
    append(UInt8(ascii: "{"))
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (place, member) in sorted.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      member.key.append(to: &self, style)
      append(UInt8(ascii: ":"))
      member.value.append(to: &self, style)
    }
    append(UInt8(ascii: "}"))
  }
}

extension Int: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) { bytes.append(contentsOf: String(self).utf8) }
}

extension Bool: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(contentsOf: (self ? "true" : "false").utf8)
  }
}

extension Double: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    precondition(isFinite, "findings hold finite numbers only")
    let text = description.utf8
    bytes.append(contentsOf: text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(UInt8(ascii: "["))
    for (place, element) in enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      element.append(to: &bytes, style)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) { bytes.append(members: self, style) }
}

extension String: JSONWritable {
  package func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(UInt8(ascii: "\""))
    if utf8.contains(where: { Self.isEscaped($0, style) }) {
      for byte in utf8 {
        if Self.isEscaped(byte, style) { Self.append(escaped: byte, to: &bytes) } else { bytes.append(byte) }
      }
    } else {
      bytes.append(contentsOf: utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8, _ style: JSONStyle) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    case UInt8(ascii: "/"): style == .file
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): style == .page
    default: false
    }
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default: bytes.append(contentsOf: "u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
    }
  }
}

extension FindingsTable {
  /// The rows as JSON text, a list with an object a row and a row a line, the names being the headings.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var jsonRows: String {
    var bytes: [UInt8] = []
    appendJSONRows(to: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// Appends the table as JSON: what its columns mean, its name, and its rows.
  package func appendJSON(to bytes: inout [UInt8]) {
    let encoder = JSONText.encoder
    let described = JSONText.list(describedColumns.map { JSONText.text(of: $0, by: encoder) })
    bytes.append(contentsOf: "{\n\"columns\": \(described),\n\"name\": ".utf8)
    bytes.append(json: name)
    bytes.append(contentsOf: ",\n\"rows\": ".utf8)
    appendJSONRows(to: &bytes)
    bytes.append(contentsOf: "\n}".utf8)
  }

  private func appendJSONRows(to bytes: inout [UInt8]) {
    let order = columns.indices.sorted { columns[$0].heading.utf8.lexicographicallyPrecedes(columns[$1].heading.utf8) }
    let names = order.enumerated().map { place, column in
      var name = [UInt8](place > 0 ? ",".utf8 : "".utf8)
      name.append(json: columns[column].heading)
      return name + ":".utf8
    }
    bytes.append(UInt8(ascii: "["))
    for (place, row) in rows.enumerated() {
      bytes.append(contentsOf: (place > 0 ? ",\n{" : "\n{").utf8)
      for (name, column) in zip(names, order) {
        bytes.append(contentsOf: name)
        row[column].appendJSON(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(contentsOf: (rows.isEmpty ? "]" : "\n]").utf8)
  }
}

extension FindingsTable.Cell {
  fileprivate func appendJSON(to bytes: inout [UInt8]) {
    switch content {
    case .text(let text), .word(let text): bytes.append(json: text)
    case .words(let words): bytes.append(json: words.text)
    case .count(let count): bytes.append(json: count)
    case .number(let number): bytes.append(json: number)
    case .undefined: bytes.append(contentsOf: "null".utf8)
    }
  }
}
