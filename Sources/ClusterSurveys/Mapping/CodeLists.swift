internal import DataFiles
internal import KnowledgeNetworks

/// What a cell says of a tie.
enum CellMeaning: Equatable {
  case tie(weight: Double?)
  case noTie
  /// The question was seen and not answered.
  case missing
  /// The question was not shown or not reached.
  case notShown

  var isTie: Bool { if case .tie = self { true } else { false } }
  var isMissing: Bool { self == .missing || self == .notShown }
}

/// Which texts of cells say that there is a tie, that there is none, or nothing: the code lists of a mapping.
///
/// Letter case does not matter. A cell that no list knows is an error, never a guess.
struct CodeLists {
  private var meanings: [String: CellMeaning] = [:]
  /// The same by the spelling of the mapping, which most cells have.
  private var spelt: [String: CellMeaning] = [:]
  /// What a cell says in which nothing was stated.
  private(set) var unstated = CellMeaning.missing
  /// Whether any text that no list knows says that there is a tie, as where a ticked cell repeats its choice.
  private var takesAnyText = false

  static let keys = ["tie", "no_tie", "missing", "not_shown", "strengths", "unstated"]

  /// The lists that hold where a mapping states none.
  init() {}

  /// Reads lists, which add to those that hold for the whole mapping.
  ///
  /// - Throws: `BuzzlineError` if a text stands in two lists of one place, or a strength is no number above 0.
  init(_ node: MappingNode, over general: CodeLists = CodeLists()) throws(BuzzlineError) {
    self = general
    let keys = try node.keys(Self.keys)
    var own: Set<String> = []
    let lists: [(String, CellMeaning)] = [
      ("tie", .tie(weight: nil)), ("no_tie", .noTie), ("missing", .missing), ("not_shown", .notShown),
    ]
    for (key, meaning) in lists {
      for part in keys[key]?.parts ?? [] {
        let text = try part.text()
        if key == "tie", text == "*" { takesAnyText = true } else { try add(text, meaning, part, &own) }
      }
    }
    for (key, value) in try keys["strengths"]?.pairs() ?? [] {
      guard let weight = Double(try value.text()), weight > 0, weight.isFinite else {
        throw value.refused("A strength is a number above 0; a text for no tie stands under no_tie.")
      }
      try add(try key.text(), .tie(weight: weight), key, &own)
    }
    if let node = keys["unstated"] {
      let word: UnstatedMeaning = try node.word()
      unstated = word.meaning
    }
  }

  private mutating func add(
    _ text: String, _ meaning: CellMeaning, _ node: MappingNode, _ own: inout Set<String>
  ) throws(BuzzlineError) {
    let spelling = text.composed.lowercased()
    guard own.insert(spelling).inserted else { throw node.refused("'\(text.excerpt)' stands in two code lists.") }
    meanings[spelling] = meaning
    // What holds for the whole mapping may be spelt in other letters.
    spelt = spelt.filter { $0.key.lowercased() != spelling }
    spelt[text.composed] = meaning
  }

  /// What a cell says; `nil` if no list knows it.
  ///
  /// - Parameter codebook: What the file itself says of the codes of the column.
  func meaning(of text: String, isUnstated: Bool, _ codebook: Sheet.Codebook?) -> CellMeaning? {
    if isUnstated { return unstated }
    if codebook?.missing.contains(text) == true { return .missing }
    if let known = spelt[text] ?? meanings[text.lowercased()] { return known }
    if let label = codebook?.labels[text], let known = meanings[label.lowercased()] { return known }
    // A cell that was stated and is empty says as much as one that was not, unless a list knows it.
    if text.isEmpty { return unstated }
    return takesAnyText ? .tie(weight: nil) : nil
  }
}

private enum UnstatedMeaning: String, CaseIterable {
  case noTie = "no_tie"
  case missing
  case notShown = "not_shown"

  var meaning: CellMeaning {
    switch self {
    case .noTie: .noTie
    case .missing: .missing
    case .notShown: .notShown
    }
  }
}
