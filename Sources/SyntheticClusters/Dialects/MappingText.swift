internal import ClusterSurveys
internal import DataFiles
internal import KnowledgeNetworks

/// What the mapping of one tool says that no other's does.
struct MappingNotes: Sendable {
  /// What the export is, as comments at the top.
  var about: [String]
  /// The code lists of the gates, a line each, with comments.
  var codes: [String]
  /// How the file is laid out, a line each.
  var source: [String] = []
  /// The code lists of the slots.
  var slotCodes: String
  /// The condition under which what is left empty is an answer, with a comment.
  var answeredWhen: String?
  /// What stands behind each of several choices in a cell.
  var listSeparator: String?
}

extension SurveyDialect {
  /// `mapping.yaml`, as somebody would write it for this export.
  func mappingFile(of questionnaire: Questionnaire) -> SyntheticFile {
    let text = mappingLines(of: questionnaire).map { $0 + "\n" }.joined()
    return SyntheticFile(name: "mapping.yaml", head: Array(text.utf8), blockCount: 0) { _ in [] }
  }

  private func mappingLines(of questionnaire: Questionnaire) -> [String] {
    sourceLines(of: questionnaire) + SurveyItem.allCases.flatMap { itemLines($0, questionnaire) }
  }

  /// The mapping down to the items of its first source.
  func sourceLines(of questionnaire: Questionnaire) -> [String] {
    var lines = mapping.about.map { "# " + $0 } + ["# The answers are made up.", ""]
    lines += ["# What the answers to the yes-no questions mean.", "codes:"] + mapping.codes.map { "  " + $0 }
    lines += ["", "sources:", "  - file: " + fileName.asYAML] + mapping.source.map { "    " + $0 }
    lines += respondentLines(of: questionnaire)
    lines += ["    # The rows describe the actors, so that there is no actor file.", "    attributes:"]
    let described: [(String, Questionnaire.Subject)] = [
      ("name", .name), ("kind", .kind), ("cluster", .cluster), ("region", .region), ("country", .country),
    ]
    for (heading, subject) in described { lines += partLines(heading, subject, questionnaire).map { "      " + $0 } }
    return lines + ["    items:"]
  }

  /// Who answered, and in which wave.
  func respondentLines(of questionnaire: Questionnaire) -> [String] {
    let wave = questionnaire.columns.contains { $0.subject == .wave } ? partLines("wave", .wave, questionnaire) : []
    return (partLines("respondent", .token, questionnaire) + wave).map { "    " + $0 }
  }

  private func itemLines(_ item: SurveyItem, _ questionnaire: Questionnaire) -> [String] {
    let direction =
      item == .shared
      ? "Knowledge goes from the respondent to the partner." : "Knowledge comes from the partner to the respondent."
    var lines = ["# " + direction, "- item: " + item.rawValue, "  columns: " + selector(of: .partner(item))]
    if item == .shared { lines.append("  # A slot names one partner; one that was left empty names nobody else.") }
    lines += ["  cell: codes", "  codes: " + mapping.slotCodes]
    if item == .shared { lines.append("  # Whoever says no here is not shown the slots, which then deny.") }
    lines.append("  gate: {columns: \(selector(of: .gate(item)))}")
    if let condition = mapping.answeredWhen { lines.append("  answered_when: " + condition) }
    lines.append("  partner: {from: code}")
    let subjects = questionnaire.columns.map(\.subject)
    for (key, subject) in [("topic", Questionnaire.Subject.topic(item)), ("channel", .channel(item))]
    where subjects.contains(subject) {
      lines += partLines(key, subject, questionnaire).map { "  " + $0 }
    }
    return lines.map { "      " + $0 }
  }

  /// A part of the answer: the column, and what its texts stand for where they are not the words of a study.
  func partLines(
    _ key: String, _ subject: Questionnaire.Subject, _ questionnaire: Questionnaire
  ) -> [String] {
    let selector = selector(of: subject)
    let texts = questionnaire.choices(of: subject).map { text(of: $0, in: subject) ?? "" }
    let pairs = Array(zip(texts, questionnaire.meanings(of: subject)))
    if let separator = mapping.listSeparator, !pairs.isEmpty,
      pairs.allSatisfy({ $0 == $1 + separator && !$1.contains(separator) })
    {
      return ["\(key): {column: \(selector), split: \(separator.asYAML)}"]
    }
    guard pairs.contains(where: { $0 != $1 }) else {
      return ["\(key): " + (selector.hasPrefix("{") ? "{column: \(selector)}" : selector)]
    }
    let map = pairs.map { "\($0.asYAML): \($1.asYAML)" }
    let line = "\(key): {column: \(selector), map: {\(map.joined(separator: ", "))}}"
    return line.count <= 100 ? [line] : ["\(key):", "  column: " + selector, "  map:"] + map.map { "    " + $0 }
  }
}

extension String {
  /// The text as a YAML scalar: bare where it is a plain word, else in quotes.
  var asYAML: String {
    let letters = utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D || 48...57 ~= $0
    }
    if letters, let first = utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A { return self }
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return "'" + replacing("'", with: "''") + "'"
    }
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control:
        quoted +=
          "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The text as a regular expression that matches it alone.
  var asPattern: String {
    var pattern = ""
    for letter in self {
      if "\\^$.|?*+()[]{}".contains(letter) { pattern += "\\" }
      pattern.append(letter)
    }
    return pattern
  }
}
