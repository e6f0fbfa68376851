internal import DataFiles
internal import KnowledgeNetworks

/// The draft of one source.
struct SourceDraft {
  var lines: [String] = []
  var recognised = ""

  /// - Parameter children: The files of partners that belong to these interviews.
  init(_ file: DraftFile, _ join: DraftJoin, children: [DraftChild]) {
    let (sheet, table, dialect) = (file.sheet, join.table, file.dialect)
    lines.append("file: \(yaml(file.name))")
    if let name = sheet.name { lines.append("sheet: \(yaml(name))") }
    if SquareMatrix.isOne(sheet) {
      recognised = "a square matrix of \(sheet.rowCount - 1) actors"
      lines.append("# Rows and columns name the same actors. Say 'receive' if a row says from whom its actor receives.")
      lines.append("matrix: {rows: give}")
      return
    }
    if dialect == nil, children.isEmpty, draftTies(table) || draftMemberships(table) { return }
    recognised =
      dialect.map { "an export of \($0.name)" }
      ?? "a table of \(sheet.width) \(sheet.width == 1 ? "column" : "columns"), of no tool that is known"
    for advice in dialect?.advice ?? [] { lines.append("# \(advice)") }
    if children.isEmpty, join.row == .interview, file.headings.contains(where: { $0.hasPrefix("set-of-") }) {
      lines.append("# Repeats lie in files of their own; name them with this one, as in 'buzzline init FILE FILE'.")
    }
    draftHeadings(file)
    draftJoin(join)
    if join.row == .tie, join.missing.isEmpty {
      draftEnds(join)
      return
    }
    draftConditions(dialect, table)
    var used = technicalColumns(dialect, table)
    if join.row == .interview { draftRepeats(file, table, &used) }
    draftCodes(dialect)
    let unlabelled = join.row == .interview ? UnlabelledExport(table, dialect, leavingOut: used) : nil
    draftRespondent(file, join, unlabelled, &used)
    // Where a row is a partner, what it says is not of the respondent.
    if join.row == .interview { draftAttributes(dialect, table, unlabelled, &used) }
    used.formUnion(file.table.headings.count..<max(file.table.headings.count, table.headings.count))
    lines += ItemDrafts(of: file, join, children, unlabelled, leavingOut: used).lines
  }

  mutating func append(_ comment: String) { lines.append(comment) }

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

  private mutating func draftHeadings(_ file: DraftFile) {
    if file.hasRowOfTexts {
      lines.append("# The second row holds the texts of the questions, or labels of the variables.")
      lines.append("headings: {rows: 2, heading: 1, label: 2}")
    }
    guard let dialect = file.dialect, dialect.rows > 1 else { return }
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

  /// The first column whose heading or label looks as asked for, and whose cells do.
  static func column(
    like pattern: String, in table: ExportTable, leavingOut used: Set<Int>,
    where isFitting: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard let regex = try? Regex(pattern) else { return nil }
    return table.headings.indices.first { column in
      !used.contains(column)
        && [table.headings[column], table.labels[column]].contains { text in
          text.count <= 90 && (try? regex.firstMatch(in: text.lowercased())) != nil
        } && isFitting(column)
    }
  }

  /// A column with each of its texts standing for itself, to be filled in.
  static func mapped(_ column: Int, _ texts: [String], _ table: ExportTable) -> String {
    let spellings = KindSpellings(of: [])
    let labels = table.sheet.codebooks[column]?.labels ?? [:]
    let map = texts.map { text in
      let word = labels[text] ?? text
      return "\(yaml(text)): \(yaml(spellings.kind(named: word) ?? word))"
    }.joined(separator: ", ")
    return "{column: \(column.selector(in: table)), map: {\(map)}}"
  }
}

extension ExportTable {
  /// The different texts of a column, in natural order.
  func texts(of column: Int) -> [String] {
    Set(rows.map { sheet.text($0, column) }).subtracting([""]).sorted(by: NaturalOrder.precedes)
  }
}
