internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

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
    /// Whether all cells must be ticked or not, since the headings alone tell too little.
    var needsTicks = false
    var columns: [Int] = []
  }

  /// The questions of an export in the order of their columns.
  static func all(of table: ExportTable, dialect: ExportDialect?, leavingOut used: Set<Int>, isLong: Bool = false)
    -> [DraftQuestion]
  {
    let free = table.headings.indices.filter { !used.contains($0) && !table.headings[$0].isEmpty }
    var families: [String: Family] = [:]
    let candidates = Dictionary(
      uniqueKeysWithValues: free.map { ($0, Self.families(of: table.headings[$0], dialect, isLong: isLong)) })
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
      guard let family else {
        isDone.insert(column)
        let selector = column.selector(in: table)
        questions.append(DraftQuestion([column], selector, [], table, dialect, stem: table.headings[column]))
        continue
      }
      let question = Self.question(of: family, table, dialect)
      isDone.formUnion(question.columns + family.columns.filter { denies($0, in: table) })
      questions.append(question)
    }
    return questions
  }

  /// The question that a family asks, without its "none of these" and its "other".
  private static func question(of family: Family, _ table: ExportTable, _ dialect: ExportDialect?) -> DraftQuestion {
    let none = family.columns.filter { denies($0, in: table) }
    let asked = family.columns.filter { !none.contains($0) && !isOther($0, in: table) }
    guard !asked.isEmpty, asked.count < family.columns.count else {
      return DraftQuestion(
        family.columns, "{match: \(yaml(family.pattern))}", family.captures, table, dialect, stem: family.stem.trimmed)
    }
    func list(_ columns: [Int]) -> String { "[" + columns.map { $0.selector(in: table) }.joined(separator: ", ") + "]" }
    return DraftQuestion(
      asked, list(asked), [], table, dialect, stem: family.stem.trimmed, exclusive: none.isEmpty ? nil : list(none))
  }

  /// Whether a column is the choice "none of these".
  private static func denies(_ column: Int, in table: ExportTable) -> Bool {
    choice(at: column, in: table).lowercased().wholeMatch(of: #/(none|keine|kein|niemand|nobody|nothing)\b.*/#) != nil
  }

  private static func isOther(_ column: Int, in table: ExportTable) -> Bool {
    choice(at: column, in: table).lowercased().wholeMatch(of: #/(other|sonstige|andere|text\b).*/#) != nil
  }

  private static func choice(at column: Int, in table: ExportTable) -> String {
    choice(of: table.labels[column].isEmpty ? table.headings[column] : table.labels[column])
  }

  /// Whether columns with like headings ask one question: their labels say so, or without labels the heading is more
  /// than the number of a question.
  private static func isQuestion(_ family: Family, in table: ExportTable) -> Bool {
    let headings = family.columns.map { table.headings[$0] }
    guard headings.count > 1, Set(headings).count == headings.count else { return false }
    if family.needsTicks {
      return family.columns.allSatisfy {
        Set(table.texts(of: $0).map { $0.lowercased() }).isSubset(of: ["true", "false", "1", "0"])
      }
    }
    let stems = Set(family.columns.map { labelStem(table.labels[$0]) })
    if stems != [""] { return stems.count == 1 || areChoices(family.columns.map { table.labels[$0] }) }
    return family.captures != ["slot"] || headings[0].wholeMatch(of: #/[A-Za-z]+_?[0-9]+/#) == nil
  }

  /// Whether labels are one question with a choice behind a colon.
  private static func areChoices(_ labels: [String]) -> Bool {
    let questions = labels.map { label in label.ranges(of: ": ").last.map { label[..<$0.lowerBound] } }
    return questions.allSatisfy { $0 != nil } && Set(questions).count == 1 && Set(labels).count == labels.count
  }

  /// The text of a question without the choice behind it.
  private static func labelStem(_ label: String) -> String {
    if label.hasSuffix("]"), let open = label.lastIndex(of: "[") { return String(label[..<open]) }
    let pieces = label.components(separatedBy: "-")
    return pieces.count > 1 ? pieces.dropLast().joined(separator: "-").trimmed : label.filter { !$0.isNumber }
  }

  /// The families a heading may belong to, the likeliest first: tables, then numbered columns by the last of their
  /// numbers, then lists of choices.
  private static func families(of heading: String, _ dialect: ExportDialect?, isLong: Bool) -> [Family] {
    // No heading is longer; what is has too many numbers to try.
    guard heading.utf8.count <= 4_000 else { return [] }
    var choices = families(of: heading, by: lists)
    // Of a row a partner, what is alike may be the group that all questions about it are in.
    for place in choices.indices where isLong { choices[place].needsTicks = true }
    let told = families(of: heading, by: tables) + numbered(heading) + choices
    guard let joint = dialect?.choiceJoint, let place = heading.range(of: joint, options: .backwards) else {
      return told
    }
    let stem = String(heading[..<place.lowerBound])
    return told + [
      Family(stem: stem, pattern: escaped(stem + joint) + "(?<row>.+)", captures: ["row"], needsTicks: true)
    ]
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
}
