internal import DataFiles
internal import KnowledgeNetworks
internal import Yams

/// A part of a mapping file with its place: the one way mappings are taken apart.
///
/// Scalars are text whatever they look like, so that `no` stays a word and `07743` keeps its zero.
struct MappingNode {
  private let node: Node
  private let file: String

  /// Where it begins.
  var place: Place { Place(file: file, line: node.mark?.line, column: node.mark?.column) }

  private init(_ node: Node, in file: String) { (self.node, self.file) = (node, file) }

  /// Reads a whole file.
  ///
  /// - Throws: `BuzzlineError` with line and column if it is no YAML, repeats a key or nests deeper than any mapping.
  init(yaml: String, file: String) throws(BuzzlineError) {
    try Self.checkDepth(of: yaml, file)
    try Self.checkAliases(of: yaml, file)
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw BuzzlineError(.empty, at: Place(file: file), "The mapping is empty.")
      }
      self.init(node, in: file)
    } catch let error as BuzzlineError {
      throw error
    } catch {
      throw Self.refusal(error, file)
    }
  }

  /// Deeper files would exhaust the stack; quotes are not looked at, so the bound is far above what mappings need.
  private static func checkDepth(of yaml: String, _ file: String) throws(BuzzlineError) {
    var (depth, line) = (0, 1)
    for row in yaml.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let indentation = row.prefix { " -?:".utf8.contains($0) }.count
      var deepest = indentation
      for byte in row {
        if "[{".utf8.contains(byte) { depth += 1 } else if "]}".utf8.contains(byte) { depth = max(0, depth - 1) }
        deepest = max(deepest, depth)
      }
      guard deepest <= 200 else {
        throw BuzzlineError(.malformed, at: Place(file: file, line: line), "This nests deeper than a mapping does.")
      }
      line += 1
    }
  }

  /// How many bytes a mapping may have, be they written or repeated by aliases.
  static let largest = 4 << 20

  /// Aliases of parts that hold aliases would grow without bound.
  ///
  /// Each anchor multiplies the size by its uses at most. Quotes are not looked at, so that this counts too many, never
  /// too few.
  private static func checkAliases(of yaml: String, _ file: String) throws(BuzzlineError) {
    func names(behind mark: String) -> [String] {
      yaml.utf8.split(separator: mark.utf8.first ?? 0, omittingEmptySubsequences: false).dropFirst().map { rest in
        String(decoding: rest.prefix { byte in isLetter(byte) }, as: UTF8.self)
      }
    }
    let uses = Dictionary(grouping: names(behind: "*")) { $0 }.mapValues(\.count)
    var size = Double(yaml.utf8.count)
    for anchor in Set(names(behind: "&")) where !anchor.isEmpty { size *= Double(1 + (uses[anchor] ?? 0)) }
    guard size <= Double(largest) else {
      throw BuzzlineError(
        .malformed, at: Place(file: file), "The aliases of this mapping repeat more than a mapping holds.")
    }
  }

  /// Whether a byte may stand in the name of an anchor.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func refusal(_ error: any Error, _ file: String) -> BuzzlineError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      BuzzlineError(
        .malformed, at: Place(file: file, line: mark.line, column: mark.column),
        "This is no YAML: \(problem.inOneLine).")
    case .duplicatedKeysInMapping(let keys, let context):
      BuzzlineError(
        .malformed, at: Place(file: file, line: context.mark.line, column: context.mark.column),
        "The keys of what begins here repeat: \(keys.quotedList.inOneLine).")
    default: BuzzlineError(.malformed, at: Place(file: file), "This is no YAML.")
    }
  }

  func refused(_ message: String) -> BuzzlineError { BuzzlineError(.invalidMapping, at: place, message.inOneLine) }

  var isText: Bool { node.scalar != nil }

  func text() throws(BuzzlineError) -> String {
    guard let text = node.scalar?.string else { throw refused("A word or text is expected here.") }
    return text
  }

  /// One text, or a list of texts.
  func texts() throws(BuzzlineError) -> [String] {
    var texts: [String] = []
    for part in parts { texts.append(try part.text()) }
    return texts
  }

  /// The parts of a list; what is no list is its only part.
  var parts: [MappingNode] { node.sequence.map { $0.map { MappingNode($0, in: file) } } ?? [self] }

  /// Keys and values in their order.
  func pairs() throws(BuzzlineError) -> [(key: MappingNode, value: MappingNode)] {
    guard let mapping = node.mapping else { throw refused("Keys with values are expected here.") }
    return mapping.map { (MappingNode($0.key, in: file), MappingNode($0.value, in: file)) }
  }

  /// Texts by text, as `map:` has them.
  func dictionary() throws(BuzzlineError) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in try pairs() { texts[try key.text()] = try value.text() }
    return texts
  }

  /// The values of known keys.
  ///
  /// - Throws: `BuzzlineError` at a key that is not known.
  func keys(_ known: [String]) throws(BuzzlineError) -> MappingKeys {
    var values: [String: MappingNode] = [:]
    for (key, value) in try pairs() {
      let name = try key.text()
      guard known.contains(name) else {
        throw key.refused(
          "'\(name.excerpt)' is no key here; known are \(known.joined(separator: ", "))."
            + suggestion(for: name, in: known))
      }
      values[name] = value
    }
    return MappingKeys(node: self, values: values)
  }

  func word<Word: RawRepresentable<String> & CaseIterable>() throws(BuzzlineError) -> Word {
    let text = try text()
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw refused(
      "'\(text.excerpt)' is none of \(words.joined(separator: ", "))." + suggestion(for: text, in: words))
  }

  func number(in range: ClosedRange<Int>) throws(BuzzlineError) -> Int {
    let text = try text()
    guard let number = Int(text), range.contains(number) else {
      throw refused(
        "A whole number from \(range.lowerBound) to \(range.upperBound) is expected here, not '\(text.excerpt)'.")
    }
    return number
  }
}

/// The keys of one part of a mapping file.
struct MappingKeys {
  let node: MappingNode
  fileprivate let values: [String: MappingNode]

  subscript(key: String) -> MappingNode? { values[key] }

  /// Which of some keys are there.
  func present(_ keys: [String]) -> [String] { keys.filter { values[$0] != nil } }

  func required(_ key: String) throws(BuzzlineError) -> MappingNode {
    guard let value = values[key] else { throw node.refused("The key '\(key)' is missing here.") }
    return value
  }
}

extension String {
  /// The text with blanks in the place of line breaks and control characters, which would end a line or hide what
  /// follows.
  var inOneLine: String {
    guard unicodeScalars.contains(where: \.endsOrHidesLine) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.endsOrHidesLine ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether this is a line break, a control character or one that YAML does not allow.
  var endsOrHidesLine: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: false
    default: true
    }
  }
}
