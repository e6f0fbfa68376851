internal import DataFiles
internal import KnowledgeNetworks

/// Goes through the text of a file, byte by byte or line by line, and knows where it is.
struct TextCursor {
  /// A word of a line.
  struct Token {
    var text: String
    /// Whether it stood in quotes.
    var isQuoted = false
    var offset: Int
    var line: Int

    var spot: Spot { Spot(line: line, offset: offset) }
    /// The word in lower case, by which keywords are known; quoted words are none.
    var keyword: String { isQuoted ? "" : text.lowercased() }
  }

  let file: String
  /// UTF-8 in which every line ends with LF.
  let bytes: [UInt8]
  var offset = 0
  private(set) var line = 1

  /// - Throws: `BuzzlineError` if the bytes are no text, or none at all.
  init(_ raw: [UInt8], file: String, encoding: TextEncoding? = nil) throws(BuzzlineError) {
    let text = try TextDecoder(file: file).utf8(raw, encoding: encoding).bytes
    self.file = file
    bytes = text.contains(carriageReturn) ? Self.unifyingLineEnds(of: text) : text
    guard bytes.contains(where: { !Self.isBlank($0) }) else {
      throw BuzzlineError(.empty, at: Place(file: file), "The file is empty.")
    }
  }

  private static func unifyingLineEnds(of text: [UInt8]) -> [UInt8] {
    var unified: [UInt8] = []
    unified.reserveCapacity(text.count)
    for (position, byte) in text.enumerated() {
      if byte != carriageReturn {
        unified.append(byte)
      } else if position + 1 == text.count || text[position + 1] != lineFeed {
        unified.append(lineFeed)
      }
    }
    return unified
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  var isAtEnd: Bool { offset >= bytes.count }
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }
  var spot: Spot { Spot(line: line, offset: offset) }

  mutating func advance() {
    if bytes[offset] == lineFeed { line += 1 }
    offset += 1
  }

  mutating func advance(to end: Int) { while offset < end { advance() } }

  mutating func skipBlanks() { while let current, Self.isBlank(current) { advance() } }

  func error(at offset: Int, _ message: String) -> BuzzlineError {
    BuzzlineError(.malformed, at: Place(of: min(offset, bytes.count), in: bytes, file: file), message)
  }

  func error(_ message: String) -> BuzzlineError { error(at: offset, message) }

  /// The words of the next line, parted by blanks and, where they part words too, by commas; `nil` at the end.
  ///
  /// Quotes hold blanks, and numbered entities (`&#34;`) for characters that cannot stand in them.
  ///
  /// - Throws: at a quotation mark that is not closed on its line.
  mutating func nextLine(commas: Bool = false) throws(BuzzlineError) -> [Token]? {
    guard !isAtEnd else { return nil }
    var tokens: [Token] = []
    func isSeparator(_ byte: UInt8) -> Bool { Self.isBlank(byte) || commas && byte == UInt8(ascii: ",") }
    while let byte = current, byte != lineFeed {
      if isSeparator(byte) {
        offset += 1
        continue
      }
      let start = offset
      if byte == UInt8(ascii: "\"") {
        offset += 1
        while let byte = current, byte != UInt8(ascii: "\""), byte != lineFeed { offset += 1 }
        guard current == UInt8(ascii: "\"") else {
          throw error(at: start, "The quotation mark that opens here is not closed on its line.")
        }
        let text = QuotedText.decoded(bytes[start + 1..<offset])
        tokens.append(Token(text: text, isQuoted: true, offset: start, line: line))
        offset += 1
      } else {
        while let byte = current, byte != lineFeed, !isSeparator(byte) { offset += 1 }
        tokens.append(Token(text: String(decoding: bytes[start..<offset], as: UTF8.self), offset: start, line: line))
      }
    }
    if !isAtEnd { advance() }
    return tokens
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

/// Text in quotes, in formats that know no sign for a quotation mark within: it and line ends become numbered entities,
/// as Pajek reads them.
enum QuotedText {
  /// The text in quotes.
  static func encoded(_ text: String) -> String {
    var quoted = "\""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      if isControl || scalar == "\"" || scalar == "&" && scalars.first == "#" {
        quoted += "&#\(scalar.value);"
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What stands between quotes.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return decoded(text) { $0.first == "#" ? character($0.dropFirst()) : nil }
  }

  /// The text with every entity replaced that has a meaning; all others stay as they are.
  static func decoded(_ text: String, entity: (Substring) -> Unicode.Scalar?) -> String {
    var (decoded, rest) = ("", text[...])
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(12).prefix { $0 != ";" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let scalar = entity(name) {
        decoded.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        decoded.append(rest.removeFirst())
      }
    }
    return decoded + rest
  }

  /// The character of a number as entities write it: `34`, `x22`; NUL is none.
  static func character(_ number: Substring) -> Unicode.Scalar? {
    let isHexadecimal = number.first == "x" || number.first == "X"
    let digits = isHexadecimal ? number.dropFirst() : number
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}

/// Names of attributes spelled so that each is a word of its own in a file.
struct AttributeWords {
  private let words: [String: String]

  subscript(name: String) -> String { words[name] ?? name }

  /// Spells names in letters of ASCII, digits and `_`, a letter first.
  ///
  /// - Parameter reserved: Words that mean something else.
  init(keywordsFor names: some Sequence<String>, reserved: Set<String> = []) {
    self.init(for: names, reserved: reserved) { name in
      let spelled = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" ? $0 : "_" })
      return spelled.first?.isLetter == true ? spelled : "a" + spelled
    }
  }

  /// Keeps names as they are, but for those that mean something else, which get a number.
  init(for names: some Sequence<String>, reserved: Set<String>) { self.init(for: names, reserved: reserved) { $0 } }

  private init(for names: some Sequence<String>, reserved: Set<String>, spelling: (String) -> String) {
    var (taken, words) = (reserved, [String: String]())
    for name in names where words[name] == nil {
      let word = spelling(name)
      let free = taken.contains(word) ? (2...).lazy.map { "\(word)_\($0)" }.first { !taken.contains($0) } : word
      words[name] = free ?? word
      taken.insert(free ?? word)
    }
    self.words = words
  }
}

extension [UInt8] {
  mutating func append(line: String) {
    append(contentsOf: line.utf8)
    append(lineFeed)
  }
}
