internal import DataFiles
internal import KnowledgeNetworks

/// A question of an export, as far as its headings and cells tell: one column, or several whose headings differ in their
/// numbers or choices only.
struct DraftQuestion {
  /// What the cells of a question look like.
  enum Form { case empty, flag, number, words, names }

  /// The columns, from 0.
  private(set) var columns: [Int]
  /// What a mapping says to find them.
  private(set) var selector: String
  /// The names that the selector captures.
  let captures: [String]
  /// The heading or the text of the question.
  let text: String
  let heading: String
  let form: Form
  /// Different texts of the cells, the first forty.
  let samples: [String]
  /// What the file itself says that codes mean.
  private(set) var meanings: [String: String] = [:]
  /// Whether its cells hold codes rather than words.
  var isCoded: Bool {
    !meanings.isEmpty || form == .number || form == .flag
      || units.allSatisfy { $0.wholeMatch(of: #/[A-Za-z]{1,3}[0-9]+/#) != nil }
  }
  /// What parts the choices of cells that list several; `nil` where they hold one.
  let listSeparator: String?
  /// Whether words with blanks between them may be several choices, which other cells do not show.
  let mayListWords: Bool
  /// The different choices of the cells, where these list several.
  var units: [String] {
    guard let separator = listSeparator else { return samples }
    return Set(samples.flatMap { $0.components(separatedBy: separator) }).subtracting([""]).sorted()
  }
  /// The texts of the choices, where the headings state them.
  private(set) var choices: [String]
  /// Whether a tick repeats the text of its choice.
  var repeatsChoice: Bool { samples.contains { choices.contains($0) } }
  /// What a mapping says to find the columns "none of these" that belong to it.
  private(set) var exclusive: String?
  /// What tells the columns apart: of numbered ones the number, as it stands in the heading.
  func keys(in table: ExportTable) -> [String] {
    columns.map { column in
      let heading = table.headings[column]
      guard captures == ["slot"] else { return heading }
      let numbers = heading.matches(of: #/[0-9]+/#).map(\.range)
      let number = numbers.last { range in
        (String(heading[..<range.lowerBound]) + String(heading[range.upperBound...])).trimmed == self.heading
      }
      return number.map { String(heading[$0]) } ?? heading
    }
  }
  /// Whether each column is a choice, such as a partner, and its cells hold words for how much.
  var isRoster: Bool {
    columns.count > 1 && form == .words && (captures != ["slot"] || text != heading)
      && choices.allSatisfy { Int($0) == nil }
  }
}

extension DraftQuestion {
  init(
    _ columns: [Int], _ selector: String, _ captures: [String], _ table: ExportTable, _ dialect: ExportDialect?,
    stem: String, exclusive: String? = nil
  ) {
    self.exclusive = exclusive
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
    var (stated, codesSeen): (Set<String>, Set<String>) = ([], [])
    for row in table.rows.prefix(2_000) {
      for column in columns where stated.count < 40 {
        let code = table.sheet.text(row, column)
        guard !unstated.contains(code), table.sheet.codebooks[column]?.missing.contains(code) != true else { continue }
        codesSeen.insert(code)
        meanings[code] = table.sheet.codebooks[column]?.labels[code]
        stated.insert(meanings[code] ?? code)
      }
    }
    samples = codesSeen.sorted()
    listSeparator = Self.separator(of: codesSeen, dialect)
    mayListWords = listSeparator == nil && Self.looksLikeWords(codesSeen, dialect)
    if listSeparator == " " { stated = Set(codesSeen.flatMap(Self.words)) }
    form = Self.form(of: stated, codes, isMeant: !meanings.isEmpty, choices: Set(choices))
  }

  /// The columns of both as one question.
  func joined(with other: DraftQuestion, in table: ExportTable) -> DraftQuestion {
    var joined = self
    joined.columns += other.columns
    joined.choices += other.choices
    joined.selector = "[" + joined.columns.map { $0.selector(in: table) }.joined(separator: ", ") + "]"
    return joined
  }

  /// What a text says of the choice: what stands in brackets, or behind what joins it with its question.
  static func choice(of label: String) -> String {
    if label.hasSuffix("]"), let open = label.lastIndex(of: "[") {
      return String(label[open...].dropFirst().dropLast())
    }
    return label.components(separatedBy: joint(of: label)).last?.trimmed ?? label
  }

  /// What joins a question with a choice behind it: a hyphen, unless a colon follows the question mark or stands alone.
  static func joint(of label: String) -> String {
    label.contains("?: ") || !label.contains(" - ") && label.contains(": ") ? ": " : " - "
  }

  /// - Parameter isMeant: Whether there are words for codes, which are those of the questionnaire, not of the tool.
  private static func form(
    of stated: Set<String>, _ codes: DraftCodes, isMeant: Bool, choices: Set<String>
  ) -> Form {
    if stated.isEmpty { return .empty }
    let words = isMeant ? DraftCodes.ticked + DraftCodes.unticked : []
    let known = Set((codes.tie + codes.noTie + words).map { $0.lowercased() })
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
