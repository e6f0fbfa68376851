internal import DataFiles
internal import KnowledgeNetworks

/// Where one part of an answer is read from: a partner, a topic, a channel, a weight, a wave, an attribute.
struct AnswerPart {
  enum Origin {
    /// A group of the pattern that found the column, or its `heading`, `label`, `position` or `index`.
    case capture(String)
    /// The cell itself.
    case cell
    /// One of the codes or names that the cell lists.
    case code
    case constant(String)
    /// Another column of the same row; of several the one whose captures agree with those of the cell's column.
    case column(ColumnSelector)
  }

  let origin: Origin
  let node: MappingNode
  /// What the texts stand for; a text that it does not have is an error.
  private(set) var map: [String: String]?
  private var cut: TextCut
  /// What parts several texts in one.
  private var separator: String?

  static let keys = ["from", "column", "const", "map", "after_last", "between", "split", "level"]

  /// A part that says the same everywhere.
  init(constant text: String, _ node: MappingNode) {
    (self.node, origin, cut) = (node, .constant(text), TextCut())
  }

  /// Reads a heading, or one of `{from}`, `{column}`, `{const}` with what is done to the text.
  init(_ node: MappingNode, more: [String] = []) throws(BuzzlineError) {
    self.node = node
    guard !node.isText else {
      (origin, cut) = (.column(try ColumnSelector(node)), TextCut())
      return
    }
    let keys = try node.keys(Self.keys + more)
    let ways = keys.present(["from", "column", "const"])
    guard ways.count == 1 else {
      throw node.refused("This is read from one of: from (a capture, cell or code), column, or const.")
    }
    switch ways[0] {
    case "const": origin = .constant(try keys.required("const").text())
    case "column": origin = .column(try ColumnSelector(try keys.required("column")))
    default:
      let word = try keys.required("from").text()
      origin = word == "cell" ? .cell : word == "code" ? .code : .capture(word)
    }
    map = try keys["map"]?.dictionary()
    separator = try keys["split"]?.text()
    cut = try TextCut(keys)
  }

  /// The texts that this part has for one cell; none where the cell states nothing.
  ///
  /// - Throws: `BuzzlineError` at the cell if ``map`` does not have a text.
  func texts(of text: String, at place: @autoclosure () -> Place) throws(BuzzlineError) -> [String] {
    let whole = cut.apply(to: text)
    guard !whole.isEmpty else { return [] }
    let parts = separator.map { whole.components(separatedBy: $0) } ?? [whole]
    var texts: [String] = []
    for part in parts.map({ cut.lift($0.trimmed) }) where !part.isEmpty {
      guard let map else {
        texts.append(part)
        continue
      }
      guard let meant = map[part] else {
        throw BuzzlineError(
          .invalidValue, at: place(),
          "'\(part.excerpt)' is none of the texts that line \(node.place.line ?? 0) of the mapping knows."
            + suggestion(for: part, in: Array(map.keys)))
      }
      texts.append(meant)
    }
    return texts
  }
}

/// Which piece of a text is meant.
private struct TextCut {
  private var afterLast: String?
  private var between: (String, String)?
  /// How many of the units that a text names, the largest first, are kept: `University – Department – Laboratory`.
  private var level: (separator: String, count: Int)?

  init() {}

  init(_ keys: MappingKeys) throws(BuzzlineError) {
    afterLast = try keys["after_last"]?.text()
    if let node = keys["between"] {
      let ends = try node.texts()
      guard ends.count == 2 else { throw node.refused("'between' takes two texts.") }
      between = (ends[0], ends[1])
    }
    if let node = keys["level"] {
      let keys = try node.keys(["separator", "keep"])
      level = (try keys.required("separator").text(), try keys.required("keep").number(in: 1...20))
    }
  }

  func apply(to text: String) -> String {
    var text = text
    if let (open, close) = between {
      let pieces = text.components(separatedBy: open)
      let inner = pieces.count > 1 ? pieces.dropFirst().joined(separator: open) : text
      let ends = inner.components(separatedBy: close)
      text = ends.count > 1 ? ends.dropLast().joined(separator: close) : inner
    }
    if let afterLast { text = text.components(separatedBy: afterLast).last ?? text }
    return text.trimmed
  }

  /// The unit of a hierarchy at the level that is kept.
  func lift(_ unit: String) -> String {
    guard let level else { return unit }
    return unit.components(separatedBy: level.separator).prefix(level.count).map(\.trimmed)
      .joined(separator: level.separator)
  }
}

extension String {
  /// The pieces of a text between occurrences of another.
  func components(separatedBy separator: String) -> [String] {
    separator.isEmpty ? [self] : split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
