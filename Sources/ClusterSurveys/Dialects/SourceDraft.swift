internal import DataFiles
internal import KnowledgeNetworks

/// The draft of one source.
struct SourceDraft {
  private(set) var lines: [String] = []
  private(set) var recognised = ""

  init(_ sheet: Sheet, named file: String) throws(BuzzlineError) {
    lines.append("file: \(yaml(file))")
    if let name = sheet.name { lines.append("sheet: \(yaml(name))") }
    if SquareMatrix.isOne(sheet) {
      recognised = "a square matrix of \(sheet.rowCount - 1) actors"
      lines.append("# Rows and columns name the same actors. Say 'receive' if a row says from whom its actor receives.")
      lines.append("matrix: {rows: give}")
      return
    }
    let dialect = ExportDialect.recognised(in: sheet)
    let table = try Self.table(of: sheet, dialect)
    if dialect == nil, draftTies(table) || draftMemberships(table) { return }
    recognised =
      dialect.map { "an export of \($0.name)" }
      ?? "a table of \(sheet.width) \(sheet.width == 1 ? "column" : "columns"), of no tool that is known"
    for advice in dialect?.advice ?? [] { lines.append("# \(advice)") }
    draftHeadings(dialect, sheet)
    draftConditions(dialect, table)
    var used = technicalColumns(dialect, table)
    draftCodes(dialect)
    let unlabelled = UnlabelledExport(table, dialect, leavingOut: used)
    draftRespondent(dialect, table, unlabelled, &used)
    // Where a row is a partner, what it says is not of the respondent.
    if dialect?.isLong != true { draftAttributes(dialect, table, unlabelled, &used) }
    lines += ItemDrafts(of: table, dialect, unlabelled, leavingOut: used).lines
  }

  mutating func append(_ comment: String) { lines.append(comment) }

  private static func table(of sheet: Sheet, _ dialect: ExportDialect?) throws(BuzzlineError) -> ExportTable {
    if dialect == nil, sheet.hasRowOfTexts {
      var layout = HeadingLayout(rows: 2, heading: 1)
      layout.label = 2
      return try ExportTable(sheet, layout)
    }
    var layout = HeadingLayout(rows: dialect?.rows ?? 1, heading: dialect?.heading ?? 1)
    (layout.label, layout.importNumber, layout.joint) = (dialect?.label, dialect?.importNumber, dialect?.joint)
    return try ExportTable(sheet, layout)
  }

  /// A list whose headings tell who gives and who receives.
  private mutating func draftTies(_ table: ExportTable) -> Bool {
    let columns = Self.columns(FileRole.ties.words, in: table)
    guard columns.prefix(2).map(\.0) == ["source", "target"] else { return false }
    recognised = "a list of ties"
    lines.append("# Told by the headings: knowledge goes from source to target.")
    lines.append("ties:")
    for (word, column) in columns { lines.append("  \(word): \(column.part(in: table))") }
    return true
  }

  /// A list of members whose headings tell groups and members.
  private mutating func draftMemberships(_ table: ExportTable) -> Bool {
    let columns = Self.columns(FileRole.memberships.words, in: table)
    guard columns.prefix(2).map(\.0) == ["group", "member"] else { return false }
    recognised = "a list of members"
    lines.append("# Told by the headings; --memberships says which ties its members have with one another.")
    lines.append("memberships:")
    for (word, column) in columns { lines.append("  \(word): \(column.part(in: table))") }
    return true
  }

  /// The columns of words, in any of their spellings.
  private static func columns(_ words: [String], in table: ExportTable) -> [(String, Int)] {
    let folded = table.headings.map { $0.lowercased() }
    return words.compactMap { word in
      ([word] + (KnownHeadings.others[word] ?? [])).lazy.compactMap(folded.firstIndex).first.map { (word, $0) }
    }
  }

  private mutating func draftHeadings(_ dialect: ExportDialect?, _ sheet: Sheet) {
    if dialect == nil, sheet.hasRowOfTexts {
      lines.append("# The second row holds the texts of the questions, or labels of the variables.")
      lines.append("headings: {rows: 2, heading: 1, label: 2}")
    }
    guard let dialect, dialect.rows > 1 else { return }
    var parts = ["rows: \(dialect.rows)"]
    if let joint = dialect.joint {
      parts.append("joined: \(yaml(joint))")
    } else {
      parts.append("heading: \(dialect.heading)")
      if let label = dialect.label { parts.append("label: \(label)") }
      if let row = dialect.importNumber { parts.append("import: \(row)") }
    }
    lines.append("headings: {\(parts.joined(separator: ", "))}")
  }

  private mutating func draftConditions(_ dialect: ExportDialect?, _ table: ExportTable) {
    let folded = table.headings.map { $0.lowercased() }
    let conditions = (dialect?.kept ?? []).filter { folded.contains($0.heading) }
    guard !conditions.isEmpty else { return }
    lines.append("keep_when:")
    for condition in conditions {
      guard let column = folded.firstIndex(of: condition.heading) else { continue }
      let texts = condition.texts.map(yaml).joined(separator: ", ")
      lines.append(
        "  - {column: \(column.selector(in: table)), \(condition.isAllowed ? "is" : "is_not"): [\(texts)]}  # \(condition.reason)"
      )
    }
  }

  private func technicalColumns(_ dialect: ExportDialect?, _ table: ExportTable) -> Set<Int> {
    guard let pattern = dialect?.technical, !pattern.isEmpty, let regex = try? Regex(pattern) else { return [] }
    return Set(table.headings.indices.filter { (try? regex.wholeMatch(in: table.headings[$0].lowercased())) != nil })
  }

  private mutating func draftCodes(_ dialect: ExportDialect?) {
    let codes = dialect?.codes ?? DraftCodes()
    func list(_ texts: [String]) -> String {
      // Letter case does not matter.
      var seen: Set<String> = []
      return "[" + texts.filter { seen.insert($0.lowercased()).inserted }.map(yaml).joined(separator: ", ") + "]"
    }
    if !codes.reason.isEmpty { lines.append("# \(codes.reason)") }
    var parts = ["tie: \(list(codes.tie))", "no_tie: \(list(codes.noTie))"]
    if !codes.missing.isEmpty { parts.append("missing: \(list(codes.missing))") }
    if !codes.notShown.isEmpty { parts.append("not_shown: \(list(codes.notShown))") }
    lines.append("codes: {\(parts.joined(separator: ", ")), unstated: \(codes.unstated)}")
  }

  private mutating func draftRespondent(
    _ dialect: ExportDialect?, _ table: ExportTable, _ unlabelled: UnlabelledExport?, _ used: inout Set<Int>
  ) {
    let texts = table.headings.indices.map { (table.headings[$0].lowercased(), table.labels[$0].lowercased()) }
    func first(_ words: [String]) -> Int? {
      words.lazy.compactMap { word in texts.firstIndex { $0.0 == word || $0.1 == word } }.first
    }
    // Whoever answered has a name of its own, in each of a few waves.
    func isFilled(_ column: Int) -> Bool {
      let texts = table.rows.map { table.sheet.text($0, column) }.filter { !$0.isEmpty }
      return !texts.isEmpty && Set(texts).count * 8 >= texts.count
    }
    let named = first(DraftWords.identifiers.sorted()).flatMap { isFilled($0) ? $0 : nil }
    let known = dialect?.respondents.lazy.compactMap { word in first([word]).flatMap { isFilled($0) ? $0 : nil } }.first
    if let column = unlabelled?.respondent ?? named ?? known ?? texts.indices.first {
      let heading = table.name(of: column)
      lines.append(
        unlabelled?.respondent != nil
          ? "# Who answered: \(heading) holds the names by which others are named."
          : named != nil
            ? "# Who answered, told by the heading \(heading)."
            : "# Who answered: \(heading) identifies the interview. If another column names the organisation, put it here."
      )
      lines.append("respondent: \(column.part(in: table))")
      used.insert(column)
    }
    guard let column = unlabelled?.wave ?? Self.column(like: DraftWords.wave, in: table, leavingOut: used) else {
      return
    }
    if unlabelled?.wave != nil { lines.append("# Guessed: it tells the rows of one respondent apart.") }
    let waves = table.texts(of: column)
    if waves.count <= 20, waves.contains(where: { Int($0) == nil }) {
      lines.append("# Put what the waves are to be called on the right.")
      lines.append("wave: \(Self.mapped(column, waves, table))")
    } else {
      lines.append("wave: \(column.part(in: table))")
    }
    used.insert(column)
  }

  private mutating func draftAttributes(
    _ dialect: ExportDialect?, _ table: ExportTable, _ unlabelled: UnlabelledExport?, _ used: inout Set<Int>
  ) {
    if let name = unlabelled?.name {
      lines.append("# Guessed: each respondent has a text of its own there. Add kind, cluster, region and country.")
      lines += ["attributes:", "  name: \(name.part(in: table))"]
      used.insert(name)
      return
    }
    var found: [String] = []
    for (heading, pattern) in DraftWords.attributes {
      guard let column = Self.column(like: pattern, in: table, leavingOut: used) else { continue }
      let words = table.texts(of: column)
      if heading == "kind", words.count <= 20, words.contains(where: { !ActorKind.isShared($0) }) {
        found.append(
          "  # Put kinds on the right: sme, large_firm, research_institute, cluster_management or words of your own.")
        found.append("  kind: \(Self.mapped(column, words, table))")
      } else {
        found.append("  \(heading): \(column.part(in: table))")
      }
      used.insert(column)
    }
    let isNamed = found.contains { $0.hasPrefix("  name:") }
    if !isNamed,
      let person = table.headings.indices.first(where: { dialect?.names(person: table.headings[$0]) == true })
    {
      lines.append(
        "# \(table.name(of: person)) is the person who filled in the form. Where a question asks for the organisation, put it"
      )
      lines.append("# under attributes as its name, and as the respondent where its answers tell organisations apart.")
    }
    guard !found.isEmpty else { return }
    lines.append("# What the export says of the organisations, told by its headings.")
    lines += ["attributes:"] + found
  }

  /// The first column whose heading or label looks as asked for.
  private static func column(like pattern: String, in table: ExportTable, leavingOut used: Set<Int>) -> Int? {
    guard let regex = try? Regex(pattern) else { return nil }
    return table.headings.indices.first { column in
      !used.contains(column)
        && [table.headings[column], table.labels[column]].contains { text in
          text.count <= 90 && (try? regex.firstMatch(in: text.lowercased())) != nil
        }
    }
  }

  /// A column with each of its texts standing for itself, to be filled in.
  private static func mapped(_ column: Int, _ texts: [String], _ table: ExportTable) -> String {
    let spellings = KindSpellings(of: [])
    let labels = table.sheet.codebooks[column]?.labels ?? [:]
    let map = texts.map { text in
      let word = labels[text] ?? text
      return "\(yaml(text)): \(yaml(spellings.kind(named: word) ?? word))"
    }.joined(separator: ", ")
    return "{column: \(column.selector(in: table)), map: {\(map)}}"
  }
}

extension Sheet {
  /// Whether the second row says what the columns ask: labels, as files of SPSS and Stata have them, or in a workbook
  /// texts of several words and no number.
  fileprivate var hasRowOfTexts: Bool {
    guard delimiter == nil, rowCount > 1 else { return false }
    if place(0).line == nil { return place(1).line == nil }
    let texts = (0..<width(of: 0)).map { text(1, $0) }.filter { !$0.isEmpty }
    return texts.count * 2 > width(of: 0) && texts.allSatisfy { Double($0) == nil }
      && texts.count { $0.contains(" ") } * 2 >= texts.count
  }
}

extension ExportTable {
  /// The different texts of a column, in natural order.
  func texts(of column: Int) -> [String] {
    Set(rows.map { sheet.text($0, column) }).subtracting([""]).sorted(by: NaturalOrder.precedes)
  }
}

extension ActorKind {
  /// Whether a word spells one of the kinds that cluster studies share.
  fileprivate static func isShared(_ word: String) -> Bool { shared.contains(ActorKind(spelling: word)) }
}
