internal import DataFiles
internal import KnowledgeNetworks

extension SourceDraft {
  /// The joins, and which files are missing for them.
  mutating func draftJoin(_ join: DraftJoin) {
    for other in join.missing {
      lines.append(
        "# Missing: \(other). Name it with this one, as in 'buzzline init FILE FILE', and the draft joins them.")
    }
    if !join.missing.isEmpty, let failure = join.failures.first { lines.append("# \(failure.inOneLine)") }
    guard !join.joins.isEmpty else { return }
    let files = join.files.map { "'\($0.shownName.inOneLine)'" }.reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    lines.append("# Each row stands beside the row of \(files.joined(separator: " and ")) that its key names.")
    lines += join.lines
  }

  /// Ties among partners, by the names of both ends.
  mutating func draftEnds(_ join: DraftJoin) {
    recognised += ", ties among partners"
    let table = join.table
    func name(_ end: String) -> Int? {
      let columns = table.headings.indices.filter { table.headings[$0].hasPrefix(end + ".") }
      return columns.first { table.headings[$0].lowercased().wholeMatch(of: #/.*\.\.?(name|label|altername)/#) != nil }
    }
    guard let source = name("source"), let target = name("target") else {
      lines.append("# No column says by its heading how partners are called. Fill in, and take off the signs #:")
      lines += ["# ties:", "#   source: source.…", "#   target: target.…"]
      return
    }
    lines.append(
      "# Respondents report these ties, which have no direction. Leave this source out unless knowledge goes along them."
    )
    lines += ["ties:", "  source: \(source.part(in: table))", "  target: \(target.part(in: table))"]
    guard let weight = join.ownColumn(of: "weight") else { return }
    lines += ["  # A weight of 0 is no tie.", "  weight: \(weight.part(in: table))"]
  }

  /// Who answered, and in which wave; of partners, those of the interview they belong to.
  mutating func draftRespondent(
    _ file: DraftFile, _ join: DraftJoin, _ unlabelled: UnlabelledExport?, _ used: inout Set<Int>
  ) {
    let (speaker, start) = join.interviews ?? (file, 0)
    let areInterviews = join.row == .interview || join.interviews != nil
    let told = unlabelled?.respondent.map { (column: $0, isNamed: false) }
    guard let found = told ?? Self.respondent(of: speaker, isRowEach: areInterviews) else { return }
    let heading = speaker.table.name(of: found.column)
    lines.append(
      told != nil
        ? "# Who answered: \(heading) holds the names by which others are named."
        : found.isNamed
          ? "# Who answered, told by the heading \(heading)\(start > 0 ? " of the interview" : "")."
          : "# Who answered: \(heading) identifies the interview. If another column names the organisation, put it here."
    )
    lines.append("respondent: \((start + found.column).part(in: join.table))")
    used.insert(start + found.column)
    draftDate(speaker, start, join, &used)
    let like = Self.column(like: DraftWords.wave, in: speaker.table, leavingOut: [found.column])
    guard let own = unlabelled?.wave ?? like else { return }
    if unlabelled?.wave != nil { lines.append("# Guessed: it tells the rows of one respondent apart.") }
    let (column, waves) = (start + own, speaker.table.texts(of: own))
    if waves.count <= 20, waves.contains(where: { Int($0) == nil }) {
      lines.append("# Put what the waves are to be called on the right.")
      lines.append("wave: \(Self.mapped(column, waves, join.table))")
    } else {
      lines.append("wave: \(column.part(in: join.table))")
    }
    used.insert(column)
  }

  /// When the respondent answered, where a column that is called so holds dates.
  private mutating func draftDate(_ speaker: DraftFile, _ start: Int, _ join: DraftJoin, _ used: inout Set<Int>) {
    let (table, codes) = (speaker.table, speaker.dialect?.codes ?? DraftCodes())
    let missing = Set((codes.missing + codes.notShown).map { $0.lowercased() })
    let orders = [nil] + SurveyDay.Order.allCases.map(Optional.some)
    func fitting(_ column: Int) -> [SurveyDay.Order?] {
      let texts = table.texts(of: column).filter { !missing.contains($0.lowercased()) }
      guard texts.contains(where: { !$0.hasPrefix(DraftWords.unknownDay) }) else { return [] }
      return orders.filter { order in texts.allSatisfy { SurveyDay($0, order: order) != nil } }
    }
    let column = DraftWords.times.lazy.compactMap { times in
      Self.column(like: "^(\(times))$", in: table, leavingOut: []) { !fitting($0).isEmpty }
    }.first
    guard let column, let order = fitting(column).first else { return }
    used.insert(start + column)
    guard let order else {
      lines.append("date: \((start + column).part(in: join.table))")
      return
    }
    let isTold = fitting(column).count == 1
    lines.append(
      isTold
        ? "# A number above 12 tells which is the day."
        : "# Guessed: say month_first if 5/6/2024 is the sixth of May.")
    lines.append("date: {column: \((start + column).selector(in: join.table)), order: \(order.rawValue)}")
  }

  /// The column that tells who answered, and whether it names an organisation rather than an interview.
  ///
  /// - Parameter isRowEach: Whether each row is an interview, so that what all rows share tells nobody apart.
  private static func respondent(of file: DraftFile, isRowEach: Bool) -> (column: Int, isNamed: Bool)? {
    let table = file.table
    let texts = table.headings.indices.map { (table.headings[$0].lowercased(), table.labels[$0].lowercased()) }
    func first(_ words: [String]) -> Int? {
      words.lazy.compactMap { word in texts.firstIndex { $0.0 == word || $0.1 == word } }.first
    }
    // Whoever answered has a name of its own, in each of a few waves.
    func isFilled(_ column: Int) -> Bool {
      let texts = table.rows.map { table.sheet.text($0, column) }.filter { !$0.isEmpty }
      let different = Set(texts).count
      return !texts.isEmpty && different * 8 >= texts.count && (!isRowEach || different > 1 || texts.count == 1)
    }
    let named = first(DraftWords.identifiers.sorted()).flatMap { isFilled($0) ? $0 : nil }
    if let named { return (named, true) }
    let words = file.dialect?.respondents ?? []
    let known = words.lazy.compactMap { word in first([word]).flatMap { isFilled($0) ? $0 : nil } }.first
    return (known ?? texts.indices.first).map { ($0, false) }
  }

  /// What the export says of whom a row describes.
  mutating func draftAttributes(
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
      let like = Self.column(like: pattern, in: table, leavingOut: used) { column in
        heading != "cluster" || Self.holdsGroups(column, of: table, dialect)
      }
      guard let column = like else { continue }
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
    noteWhoFilledIn(dialect, table, isNamed: found.contains { $0.hasPrefix("  name:") })
    guard !found.isEmpty else { return }
    lines.append("# What the export says of the organisations, told by its headings.")
    lines += ["attributes:"] + found
  }

  /// Whether the cells of a column are names or codes of groups rather than numbers on a scale, or yes and no.
  private static func holdsGroups(_ column: Int, of table: ExportTable, _ dialect: ExportDialect?) -> Bool {
    let codes = dialect?.codes ?? DraftCodes()
    let missing = Set((codes.missing + codes.notShown).map { $0.lowercased() })
    let ticks = Set((codes.tie + codes.noTie + DraftCodes().tie + DraftCodes().noTie).map { $0.lowercased() })
    let codebook = table.sheet.codebooks[column]
    let stated = table.texts(of: column).filter {
      !missing.contains($0.lowercased()) && codebook?.missing.contains($0) != true
    }
    .map { (codebook?.labels[$0] ?? $0).lowercased() }
    return !stated.isEmpty
      && stated.allSatisfy { Double($0.replacing(",", with: ".")) == nil && !ticks.contains($0) }
  }

  private mutating func noteWhoFilledIn(_ dialect: ExportDialect?, _ table: ExportTable, isNamed: Bool) {
    if !isNamed,
      let person = table.headings.indices.first(where: { dialect?.names(person: table.headings[$0]) == true })
    {
      lines.append(
        "# \(table.name(of: person)) is the person who filled in the form. Where a question asks for the organisation, put it"
      )
      lines.append("# under attributes as its name, and as the respondent where its answers tell organisations apart.")
    }
  }
}

extension ActorKind {
  /// Whether a word spells one of the kinds that cluster studies share.
  fileprivate static func isShared(_ word: String) -> Bool { shared.contains(ActorKind(spelling: word)) }
}
