internal import KnowledgeNetworks

/// Which columns of an export are meant, and what their headings say about each.
struct ColumnSelector {
  private enum Rule {
    case heading(String)
    case positions([ClosedRange<Int>])
    /// A pattern for the whole heading, or the whole text of the question.
    case pattern(HeadingPattern, ofLabel: Bool)
    /// Patterns for Qualtrics' numbers.
    case importNumber(HeadingPattern, choice: HeadingPattern?)
  }

  private let rules: [(rule: Rule, node: MappingNode)]
  /// Where the mapping says it.
  let node: MappingNode

  static let keys = ["heading", "position", "match", "match_label", "import", "choice"]

  /// Reads a heading, a list of such, or one of `{heading}`, `{position}`, `{match}`, `{match_label}`, `{import, choice}`.
  init(_ node: MappingNode) throws(BuzzlineError) {
    self.node = node
    var rules: [(Rule, MappingNode)] = []
    for part in node.parts {
      if part.isText {
        rules.append((.heading(try part.text()), part))
      } else {
        rules.append((try Self.rule(try part.keys(Self.keys)), part))
      }
    }
    self.rules = rules
  }

  private static func rule(_ keys: MappingKeys) throws(BuzzlineError) -> Rule {
    let ways = keys.present(["heading", "position", "match", "match_label", "import"])
    guard ways.count == 1, ways == ["import"] || keys["choice"] == nil else {
      throw keys.node.refused(
        "Columns are selected by one of heading, position, match, match_label or import (with choice).")
    }
    switch ways[0] {
    case "heading": return .heading(try keys.required("heading").text())
    case "position": return .positions(try positions(try keys.required("position")))
    case "match": return .pattern(try HeadingPattern(try keys.required("match")), ofLabel: false)
    case "match_label": return .pattern(try HeadingPattern(try keys.required("match_label")), ofLabel: true)
    default:
      return .importNumber(
        try HeadingPattern(try keys.required("import")),
        choice: keys["choice"] == nil ? nil : try HeadingPattern(try keys.required("choice")))
    }
  }

  /// Positions from 1: `5`, `3-10`, or a list of such.
  private static func positions(_ node: MappingNode) throws(BuzzlineError) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for text in try node.texts() {
      let ends = text.split(separator: "-", maxSplits: 1).map { Int($0.trimmingBlanks) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, 1 <= first, first <= last, last <= 1_000_000
      else { throw node.refused("'\(text.excerpt)' is no position of a column, such as 5 or 3-10, counted from 1.") }
      ranges.append(first...last)
    }
    return ranges
  }

  /// The columns of an export, each once, in its order.
  ///
  /// - Throws: `BuzzlineError` if a rule finds nothing, or a heading stands above more than one column.
  func columns(of table: ExportTable) throws(BuzzlineError) -> [SelectedColumn] {
    var found: [Int: [String: String]] = [:]
    for (rule, node) in rules {
      let matches = try columns(rule, node, table)
      for (column, captures) in matches where found.updateValue(captures, forKey: column) != nil {
        throw node.refused("The column \(table.name(of: column)) is meant a second time here.")
      }
    }
    table.note(found.keys)
    return found.sorted { $0.key < $1.key }.enumerated().map { index, found in
      var captures = found.value
      captures["heading"] = table.headings[found.key]
      captures["label"] = table.labels[found.key]
      captures["position"] = String(found.key + 1)
      captures["index"] = String(index + 1)
      return SelectedColumn(column: found.key, captures: captures)
    }
  }

  /// The one column that is meant.
  func column(of table: ExportTable) throws(BuzzlineError) -> Int {
    let columns = try columns(of: table)
    guard columns.count == 1 else { throw node.refused("One column is meant here, but \(columns.count) are found.") }
    return columns[0].column
  }

  private func columns(
    _ rule: Rule, _ node: MappingNode, _ table: ExportTable
  ) throws(BuzzlineError) -> [(Int, [String: String])] {
    let all = table.headings.indices
    switch rule {
    case .heading(let heading):
      let found = all.filter { table.headings[$0] == heading }
      guard found.count <= 1 else {
        throw node.refused(
          "'\(heading.excerpt)' stands above the columns \(found.map { String($0 + 1) }.joined(separator: ", ")); tell which by "
            + "{position: \(found[0] + 1)}.")
      }
      guard let column = found.first else { throw unfound(heading, node, table.headings) }
      return [(column, [:])]
    case .positions(let ranges):
      guard let last = ranges.map(\.upperBound).max(), last <= all.count else {
        throw node.refused("The export has \(all.count) columns, none at that position.")
      }
      // One more than there are suffices to find one that is meant twice.
      let columns = ranges.lazy.flatMap { $0.lowerBound - 1..<$0.upperBound }.prefix(all.count + 1)
      return columns.map { ($0, [:]) }
    case .pattern(let pattern, let ofLabel):
      let texts = ofLabel ? table.labels : table.headings
      let captures = try pattern.captures(in: texts)
      let found = all.compactMap { column in captures[column].map { (column, $0) } }
      guard !found.isEmpty else { throw unfound(pattern.text, node, texts) }
      return found
    case .importNumber(let id, let choice):
      let captures = try id.captures(in: table.imports.map(\.id))
      let choices = try choice?.captures(in: table.imports.map { $0.choice ?? "" })
      let found = all.compactMap { column -> (Int, [String: String])? in
        guard let first = captures[column] else { return nil }
        guard let choices else { return (column, first) }
        return choices[column].map { (column, first.merging($0) { own, _ in own }) }
      }
      guard !found.isEmpty else { throw unfound(id.text, node, table.imports.map(\.id)) }
      return found
    }
  }

  private func unfound(_ word: String, _ node: MappingNode, _ texts: [String]) -> BuzzlineError {
    let nearest = nearestNames(to: word, in: Array(Set(texts.filter { !$0.isEmpty }))).map { "'\($0.excerpt)'" }
    let some = texts.lazy.filter { !$0.isEmpty }.prefix(6).map { "'\($0.excerpt)'" }
    return node.refused(
      "No column fits '\(word.excerpt)'; "
        + (nearest.isEmpty
          ? "the first are \(some.joined(separator: ", "))." : "near are \(nearest.joined(separator: ", "))."))
  }
}

/// A column that was meant, and what its heading says.
struct SelectedColumn {
  let column: Int
  /// By the names of the groups; also its `heading`, `label`, `position` and `index` among the columns that were meant.
  let captures: [String: String]
}

extension Substring {
  fileprivate var trimmingBlanks: Substring { drop { $0 == " " }.split(separator: " ").first ?? self }
}
