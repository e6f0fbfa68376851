internal import KnowledgeNetworks

/// Finds names that may mean the same, in one place for all; nothing is ever joined by it.
///
/// They are equal but for letter case, blanks, invisible characters, punctuation, legal forms, and, where a name is a
/// number, zeros in front of it.
struct NearEqualNames {
  /// The positions of near-equal names, each group and the groups ascending.
  let groups: [[Int]]
  /// What the names are made of.
  let letters: Letters

  /// In what near-equal names may differ, for messages.
  static let differences =
    "letter case, blanks, invisible characters, punctuation, legal form or leading zeros"

  /// What makes names near-equal.
  struct Key: Hashable {
    private let name: NormalisedName
    private let number: Substring?

    init(_ text: String) {
      number = NearEqualNames.number(text)
      name = NormalisedName(number == nil ? text : "")
    }

    /// Whether there is anything to compare.
    var isEmpty: Bool { name.isEmpty && number == nil }
  }

  /// Looks for near-equal names among different ones.
  ///
  /// - Complexity: O(*n* *l*) time for *n* names of *l* bytes; O(*n*) space.
  init(_ count: Int, workers: Workers, name: @Sendable (Int) -> String) {
    letters = Letters(of: count, workers: workers, name: name)
    guard letters.canFold else {
      groups = []
      return
    }
    let candidates = RecurringNames(count, workers: workers) { position in
      Self.hash(of: name(position))
    }.candidates
    let alike = Dictionary(grouping: candidates) { Key(name($0)) }
    groups = alike.filter { !$0.key.isEmpty && $0.value.count > 1 }.map { $0.value.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// A number that near-equal names share; the same as long as the program runs.
  static func hash(of name: String) -> Int {
    guard let number = number(name), number.utf8.count < name.utf8.count else { return NormalisedName.hash(of: name) }
    return NormalisedName.hash(of: String(number))
  }

  /// The digits of a whole number without zeros in front; `nil` for anything else.
  private static func number(_ text: String) -> Substring? {
    guard let first = text.utf8.first, first &- 0x30 < 10, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return text.drop { $0 == "0" }
  }
}

extension String {
  /// The text with invisible characters written out, as `\u{200B}`.
  var madeVisible: String {
    guard unicodeScalars.contains(where: { !$0.isASCII }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      let category = scalar.properties.generalCategory
      let isSeen =
        scalar.isASCII
        || !(scalar.properties.isDefaultIgnorableCodePoint || category == .format || category == .spaceSeparator)
      if isSeen {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
}

extension Sequence<String> {
  /// The first twenty in quotes, and how many more there are: `'a', 'b' and 3 more`.
  var quotedList: String {
    let names = Array(self)
    let shown = names.prefix(20).map { "'\($0.prefix(60).description.madeVisible)'" }.joined(separator: ", ")
    return names.count > 20 ? shown + " and \(names.count - 20) more" : shown
  }

  /// Each as an instance of a remark, at the place where it stands first.
  func instances(at places: [String: Place]) -> [Remark.Instance] {
    map { Remark.Instance("'\($0.madeVisible)'", at: places[$0] ?? Place()) }
  }
}

extension [[String]] {
  /// The first twenty groups in parentheses, and how many more there are.
  var quotedGroups: String {
    let shown = prefix(20).map { "(\($0.quotedList))" }.joined(separator: ", ")
    return count > 20 ? shown + " and \(count - 20) more groups" : shown
  }
}
