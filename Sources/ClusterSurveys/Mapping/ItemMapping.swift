internal import KnowledgeNetworks

/// How the columns of one question become claims.
struct ItemMapping {
  /// What a cell of the question holds.
  enum Form: String, CaseIterable {
    /// A tick, or a word for a tie or for none.
    case flag
    /// A number: the weight of the tie, 0 for none.
    case number
    /// Codes with a separator between them, such as `1,3`.
    case codes
    /// Labels from a known list, which may hold the separator themselves.
    case labels
    /// Names as they were written.
    case names
    /// Whether the question was answered; whom it names stands in another file.
    case response

    /// Whether a cell may list several codes, labels or names.
    var listsCodes: Bool { self == .codes || self == .labels || self == .names }
  }

  let node: MappingNode
  let item: SurveyItem
  /// The columns; without, every row of a long file names one partner.
  let columns: ColumnSelector?
  let form: Form
  let codes: CodeLists
  /// What parts codes, labels or names; of names any of its characters does.
  let separator: String?
  /// `nil` only where cells say no more than that the question was answered.
  let partner: AnswerPart?
  let partnerSort: PartnerSort
  let topic: AnswerPart?
  let channel: AnswerPart?
  let weight: AnswerPart?
  /// What else is said of a tie, by the headings of claims, such as `experience` and `effect`.
  let details: [(heading: String, part: AnswerPart)]
  let gate: Gate?
  /// Columns that deny all cells of their row of the question: "none of these".
  let exclusive: ColumnSelector?
  /// Which partner the respondent itself is.
  let own: AnswerPart?
  /// How many slots a name generator has, where it has that many and no more.
  let slots: Int?
  /// Conditions under which an empty cell is an answer.
  let answered: [RowCondition]
  /// Conditions under which a row speaks of this item at all.
  let asked: [RowCondition]
  /// Whether a row that names a partner is a tie to it where none of its cells is one.
  let takesNamesForTies: Bool

  /// What a row says that names a partner and ticks nothing.
  private enum Unticked: String, CaseIterable { case tie }

  /// What a partner is.
  enum PartnerSort: String, CaseIterable {
    /// An actor, who is one of the study whether or not it answered.
    case actor
    /// A kind of actors.
    case group
    /// A name that may be anything.
    case text
  }

  /// A question that decides whether another is put: where it says that there is no contact, what follows is a no.
  struct Gate {
    let columns: ColumnSelector
    let codes: CodeLists
  }

  private static let keys = [
    "item", "columns", "cell", "codes", "separator", "partner", "topic", "channel", "weight", "details", "gate",
    "exclusive", "self", "slots", "answered_when", "when", "if_none",
  ]

  init(_ node: MappingNode, codes general: CodeLists) throws(BuzzlineError) {
    let keys = try node.keys(Self.keys)
    self.node = node
    item = try keys.required("item").word()
    columns = if let columns = keys["columns"] { try ColumnSelector(columns) } else { nil }
    form = try keys["cell"]?.word() ?? .flag
    codes = if let lists = keys["codes"] { try CodeLists(lists, over: general) } else { general }
    separator = try keys["separator"]?.text()
    (partner, partnerSort) = try Self.partner(keys, form)
    topic = if let part = keys["topic"] { try AnswerPart(part) } else { nil }
    channel = if let part = keys["channel"] { try AnswerPart(part) } else { nil }
    weight = if let part = keys["weight"] { try AnswerPart(part) } else { nil }
    var details: [(String, AnswerPart)] = []
    for (key, value) in try keys["details"]?.pairs() ?? [] { details.append((try key.text(), try AnswerPart(value))) }
    self.details = details
    gate = if let gate = keys["gate"] { try Gate(gate, codes: general) } else { nil }
    exclusive = if let columns = keys["exclusive"] { try ColumnSelector(columns) } else { nil }
    own = if let part = keys["self"] { try AnswerPart(part) } else { nil }
    slots = try keys["slots"]?.number(in: 1...10_000)
    answered = try RowCondition.list(keys["answered_when"])
    asked = try RowCondition.list(keys["when"])
    takesNamesForTies = try Self.takesNamesForTies(keys)
    guard form != .labels || listed.contains(where: { $0?.map != nil }) else {
      throw node.refused("Labels are distinguished by the map of the part that is read from code; there is none.")
    }
  }

  private static func takesNamesForTies(_ keys: MappingKeys) throws(BuzzlineError) -> Bool {
    guard let node = keys["if_none"] else { return false }
    let _: Unticked = try node.word()
    guard keys["columns"] != nil, keys["gate"] == nil else {
      throw node.refused("'if_none: tie' belongs to 'columns' of ticks in rows that name a partner, without a 'gate'.")
    }
    return true
  }

  private static func partner(
    _ keys: MappingKeys, _ form: Form
  ) throws(BuzzlineError) -> (part: AnswerPart?, sort: PartnerSort) {
    guard form != .response else {
      if let key = keys.present([
        "partner", "topic", "channel", "weight", "details", "exclusive", "self", "slots", "if_none",
      ])
      .first {
        throw keys.node.refused("'cell: response' says only whether a question was answered; '\(key)' says more.")
      }
      return (nil, .text)
    }
    let node = try keys.required("partner")
    let part = try AnswerPart(node, more: ["kind"])
    return (part, try sort(of: node, part))
  }

  /// Names may be anybody; partners that a roster lists are actors.
  private static func sort(of node: MappingNode, _ part: AnswerPart) throws(BuzzlineError) -> PartnerSort {
    if !node.isText, let kind = try node.keys(AnswerPart.keys + ["kind"])["kind"] { return try kind.word() }
    return switch part.origin {
    case .capture, .constant: .actor
    case .cell, .code, .column: .text
    }
  }

  /// The parts that may be read from the codes of a cell.
  var listed: [AnswerPart?] { [partner, topic, channel] }

  /// The labels a cell may list, the longest first.
  var knownLabels: [String] {
    listed.flatMap { part -> [String] in
      guard let part, case .code = part.origin else { return [] }
      return part.map.map { Array($0.keys) } ?? []
    }.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}

extension ItemMapping.Gate {
  init(_ node: MappingNode, codes general: CodeLists) throws(BuzzlineError) {
    let keys = try node.keys(["columns", "codes"])
    columns = try ColumnSelector(try keys.required("columns"))
    codes = if let lists = keys["codes"] { try CodeLists(lists, over: general) } else { general }
  }
}

/// What a row must hold: the text of a column is one of some, or none of some.
struct RowCondition {
  let column: ColumnSelector
  private let texts: Set<String>
  private let isAllowed: Bool

  static func list(_ node: MappingNode?) throws(BuzzlineError) -> [RowCondition] {
    var conditions: [RowCondition] = []
    for part in node?.parts ?? [] { conditions.append(try RowCondition(part)) }
    return conditions
  }

  private init(_ node: MappingNode) throws(BuzzlineError) {
    let keys = try node.keys(["column", "is", "is_not"])
    column = try ColumnSelector(try keys.required("column"))
    guard keys.present(["is", "is_not"]).count == 1 else {
      throw node.refused("A condition has either 'is' or 'is_not', a text or a list of texts.")
    }
    isAllowed = keys["is"] != nil
    texts = Set(try keys.required(isAllowed ? "is" : "is_not").texts())
  }

  func holds(for text: String) -> Bool { texts.contains(text) == isAllowed }
}
