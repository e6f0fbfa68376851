internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A mapping file: how exports, as a survey tool writes them, become the files of a study.
///
/// ```yaml
/// codes: {tie: ["Y"], no_tie: ["N"], missing: ["-99"]}
/// sources:
///   - file: results.csv
///     respondent: token
///     items:
///       - {item: shared, columns: {match: 'GEG\[(?<topic>T\d)_(?<partner>P\d)\]'}, partner: {from: partner}, topic: {from: topic}}
/// ```
struct SurveyMapping {
  let url: URL
  /// The actor file, where actors are not described by the exports.
  let actors: URL?
  let aliases: URL?
  let sources: [SourceMapping]

  /// Whether a path names a mapping.
  static func isOne(_ url: URL) -> Bool { ["yaml", "yml"].contains(url.pathExtension.lowercased()) }

  /// What a mapping is called in the folder of a study.
  static let folderNames = ["mapping.yaml", "mapping.yml"]

  /// All files it names, those that are joined to sources but once.
  var files: [URL] {
    var files = sources.map(\.url)
    for join in sources.flatMap(\.joins) where !files.contains(where: { $0.path == join.url.path }) {
      files.append(join.url)
    }
    return files + [actors, aliases].compactMap(\.self)
  }

  init(_ url: URL) throws(BuzzlineError) {
    let file = try MappedFile(url)
    guard file.bytes.count <= MappingNode.largest, let yaml = String(validating: file.bytes, as: UTF8.self) else {
      throw BuzzlineError(.malformed, at: Place(file: url.relativePath), "A mapping is a small YAML file in UTF-8.")
    }
    let node = try MappingNode(yaml: yaml, file: url.relativePath)
    let keys = try node.keys(["codes", "sources", "actors", "aliases"])
    let codes = if let lists = keys["codes"] { try CodeLists(lists) } else { CodeLists() }
    func path(_ node: MappingNode?) throws(BuzzlineError) -> URL? {
      guard let text = try node?.text() else { return nil }
      return URL(filePath: text, relativeTo: text.hasPrefix("/") ? nil : url.deletingLastPathComponent())
    }
    self.url = url
    actors = try path(keys["actors"])
    aliases = try path(keys["aliases"])
    func export(_ keys: MappingKeys) throws(BuzzlineError) -> URL {
      let file = try keys.required("file")
      guard let url = try path(file) else { throw file.refused("A file is expected here.") }
      guard FileManager.default.fileExists(atPath: url.path) else {
        throw BuzzlineError(.noInput, at: file.place, "There is no file '\(url.relativePath)'.")
      }
      return url
    }
    var sources: [SourceMapping] = []
    for part in try keys.required("sources").parts {
      let keys = try part.keys(SourceMapping.keys)
      let url = try export(keys)
      var joins: [JoinMapping] = []
      for join in keys["join"]?.parts ?? [] {
        joins.append(try JoinMapping(join, at: try export(try join.keys(JoinMapping.keys))))
      }
      sources.append(try SourceMapping(part, at: url, joins, codes: codes, describesActors: actors == nil))
    }
    guard !sources.isEmpty else { throw node.refused("A mapping has at least one source.") }
    self.sources = sources
  }
}

/// How one export is read.
struct SourceMapping {
  let node: MappingNode
  let url: URL
  let sheet: String?
  let delimiter: Delimiter?
  let encoding: TextEncoding?
  let headings: HeadingLayout
  /// Files whose rows stand beside those of this one.
  let joins: [JoinMapping]
  /// Only rows that fulfil all of these are answers.
  let kept: [RowCondition]
  let wave: AnswerPart?
  /// When the respondent answered.
  let date: DateMapping?
  /// Who answered.
  let respondent: AnswerPart?
  /// For whom; the respondent itself where nothing is said.
  let actor: AnswerPart?
  let combination: PersonCombination?
  /// What a row says of its actor, by the headings of an actor file.
  let attributes: [(heading: String, part: AnswerPart)]
  let items: [ItemMapping]
  let questions: [QuestionMapping]
  let list: ListMapping?

  static let keys = [
    "file", "sheet", "delimiter", "encoding", "headings", "join", "keep_when", "wave", "date", "respondent",
    "actor", "combine", "attributes", "items", "questions", "codes", "ties", "matrix", "memberships",
  ]

  init(
    _ node: MappingNode, at url: URL, _ joins: [JoinMapping], codes general: CodeLists, describesActors: Bool
  ) throws(BuzzlineError) {
    let keys = try node.keys(Self.keys)
    (self.node, self.url, self.joins) = (node, url, joins)
    sheet = try keys["sheet"]?.text()
    delimiter = try keys["delimiter"]?.word()
    encoding = try keys["encoding"]?.word()
    headings = try HeadingLayout(keys["headings"], in: node)
    kept = try RowCondition.list(keys["keep_when"])
    func part(_ key: String) throws(BuzzlineError) -> AnswerPart? {
      if let node = keys[key] { try AnswerPart(node) } else { nil }
    }
    wave = try part("wave")
    respondent = try part("respondent")
    actor = try part("actor") ?? respondent
    combination = if let node = keys["combine"] { try PersonCombination(node) } else { nil }
    var attributes: [(String, AnswerPart)] = []
    for (key, value) in try keys["attributes"]?.pairs() ?? [] {
      attributes.append((try key.text(), try AnswerPart(value)))
    }
    self.attributes = attributes
    let codes = if let lists = keys["codes"] { try CodeLists(lists, over: general) } else { general }
    date = if let node = keys["date"] { try DateMapping(node, codes: codes) } else { nil }
    var items: [ItemMapping] = []
    for node in keys["items"]?.parts ?? [] { items.append(try ItemMapping(node, codes: codes)) }
    self.items = items
    var questions: [QuestionMapping] = []
    for node in keys["questions"]?.parts ?? [] { questions.append(try QuestionMapping(node, codes: codes)) }
    self.questions = questions
    list = try ListMapping(keys)
    try check(keys, describesActors: describesActors)
  }

  /// Whether the mapping says that the rows of a respondent are parts of one answer.
  var joinsRows: Bool { combination?.rule == .rows }
  /// Whether the rows of an actor in a wave are parts of one answer, rather than answers of several persons.
  var takesRowsTogether: Bool { isLong || joinsRows }

  /// Whether all that a row says is whom it names, so that none tells what became of a question.
  var isLong: Bool { items.allSatisfy { $0.columns == nil && $0.form != .response } }

  /// Whether a row without an answer to any item says nothing else either.
  var saysOnlyTies: Bool { attributes.isEmpty && questions.isEmpty }

  private func check(_ keys: MappingKeys, describesActors: Bool) throws(BuzzlineError) {
    guard !items.isEmpty || !attributes.isEmpty || !questions.isEmpty || list != nil else {
      throw node.refused(
        "This source has no items, questions, attributes, ties, matrix or memberships, so nothing would be read.")
    }
    guard items.isEmpty && attributes.isEmpty && questions.isEmpty || actor != nil else {
      throw node.refused("The key 'respondent' is missing: who answered, or whom a row describes.")
    }
    if list?.isMatrix == true, let key = keys.present(["join", "keep_when"]).first, let node = keys[key] {
      throw node.refused("A square matrix is read whole; '\(key)' has no place here.")
    }
    let unused = ["respondent", "actor", "wave", "date", "combine", "attributes", "questions", "codes"]
    if list != nil, let key = keys.present(unused).first, let node = keys[key] {
      throw node.refused(
        "A source of ties, a matrix or memberships takes nothing from '\(key)'; a second source of the same file does.")
    }
    if let node = keys["attributes"], !describesActors {
      throw node.refused("The actor file describes the actors already; either 'actors' or 'attributes' does.")
    }
  }
}

/// How the answers of several persons of one organisation become its answer.
struct PersonCombination {
  enum Rule: String, CaseIterable {
    /// One yes is enough.
    case any
    /// Only what all who answered affirm.
    case all
    /// What more than half of those who answered affirm.
    case majority
    /// The first who answered, by rank.
    case mostSenior = "most_senior"
    /// What any row says: the rows of one respondent are parts of its answer, as where each names a partner.
    case rows
  }

  let rule: Rule
  /// The ranks, the highest first, and the column that states them.
  let ranks: (column: AnswerPart, order: [String])?

  /// Reads a rule, or `{rule: most_senior, rank: HEADING, order: [...]}`.
  init(_ node: MappingNode) throws(BuzzlineError) {
    guard !node.isText else {
      (rule, ranks) = (try node.word(), nil)
      guard rule != .mostSenior else {
        throw node.refused("most_senior needs {rule, rank, order}: who is senior to whom.")
      }
      return
    }
    let keys = try node.keys(["rule", "rank", "order"])
    rule = try keys.required("rule").word()
    ranks =
      rule == .mostSenior ? (try AnswerPart(try keys.required("rank")), try keys.required("order").texts()) : nil
  }
}
