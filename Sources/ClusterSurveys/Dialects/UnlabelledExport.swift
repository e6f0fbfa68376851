internal import DataFiles
internal import KnowledgeNetworks

/// An export whose headings are numbers of variables alone, as those of Unipark and SoSci Survey without labels: what its
/// cells tell of the questions.
///
/// Families of columns with texts ask for names. Who answered is the column that holds these names; the wave is the first
/// that tells the rows of one respondent apart. Which way knowledge goes is not told and is guessed from the order.
struct UnlabelledExport {
  /// A question for names, with what belongs to each of its slots.
  struct NameGenerator {
    let names: DraftQuestion
    /// The question before it, and its one code in all rows that name anybody.
    fileprivate(set) var gate: (question: DraftQuestion, yes: String)?
    fileprivate(set) var topic: DraftQuestion?
    fileprivate(set) var channel: DraftQuestion?
  }

  private(set) var respondent: Int?
  private(set) var wave: Int?
  /// A text of its own for each respondent.
  private(set) var name: Int?
  /// The first two questions for names.
  private(set) var generators: [NameGenerator] = []
  /// Without such, the widest question with a column a choice, and the next as wide as that.
  private(set) var rosters: [DraftQuestion] = []
  private(set) var unread: [DraftQuestion] = []

  private let table: ExportTable
  private let codes: DraftCodes

  /// - Returns: `nil` if labels or headings say what is asked.
  init?(_ table: ExportTable, _ dialect: ExportDialect?, leavingOut technical: Set<Int>) {
    guard let dialect, let pattern = dialect.participants, let regex = try? Regex(pattern) else { return nil }
    (self.table, codes) = (table, dialect.codes)
    let folded = table.headings.map { $0.lowercased() }
    let brought = folded.indices.filter { (try? regex.wholeMatch(in: folded[$0])) != nil }
    let questions = DraftQuestion.all(of: table, dialect: dialect, leavingOut: technical.union(brought))
    guard questions.allSatisfy({ DraftWords.item(of: $0.text, heading: $0.heading) == nil }) else { return nil }
    let known = dialect.respondents.compactMap(folded.firstIndex)
    find(among: questions, brought: brought, known: known)
    findWave(among: brought)
    findName(among: brought)
    unread = brought.filter { ![respondent, wave, name].contains($0) }.map { column in
      DraftQuestion([column], column.selector(in: table), [], table, dialect, stem: table.headings[column])
    }
    if generators.isEmpty { takeRosters(among: questions) } else { takeSlots(of: questions) }
  }

  /// The cells of a column that state something.
  private func stated(_ column: Int) -> [(row: Int, text: String)] {
    let unstated = Set(codes.missing + codes.notShown + [""])
    return table.rows.map { ($0, table.sheet.text($0, column)) }.filter { !unstated.contains($0.1) }
  }

  private func texts(_ columns: [Int]) -> Set<String> { Set(columns.flatMap { stated($0).map(\.text) }) }

  /// Finds the questions for names, and the column with the same names.
  private mutating func find(among questions: [DraftQuestion], brought: [Int], known: [Int]) {
    let named = questions.filter { $0.columns.count > 1 && ($0.form == .names || $0.form == .words) }
    let names = texts(named.flatMap(\.columns))
    let fitting = (brought + known).map { ($0, texts([$0]).intersection(names).count) }
    if let best = fitting.max(by: { $0.1 < $1.1 }), best.1 * 4 >= names.count, best.1 > 0 { respondent = best.0 }
    // Other texts are no names of actors.
    let actors = respondent.map { texts([$0]) }
    let asking = named.filter { question in
      guard let actors else { return true }
      let own = texts(question.columns)
      return own.intersection(actors).count * 10 >= own.count
    }
    generators = asking.prefix(2).map { NameGenerator(names: $0) }
  }

  private mutating func findWave(among brought: [Int]) {
    guard let respondent else { return }
    let who = table.rows.map { table.sheet.text($0, respondent) }
    guard Set(who).count < who.count else { return }
    wave = brought.first { column in
      let when = stated(column)
      guard column != respondent, when.count == who.count, Set(when.map(\.text)).count <= 20 else { return false }
      return Set(zip(who, when).map { [$0, $1.text] }).count == who.count
    }
  }

  private mutating func findName(among brought: [Int]) {
    guard let respondent else { return }
    name = brought.first { column in
      guard column != respondent, column != wave else { return false }
      let pairs = Set(stated(column).map { [table.sheet.text($0.row, respondent), $0.text] })
      return !pairs.isEmpty && pairs.allSatisfy { Double($0[1]) == nil }
        && Set(pairs.map { $0[0] }).count == pairs.count
        && Set(pairs.map { $0[1] }).count == pairs.count
    }
  }

  /// Gives each question for names the gate before it and the codes behind it.
  private mutating func takeSlots(of questions: [DraftQuestion]) {
    var current: Int?
    var before: [DraftQuestion] = []
    for question in questions {
      if let place = generators.firstIndex(where: { $0.names.columns == question.columns }) {
        generators[place].gate = gate(of: question, among: before)
        unread.removeAll { $0.columns == generators[place].gate?.question.columns }
        (current, before) = (place, [])
        continue
      }
      before.append(question)
      let isOfSlots = question.columns.count > 1 && (question.form == .number || question.form == .flag)
      if let current, isOfSlots, question.columns.count <= generators[current].names.columns.count {
        if generators[current].topic == nil {
          generators[current].topic = question
          continue
        } else if generators[current].channel == nil {
          generators[current].channel = question
          continue
        }
      }
      unread.append(question)
    }
  }

  /// The nearest question before one for names that says whether anybody is named.
  private func gate(
    of names: DraftQuestion, among before: [DraftQuestion]
  ) -> (question: DraftQuestion, yes: String)? {
    for gate in before.reversed() { if let yes = yes(of: gate, before: names) { return (gate, yes) } }
    return nil
  }

  /// The code that all rows have which name anybody, and others have not.
  private func yes(of gate: DraftQuestion, before names: DraftQuestion) -> String? {
    guard gate.columns.count == 1, gate.form == .flag || gate.form == .number else { return nil }
    let naming = Set(names.columns.flatMap { stated($0).map(\.row) })
    let cells = stated(gate.columns[0]).filter { !codes.open.contains($0.text) }
    let affirming = Set(cells.filter { naming.contains($0.row) }.map(\.text))
    guard affirming.count == 1, let yes = affirming.first, cells.contains(where: { $0.text != yes }) else { return nil }
    return yes
  }

  /// The code lists of a gate: what no list says by itself.
  func codes(ofGate gate: (question: DraftQuestion, yes: String)) -> String {
    let no = texts(gate.question.columns).subtracting([gate.yes] + codes.open).sorted()
    func list(_ texts: [String]) -> String { "[" + texts.map(yaml).joined(separator: ", ") + "]" }
    return "{tie: \(list([gate.yes])), no_tie: \(list(no)), missing: \(list(codes.missing + codes.open))}"
  }
}

extension UnlabelledExport {
  private mutating func takeRosters(among questions: [DraftQuestion]) {
    let questions = Self.joiningRuns(questions, in: table)
    let wide = questions.filter { question in
      question.columns.count > 2 && (question.form == .flag || question.form == .number && question.samples.count <= 7)
    }
    let widest = wide.map(\.columns.count).max()
    rosters = Array(wide.filter { $0.columns.count == widest }.prefix(2))
    unread += questions.filter { question in !rosters.contains { $0.columns == question.columns } }
  }

  /// Joins single ticks whose variables are numbered one after the other: `v_12`, `v_13`, `v_14`.
  private static func joiningRuns(_ questions: [DraftQuestion], in table: ExportTable) -> [DraftQuestion] {
    var joined: [DraftQuestion] = []
    var last: (stem: Substring, number: Int)?
    for question in questions {
      let place = question.columns.count == 1 && question.form == .flag ? numbered(question.heading) : nil
      if let place, let last, last.stem == place.stem, last.number + 1 == place.number, let run = joined.popLast() {
        joined.append(run.joined(with: question, in: table))
      } else {
        joined.append(question)
      }
      last = place
    }
    return joined
  }

  private static func numbered(_ heading: String) -> (stem: Substring, number: Int)? {
    let digits = heading.reversed().prefix(while: \.isNumber).count
    return Int(heading.suffix(digits)).map { (heading.dropLast(digits), $0) }
  }
}
