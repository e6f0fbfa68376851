package import KnowledgeNetworks

extension XMLScanner {
  /// Whether the element has this name, whatever its prefix.
  func isNamed(_ expected: StaticString) -> Bool { equals(name, expected) }

  private func equals(_ range: Range<Int>, _ expected: StaticString) -> Bool {
    range.count == expected.utf8CodeUnitCount && expected.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  /// Where the value of an attribute stands; one without a prefix is found under any.
  func attribute(_ expected: StaticString) -> Range<Int>? {
    for attribute in attributes where equals(attribute.name, expected) { return attribute.value }
    for attribute in attributes where equals(local(attribute.name), expected) { return attribute.value }
    return nil
  }

  /// The name of the element that starts or ends, without its prefix.
  package var element: String { String(decoding: bytes[name], as: UTF8.self) }

  /// The texts of the attributes by their names without prefixes; one that has none comes before one that has.
  package func attributeTexts() throws(BuzzlineError) -> [String: String] {
    var texts: [String: String] = [:]
    for isPrefixed in [false, true] {
      for attribute in attributes where (local(attribute.name) != attribute.name) == isPrefixed {
        let name = String(decoding: bytes[local(attribute.name)], as: UTF8.self)
        if texts[name] == nil { texts[name] = try text(of: attribute.value) }
      }
    }
    return texts
  }

  private func text(of range: Range<Int>) throws(BuzzlineError) -> String {
    var text: [UInt8] = []
    try append(range, to: &text, isAttribute: true)
    return String(decoding: text, as: UTF8.self)
  }

  func attributeText(_ expected: StaticString) throws(BuzzlineError) -> String? {
    if let range = attribute(expected) { try text(of: range) } else { nil }
  }

  /// A whole number from 0.
  ///
  /// - Throws: `BuzzlineError` if it is none, or has more than 15 digits.
  func attributeCount(_ expected: StaticString) throws(BuzzlineError) -> Int? {
    guard let range = attribute(expected) else { return nil }
    guard let number = bytes[range].wholeNumber else {
      throw broken("'\(expected)' is no whole number")
    }
    return number
  }

  /// Appends the text that was read last.
  package func appendText(to target: inout [UInt8]) throws(BuzzlineError) {
    if isLiteral { target += bytes[text] } else { try append(text, to: &target) }
  }

  /// Appends bytes with references (`&amp;`) replaced and lines ended as XML has it; in attributes they end with blanks.
  func append(_ range: Range<Int>, to target: inout [UInt8], isAttribute: Bool = false) throws(BuzzlineError) {
    guard bytes[range].contains(where: { $0 == ampersand || $0 < space }) else {
      return target += bytes[range]
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      if byte == ampersand {
        guard let end = bytes[position..<min(range.upperBound, position + 12)].firstIndex(of: semicolon),
          let scalar = Self.reference(String(decoding: bytes[position..<end], as: UTF8.self))
        else { throw broken("'&' begins no character that XML knows") }
        target.append(contentsOf: String(Character(scalar)).utf8)
        position = end + 1
      } else if byte == carriageReturn, position < range.upperBound, bytes[position] == lineFeed {
        continue
      } else if byte == carriageReturn {
        target.append(isAttribute ? space : lineFeed)
      } else if isAttribute, byte < space {
        target.append(space)
      } else {
        target.append(byte)
      }
    }
  }

  /// Of the characters below the blank XML has the tab and the ends of lines alone.
  static func isAllowed(_ character: some BinaryInteger) -> Bool {
    character >= 0x20 || character == 0x09 || character == 0x0A || character == 0x0D
  }

  private static func reference(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default: scalar(name)
    }
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), isAllowed(code) else { return nil }
    return Unicode.Scalar(code)
  }
}

extension ArraySlice<UInt8> {
  /// The whole number from 0 that these digits are, `nil` if they are none or more than 15.
  var wholeNumber: Int? {
    guard 1...15 ~= count else { return nil }
    var number = 0
    for byte in self {
      guard 48...57 ~= byte else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}

private let ampersand = UInt8(ascii: "&")
private let semicolon = UInt8(ascii: ";")
