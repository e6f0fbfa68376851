internal import DataFiles
internal import KnowledgeNetworks

/// The sorts of files a study is made of.
enum FileRole: String, CaseIterable {
  case actors, aliases, claims, responses, answers, questions, ties, memberships

  /// The sort of a file in a study folder, by its name: `ties.csv`; `nil` where it is none.
  init?(ofFile name: String) {
    guard name.hasSuffix(".csv") else { return nil }
    if name == NameReview.fileName {
      self = .aliases
    } else {
      self.init(rawValue: String(name.dropLast(4)))
    }
  }

  /// The columns that a file of this sort can have, the required ones first.
  var words: [String] {
    switch self {
    case .actors: ["id", "name", "kind", "cluster", "region", "country"]
    case .aliases:
      ["label", "actor", "decision"] + NameReview.headings.filter { !["label", "actor", "decision"].contains($0) }
    case .claims: ["respondent", "item", "partner", "answer", "wave", "topic", "channel", "weight"] + Self.tieDetails
    case .responses: ["respondent", "item", "status", "wave", "date"]
    case .answers: ["respondent", "question", "answer", "wave"]
    case .questions: ["question", "text", "scale", "levels"]
    case .ties: ["source", "target", "weight", "topic", "channel", "wave"]
    case .memberships: ["group", "member", "role"]
    }
  }

  /// What claims may say of a tie beside its layer and weight, under headings of their own.
  static let tieDetails = ["experience", "effect", "range"]

  /// The columns without which a file is not of this sort.
  var required: ArraySlice<String> {
    switch self {
    case .actors, .questions: words.prefix(1)
    case .aliases, .ties, .memberships: words.prefix(2)
    case .claims, .responses, .answers: words.prefix(3)
    }
  }
}

/// The headings by which the columns of a study's files are known, in any letter case: the one list of them.
struct KnownHeadings: Sendable {
  /// The headings of one file.
  let names: [String]
  let options: ReadingOptions
  private let file: String

  /// Spellings of a canonical heading beside itself, the likeliest first: those of R, Gephi and NetworkX, of egocentric
  /// surveys, and German ones.
  static let others: [String: [String]] = [
    "source": ["from", "giver", "ego", "von", "quelle", "geber"],
    "target": ["to", "receiver", "alter", "an", "nach", "ziel", "empfänger"],
    "weight": ["gewicht", "strength"],
    "channel": ["relation", "kanal"],
    "topic": ["thema"],
    "wave": ["welle"],
    "group": [
      "project", "projectid", "project_id", "event", "eventid", "event_id", "consortium", "projekt", "vorhaben",
      "veranstaltung", "gruppe",
    ],
    "member": [
      "actor", "organisation", "organization", "organisationid", "organizationid", "organisation_id", "organization_id",
      "org", "participant", "mitglied", "teilnehmer", "einrichtung", "id",
    ],
    "role": ["rolle", "funktion"],
  ]

  init(of table: CSVTable, options: ReadingOptions) {
    (names, file, self.options) = (table.headings, table.file, options)
  }

  /// The column that a canonical word stands for, whatever the options say: the one so headed, else the one so headed
  /// in other letter case, else the first of another spelling.
  func known(_ word: String) -> Int? {
    if let exact = names.firstIndex(of: word) { return exact }
    let folded = names.map { $0.lowercased() }
    return ([word] + (Self.others[word] ?? [])).lazy.compactMap(folded.firstIndex).first
  }

  /// The column that a canonical word stands for, `nil` if the file has none.
  func column(_ word: String) throws(BuzzlineError) -> Int? {
    guard let chosen = options.heading(for: word) else { return known(word) }
    if let column = names.firstIndex(of: chosen) { return column }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: file),
      "There is no column '\(chosen)'; the headings are \(listed)." + suggestion(for: chosen, in: names))
  }

  func requiredColumn(_ word: String) throws(BuzzlineError) -> Int {
    if let column = try column(word) { return column }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: file),
      "There is no column '\(word)' among the headings \(listed); name the right one"
        + (ReadingOptions.canName(word) ? " with --\(word)-column." : " so."))
  }

  /// The columns of those words that the file has.
  func columns(_ words: some Sequence<String>) -> [Int] { words.compactMap { (try? column($0)) ?? nil } }

  /// The sort of file that they tell.
  func role() throws(BuzzlineError) -> FileRole {
    for role in [FileRole.claims, .responses, .answers, .aliases] where role.required.allSatisfy({ known($0) != nil }) {
      return role
    }
    if known("question") != nil, known("scale") ?? known("levels") != nil { return .questions }
    if try column("source") != nil, try column("target") != nil { return .ties }
    let hasIdentifier = try column("id") != nil
    // Further columns of an actor file may be called as groups are.
    if !hasIdentifier, FileRole.memberships.required.allSatisfy({ known($0) != nil }) { return .memberships }
    if options.sourceColumn == nil, hasIdentifier { return .actors }
    throw BuzzlineError(
      .unknownColumn, at: Place(file: file),
      "The headings \(listed) do not tell who gives and who receives; name both with --source-column "
        + "and --target-column, or say --no-header where the first line is a tie.")
  }

  /// The first of them, for messages.
  var listed: String {
    let shown = names.prefix(12).map { "'\($0.excerpt)'" }.joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }

  /// Whether they may be those of a matrix, by the first cell below them.
  func mayHeadMatrix(above firstCell: String?) -> Bool { names.count >= 3 && firstCell.map(names.contains) == true }
}
