internal import DataFiles
internal import KnowledgeNetworks

/// A question of an export, as far as its headings and cells tell: one column, or several whose headings differ in their
/// numbers or choices only.
struct DraftQuestion {
  /// What the cells of a question look like.
  enum Form { case empty, flag, number, words, names }

  /// The columns, from 0.
  let columns: [Int]
  /// What a mapping says to find them.
  let selector: String
  /// The names that the selector captures.
  let captures: [String]
  /// The heading or the text of the question.
  let text: String
  let heading: String
  let form: Form
  /// Different texts of the cells, the first forty.
  let samples: [String]
  /// Whether its cells hold codes rather than words.
  var isCoded: Bool {
    form == .number || form == .flag || samples.allSatisfy { $0.wholeMatch(of: #/[A-Za-z]{1,3}[0-9]+/#) != nil }
  }
  /// The texts of the choices, where the headings state them.
  let choices: [String]
}

extension DraftQuestion {
  /// How headings of one question differ: a pattern with the question first, then what tells its columns apart.
  private struct Rule: Sendable {
    let pattern: String
    /// What a mapping writes behind the escaped question.
    let ending: String
    let captures: [String]
  }

  /// A table of rows and choices, and lists of choices.
  private static let tables = [
    Rule(
      pattern: #"(.+)\[([^\[\]]+)_([^\[\]_]+)\]"#, ending: #"\[(?<row>[^\[\]]+)_(?<choice>[^\[\]_]+)\]"#,
      captures: ["row", "choice"]),
    Rule(
      pattern: #"(.+)\[([^\[\]]+)\]\[([^\[\]]+)\]"#, ending: #"\[(?<row>[^\[\]]+)\]\[(?<choice>[^\[\]]+)\]"#,
      captures: ["row", "choice"]),
  ]
  private static let lists = [
    Rule(pattern: #"(.+)\[([^\[\]]+)\]"#, ending: #"\[(?<row>[^\[\]]+)\]"#, captures: ["row"]),
    Rule(pattern: #"(.+)___(.+)"#, ending: "___(?<row>.+)", captures: ["row"]),
    Rule(pattern: #"(.+)/([^/]+)"#, ending: "/(?<row>[^/]+)", captures: ["row"]),
    Rule(pattern: #"(.+) - (.+)"#, ending: " - (?<row>.+)", captures: ["row"]),
  ]

  /// Columns whose headings differ in one place only.
  private struct Family {
    let stem: String
    let pattern: String
    let captures: [String]
    var columns: [Int] = []
  }

  /// The questions of an export in the order of their columns.
  static func all(of table: ExportTable, dialect: ExportDialect?, leavingOut used: Set<Int>) -> [DraftQuestion] {
    let free = table.headings.indices.filter { !used.contains($0) && !table.headings[$0].isEmpty }
    var families: [String: Family] = [:]
    let candidates = Dictionary(uniqueKeysWithValues: free.map { ($0, Self.families(of: table.headings[$0])) })
    for column in free {
      for family in candidates[column] ?? [] { families[family.pattern, default: family].columns.append(column) }
    }
    var isDone = used
    var verdicts: [String: Bool] = [:]
    var questions: [DraftQuestion] = []
    for column in free where !isDone.contains(column) {
      let family = (candidates[column] ?? []).lazy.compactMap { families[$0.pattern] }.first { family in
        guard isDone.isDisjoint(with: family.columns) else { return false }
        // Asked once for all columns of a family, which may be all of a wide export.
        let isOne = verdicts[family.pattern] ?? isQuestion(family, in: table)
        verdicts[family.pattern] = isOne
        return isOne
      }
      let columns = family?.columns ?? [column]
      isDone.formUnion(columns)
      let selector = family.map { "{match: \(yaml($0.pattern))}" } ?? column.selector(in: table)
      questions.append(
        DraftQuestion(
          columns, selector, family?.captures ?? [], table, dialect,
          stem: family?.stem.trimmed ?? table.headings[column]))
    }
    return questions
  }

  /// Whether columns with like headings ask one question: their labels say so, or without labels the heading is more
  /// than the number of a question.
  private static func isQuestion(_ family: Family, in table: ExportTable) -> Bool {
    let headings = family.columns.map { table.headings[$0] }
    guard headings.count > 1, Set(headings).count == headings.count else { return false }
    let stems = Set(family.columns.map { labelStem(table.labels[$0]) })
    if stems != [""] { return stems.count == 1 }
    return family.captures != ["slot"] || headings[0].wholeMatch(of: #/[A-Za-z]+_?[0-9]+/#) == nil
  }

  /// The text of a question without the choice behind it.
  private static func labelStem(_ label: String) -> String {
    if label.hasSuffix("]"), let open = label.lastIndex(of: "[") { return String(label[..<open]) }
    let pieces = label.components(separatedBy: "-")
    return pieces.count > 1 ? pieces.dropLast().joined(separator: "-").trimmed : label.filter { !$0.isNumber }
  }

  /// The families a heading may belong to, the likeliest first: tables, then numbered columns by the last of their
  /// numbers, then lists of choices.
  private static func families(of heading: String) -> [Family] {
    // No heading is longer; what is has too many numbers to try.
    guard heading.utf8.count <= 4_000 else { return [] }
    return families(of: heading, by: tables) + numbered(heading) + families(of: heading, by: lists)
  }

  private static func families(of heading: String, by rules: [Rule]) -> [Family] {
    rules.compactMap { rule in
      guard let match = try? Regex(rule.pattern).wholeMatch(in: heading), let stem = match.output[1].substring else {
        return nil
      }
      return Family(stem: String(stem), pattern: escaped(String(stem)) + rule.ending, captures: rule.captures)
    }
  }

  private static func numbered(_ heading: String) -> [Family] {
    heading.matches(of: #/[0-9]+/#).reversed().prefix(8).map { number in
      let (start, end) = (heading[..<number.range.lowerBound], heading[number.range.upperBound...])
      return Family(
        stem: String(start) + String(end),
        pattern: escaped(String(start)) + #"(?<slot>\d+)"# + escaped(String(end)),
        captures: ["slot"])
    }
  }

  private static func escaped(_ text: String) -> String {
    text.map { #"\.[](){}*+?^$|"#.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private init(
    _ columns: [Int], _ selector: String, _ captures: [String], _ table: ExportTable, _ dialect: ExportDialect?,
    stem: String
  ) {
    (self.columns, self.selector, self.captures, heading) = (columns, selector, captures, stem)
    let label = table.labels[columns[0]]
    text = label.isEmpty ? stem : label
    choices = columns.map { column in
      let label = table.labels[column].isEmpty ? table.headings[column] : table.labels[column]
      return Self.choice(of: label)
    }
    let codes = dialect?.codes ?? DraftCodes()
    // What is missing tells nothing of what is asked.
    let unstated = Set(codes.missing + codes.notShown + [""])
    var stated: Set<String> = []
    for row in table.rows.prefix(2_000) {
      for column in columns where stated.count < 40 {
        let text = table.sheet.text(row, column)
        if !unstated.contains(text) { stated.insert(text) }
      }
    }
    samples = stated.sorted()
    form = Self.form(of: stated, codes, choices: Set(choices))
  }

  /// What a text says of the choice: what stands in brackets, or behind the last hyphen.
  private static func choice(of label: String) -> String {
    if label.hasSuffix("]"), let open = label.lastIndex(of: "[") {
      return String(label[open...].dropFirst().dropLast())
    }
    return label.components(separatedBy: " - ").last?.trimmed ?? label
  }

  private static func form(of stated: Set<String>, _ codes: DraftCodes, choices: Set<String>) -> Form {
    if stated.isEmpty { return .empty }
    let known = Set((codes.tie + codes.noTie).map { $0.lowercased() })
    if stated.allSatisfy({ known.contains($0.lowercased()) || choices.contains($0) && stated.count <= choices.count }) {
      return .flag
    }
    if stated.allSatisfy({ Double($0.replacing(",", with: ".")) != nil }) { return .number }
    return stated.count <= 12 ? .words : .names
  }
}

extension Int {
  /// What a mapping says to find a column: its heading, or its position where that repeats or is empty.
  func selector(in table: ExportTable) -> String {
    let heading = table.headings[self]
    let isAlone = !heading.isEmpty && table.headings.count { $0 == heading } == 1
    return isAlone ? yaml(heading) : "{position: \(self + 1)}"
  }
}

extension Int {
  /// What a mapping says to read a part of an answer from a column.
  func part(in table: ExportTable) -> String {
    let selector = selector(in: table)
    return selector.hasPrefix("{") ? "{column: \(selector)}" : selector
  }
}

/// A text as YAML reads it back.
func yaml(_ text: String) -> String {
  if text.unicodeScalars.contains(where: \.endsOrHidesLine) {
    return "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where scalar.endsOrHidesLine:
          "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
            + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }.joined() + "\""
  }
  return "'" + text.replacing("'", with: "''") + "'"
}
