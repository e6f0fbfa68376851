package import KnowledgeNetworks

/// Goes through XML element by element, without a tree or a text for each.
///
/// It reads XML 1.0 in UTF-8 without document types, so that there are no entities to expand and nothing outside to
/// fetch. It refuses control characters, `--` in comments and declarations of XML that are not at the beginning. Foundation's `XMLParser` gives up on more than some tens of megabytes, as a sheet of 50,000 rows has, makes a
/// text and a dictionary of every cell before that, and loses memory with every file that it refuses.
package struct XMLScanner {
  package enum Event { case start, end, text, finished }

  package let bytes: [UInt8]
  private let part: String?
  private let file: String
  private var position = 0
  /// Where the tag stands that was read last.
  package private(set) var tag = 0
  /// The name of the element that starts or ends, without its prefix.
  private(set) var name = 0..<0
  private(set) var text = 0..<0
  /// Whether the text stands as it is, `&` included.
  private(set) var isLiteral = false
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// The full names of the elements that are open.
  private var open: [Range<Int>] = []
  private var closesAtOnce = false
  private var hasRoot = false
  /// Whether anything but blanks was read.
  private var hasBegun = false

  private static let (deepest, mostAttributes) = (256, 1_000)

  /// Takes the text of a file.
  ///
  /// - Throws: `BuzzlineError` if it holds a control character.
  package init(text bytes: [UInt8], file: String) throws(BuzzlineError) {
    (self.bytes, part, self.file) = (bytes, nil, file)
    try checkCharacters()
  }

  /// Takes a part of a file that is packed.
  ///
  /// - Parameter part: The name of the part in the file.
  /// - Throws: `BuzzlineError` if the part is not UTF-8, or holds a control character.
  init(_ bytes: [UInt8], part: String, file: String) throws(BuzzlineError) {
    (self.bytes, self.part, self.file) = (bytes, part, file)
    let isUTF8 = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    guard isUTF8, !bytes.contains(0) else {
      throw BuzzlineError(.encoding, at: Place(file: file), "The part '\(part)' of the file is not UTF-8.")
    }
    try checkCharacters()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func checkCharacters() throws(BuzzlineError) {
    guard let found = bytes.firstIndex(where: { !Self.isAllowed($0) }) else { return }
    position = found
    throw broken("it holds the control character \(bytes[found]), which XML forbids")
  }

  var depth: Int { open.count }

  /// The next start or end of an element, or text within one; comments and instructions are passed over.
  ///
  /// - Throws: `BuzzlineError` if this is no XML, or has a document type.
  package mutating func next() throws(BuzzlineError) -> Event {
    if closesAtOnce {
      closesAtOnce = false
      open.removeLast()
      return .end
    }
    while position < bytes.count {
      guard bytes[position] == lessThan else {
        readText()
        if !open.isEmpty { return .text }
        guard bytes[text].allSatisfy({ $0 <= space }) else { throw broken("text stands outside all elements") }
        continue
      }
      let isFirst = !hasBegun
      hasBegun = true
      switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
      case UInt8(ascii: "/"):
        try readEnd()
        return .end
      case UInt8(ascii: "?"): try readInstruction(isFirst: isFirst)
      case UInt8(ascii: "!"): if try readDeclaration() { return .text }
      default:
        try readStart()
        return .start
      }
    }
    guard open.isEmpty, hasRoot else { throw broken("it ends before its elements do") }
    return .finished
  }

  private mutating func readText() {
    let start = position
    while position < bytes.count, bytes[position] != lessThan { position += 1 }
    (text, isLiteral) = (start..<position, false)
  }

  private mutating func readStart() throws(BuzzlineError) {
    guard !hasRoot || !open.isEmpty else { throw broken("a second element stands beside the first") }
    guard open.count < Self.deepest else { throw broken("its elements lie too deep in one another") }
    hasRoot = true
    tag = position
    position += 1
    let full = try readName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipBlanks()
      guard position < bytes.count else { throw broken("a tag is not closed") }
      if bytes[position] == greaterThan { break }
      if bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == greaterThan {
        closesAtOnce = true
        position += 1
        break
      }
      try readAttribute()
    }
    position += 1
    open.append(full)
    name = local(full)
  }

  private mutating func readAttribute() throws(BuzzlineError) {
    let name = try readName()
    guard attributes.count < Self.mostAttributes else { throw broken("an element has too many attributes") }
    guard !attributes.contains(where: { bytes[$0.name].elementsEqual(bytes[name]) }) else {
      throw broken("an element has the same attribute twice")
    }
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      throw broken("an attribute has no value")
    }
    position += 1
    skipBlanks()
    guard position < bytes.count, bytes[position] == quote || bytes[position] == apostrophe else {
      throw broken("the value of an attribute has no quotes")
    }
    let mark = bytes[position]
    let start = position + 1
    position = start
    while position < bytes.count, bytes[position] != mark, bytes[position] != lessThan { position += 1 }
    guard position < bytes.count, bytes[position] == mark else {
      throw broken("the value of an attribute is not closed")
    }
    attributes.append((name, start..<position))
    position += 1
  }

  private mutating func readEnd() throws(BuzzlineError) {
    tag = position
    position += 2
    let full = try readName()
    skipBlanks()
    guard position < bytes.count, bytes[position] == greaterThan, let last = open.last,
      bytes[last].elementsEqual(bytes[full])
    else { throw broken("a closing tag closes nothing") }
    position += 1
    open.removeLast()
    name = local(full)
  }

  private mutating func readInstruction(isFirst: Bool) throws(BuzzlineError) {
    let declares = stands("<?xml") && (position + 5 >= bytes.count || !Self.isName(bytes[position + 5]))
    guard isFirst || !declares else { throw broken("it is declared to be XML here, not at its beginning") }
    try skip(2, past: "?>", "an instruction is not closed")
  }

  /// Passes over a comment, or takes literal text.
  ///
  /// - Returns: Whether it was text.
  private mutating func readDeclaration() throws(BuzzlineError) -> Bool {
    if stands("<!--") {
      try skip(4, past: "--", "a comment is not closed")
      guard position < bytes.count, bytes[position] == greaterThan else { throw broken("a comment holds '--'") }
      position += 1
      return false
    }
    guard stands("<![CDATA[") else { throw declaration() }
    guard !open.isEmpty else { throw broken("literal text (CDATA) stands outside all elements") }
    let start = position + 9
    try skip(9, past: "]]>", "literal text (CDATA) is not closed")
    (text, isLiteral) = (start..<position - 3, true)
    return true
  }

  private mutating func readName() throws(BuzzlineError) -> Range<Int> {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    guard position > start else { throw broken("a tag has no name") }
    return start..<position
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= space { position += 1 }
  }

  /// Goes on past the end of what begins here with so many bytes.
  private mutating func skip(_ opening: Int, past end: StaticString, _ reason: String) throws(BuzzlineError) {
    let start = position
    position += opening
    while !stands(end) {
      guard position < bytes.count else {
        position = start
        throw broken(reason)
      }
      position += 1
    }
    position += end.utf8CodeUnitCount
  }

  private func stands(_ text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    return end <= bytes.count && text.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
  }

  func local(_ full: Range<Int>) -> Range<Int> {
    for position in full where bytes[position] == UInt8(ascii: ":") { return position + 1..<full.upperBound }
    return full
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: "?") || 45...58 ~= byte && byte != UInt8(ascii: "/")
  }

  private var place: Place { Place(of: min(position, bytes.count), in: bytes, file: file) }

  /// What is to be said of a declaration that is well-formed, but not read.
  private func declaration() -> BuzzlineError {
    let sentence = "declares a document type or entities, which are not read; take the declaration out."
    guard let part else { return BuzzlineError(.malformed, at: place, "The file \(sentence)") }
    let (line, column) = (place.line ?? 1, place.column ?? 1)
    return BuzzlineError(
      .malformed, at: Place(file: file),
      "In its line \(line), column \(column), the part '\(part)' of the file \(sentence)")
  }

  func broken(_ reason: String) -> BuzzlineError {
    guard let part else {
      return BuzzlineError(.malformed, at: place, "The file is not well-formed XML: \(reason).")
    }
    return BuzzlineError(
      .malformed, at: Place(file: file), "The part '\(part)' of the file is damaged at byte \(position): \(reason).")
  }
}

private let lessThan = UInt8(ascii: "<")
private let greaterThan = UInt8(ascii: ">")
private let apostrophe = UInt8(ascii: "'")
