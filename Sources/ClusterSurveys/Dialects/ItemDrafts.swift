internal import DataFiles
internal import KnowledgeNetworks

/// The questions of an export that ask for ties, as far as their texts tell, written as items of a mapping.
struct ItemDrafts {
  var lines: [String] = []
  private var items: [SurveyItem: Draft] = [:]
  var unread: [DraftQuestion] = []
  let emptyIsUnticked: Bool
  /// The condition under which silence is an answer.
  let completed: String?
  private let children: [DraftChild]
  /// What stands between a question and its choices in headings.
  let choiceJoint: String
  let codes: DraftCodes
  let table: ExportTable
  /// Whether texts of questions stand in another file, so that no mapping can read them.
  let isDescribedBeside: Bool

  /// What was found of one item.
  struct Draft {
    var gate: DraftQuestion?
    /// Its code lists, where they are not those of the whole source.
    var gateCodes: String?
    var names: DraftQuestion?
    var flags: [DraftQuestion] = []
    /// Whom the columns of ticks stand for, where headings are numbers alone.
    var partners: String?
    var topic: DraftQuestion?
    var channel: DraftQuestion?
  }

  /// - Parameters:
  ///   - children: The files of partners that belong to these interviews.
  ///   - unlabelled: What cells tell where headings do not.
  init(
    of file: DraftFile, _ join: DraftJoin, _ children: [DraftChild], _ unlabelled: UnlabelledExport?,
    leavingOut used: Set<Int>
  ) {
    let (dialect, table, row) = (file.dialect, join.table, join.row)
    self.children = children
    choiceJoint = dialect?.choiceJoint ?? "/"
    codes = dialect?.codes ?? DraftCodes()
    (self.table, isDescribedBeside) = (table, file.isDescribedBeside)
    emptyIsUnticked = dialect?.emptyIsUnticked ?? false
    completed = dialect?.completion(in: table)
    if let unlabelled {
      draft(unlabelled)
      noteUnread()
      return
    }
    let questions = DraftQuestion.all(of: table, dialect: dialect, leavingOut: used, isLong: row == .partner)
    guard row == .interview else {
      draftLong(questions, DraftChild.directions(among: questions, of: file), join)
      return
    }
    // A question that names no direction belongs to the one before it.
    var current: SurveyItem?
    for question in questions {
      let stated = DraftWords.item(of: question.text, heading: question.heading)
      current = stated ?? current
      guard let item = current else {
        unread.append(question)
        continue
      }
      take(question, in: item, isStated: stated != nil)
    }
    lines.append("items:")
    for item in SurveyItem.allCases {
      let child = children.first { $0.items.contains(item) }
      if let child, writeResponse(items[item] ?? Draft(), item, child) { continue }
      if let draft = items[item] { write(draft, item) }
    }
    if lines.count == 1 { lines = children.first?.itemsToFillIn(in: table) ?? Self.noItems }
    noteUnread()
  }

  private static let noItems = [
    "# No question says by its text that it asks to whom information was given or from whom it came. Fill in:",
    "# items:",
    "#   - {item: shared, columns: {match: '…(?<partner>…)…'}, partner: {from: partner}}",
  ]

  /// Writes what cells tell where headings do not.
  private mutating func draft(_ export: UnlabelledExport) {
    unread = export.unread
    for (item, generator) in zip(SurveyItem.allCases, export.generators) {
      items[item] = Draft(
        gate: generator.gate?.question, gateCodes: generator.gate.map(export.codes(ofGate:)), names: generator.names,
        topic: generator.topic, channel: generator.channel)
    }
    for (item, roster) in zip(SurveyItem.allCases, export.rosters) {
      items[item] = Draft(flags: [roster], partners: partners(of: roster, called: roster.keys(in: table)))
    }
    guard !items.isEmpty else {
      lines = Self.noItems
      return
    }
    lines = [
      "# Guessed, since numbers of variables do not tell: the first question asks to whom knowledge was given (shared),",
      "# the second from whom it came (received); of the codes behind names the first are topics, the next channels.",
      "items:",
    ]
    for item in SurveyItem.allCases { if let draft = items[item] { write(draft, item) } }
  }

  private mutating func take(_ question: DraftQuestion, in item: SurveyItem, isStated: Bool) {
    var draft = items[item] ?? Draft()
    let part = DraftWords.part(of: question.text, heading: question.heading)
    switch (part, question.form) {
    case (.topic, .words), (.topic, .names), (.topic, .number): keep(question, &draft.topic)
    case (.channel, .words), (.channel, .names), (.channel, .number): keep(question, &draft.channel)
    case (_, .flag) where question.columns.count == 1 && isStated && !question.repeatsChoice:
      keep(question, &draft.gate)
    // How many partners a repeat was opened for.
    case (_, .number) where question.columns.count == 1 && isStated && children.contains { $0.items.contains(item) }:
      keep(question, &draft.gate)
    case (_, .flag) where question.columns.count > 1 && isStated: draft.flags.append(question)
    case (_, .words) where question.isRoster && (isStated || part == .partner): draft.flags.append(question)
    case (_, .words) where isStated || part == .partner, (_, .names) where isStated || part == .partner:
      if draft.names == nil { draft.names = question } else { unread.append(question) }
    default: unread.append(question)
    }
    items[item] = draft
  }

  /// Takes the first question of a sort; another is said to be unread.
  private mutating func keep(_ question: DraftQuestion, _ kept: inout DraftQuestion?) {
    if kept == nil { kept = question } else { unread.append(question) }
  }

  private mutating func write(_ draft: Draft, _ item: SurveyItem) {
    if draft.names == nil { unread += [draft.gate, draft.topic, draft.channel].compactMap(\.self) }
    for flags in draft.flags {
      lines.append("  # \(comment(flags)): one column for each choice.")
      lines.append("  - item: \(item.rawValue)")
      lines.append("    columns: \(flags.selector)")
      if flags.captures.count > 1 {
        lines.append("    # Guessed: the first of the two codes is the topic, the second the partner.")
        lines.append("    topic: {from: row}")
        lines.append("    partner: {from: choice, kind: group}  # map: {code: sme, code: research_institute}")
      } else if let partners = draft.partners {
        lines.append("    # Put on the right whom each of them stands for.")
        lines.append("    partner: \(partners)")
      } else {
        let source = isDescribedBeside ? "codebook" : "headings"
        lines.append("    # Partners are named by the \(source); kind: group if these are kinds of actors.")
        lines.append("    partner: \(partner(of: flags))")
      }
      writeCodes(of: flags)
      if let exclusive = flags.exclusive { lines.append("    exclusive: \(exclusive)") }
    }
    if let names = draft.names { writeNames(names, of: draft, item) }
  }

  mutating func writeParts(_ parts: [(key: String, question: DraftQuestion?)]) {
    for (key, question) in parts {
      guard let question else { continue }
      lines.append("    # \(comment(question)).")
      if question.mayListWords {
        lines.append("    # If several could be chosen, add split: ' ', for then blanks part the choices of a cell.")
      }
      let split = question.listSeparator.map { ", split: \(yaml($0))" } ?? ""
      guard question.isCoded else {
        lines.append("    \(key): {column: \(question.selector)\(split)}")
        continue
      }
      let map = question.units.map { code in
        "\(yaml(code)): \(codes.open.contains(code) ? "''" : yaml(question.meanings[code] ?? code))"
      }.joined(separator: ", ")
      lines.append(
        question.meanings.isEmpty
          ? "    # Put what the codes mean on the right." : "    # What the codes mean, by the labels of the file.")
      lines.append("    \(key): {column: \(question.selector)\(split), map: {\(map)}}")
    }
  }

  mutating func noteUnread() {
    guard !unread.isEmpty else { return }
    lines.append("# Columns that this mapping does not read:")
    for question in unread.prefix(60) {
      let form =
        question.samples.isEmpty ? "empty" : "such as " + question.samples.prefix(4).map(short).joined(separator: ", ")
      lines.append("#   \(question.selector.filter { !$0.isNewline }): \(comment(question)); \(form)")
    }
    if unread.count > 60 { lines.append("#   and \(unread.count - 60) more") }
  }

  func comment(_ question: DraftQuestion) -> String {
    let text =
      question.text == question.heading ? short(question.text) : "\(short(question.heading)), \(short(question.text))"
    return text + (question.columns.count > 1 ? ", \(question.columns.count) columns" : "")
  }

  /// A text that can stand in a comment.
  private func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "'" + (line.count > 70 ? line.prefix(70) + "…" : line[...]).description.madeVisible + "'"
  }
}
