internal import KnowledgeNetworks

/// Finds names that may mean the same, in one place for all; nothing is ever joined by it.
///
/// They are equal but for letter case, blanks, invisible characters, punctuation, legal forms, and, where a name is a
/// number, zeros in front of it.
struct NearEqualNames {
  /// The positions of near-equal names, each group and the groups ascending.
  let groups: [[Int]]
  let letters: Letters

  /// In what near-equal names may differ, for messages.
  static let differences = "letter case, blanks, invisible characters, punctuation, legal form or leading zeros"

  /// What makes names near-equal.
  struct Key: Hashable {
    private let name: NormalisedName
    private let number: Substring?

    init(_ text: String) {
      number = NearEqualNames.number(text)
      name = NormalisedName(number == nil ? text : "")
    }

    var isEmpty: Bool { name.isEmpty && number == nil }
  }

  /// Looks for near-equal names among different ones.
  ///
  /// - Complexity: O(*n* *l*) time for *n* names of *l* bytes; O(*n*) space.
  init(_ count: Int, workers: Workers, name: @Sendable (Int) -> String) {
    letters = workers.finished(over: count) { positions in
      positions.reduce(into: Letters()) { $0.formUnion(Letters(of: name($1))) }
    }.reduce(into: []) { $0.formUnion($1) }
    guard letters.canFold else {
      groups = []
      return
    }
    let candidates = RecurringNames(count, workers: workers) { Self.hash(of: name($0)) }.candidates
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

/// What names are made of, as far as it decides whether different ones can be near-equal.
struct Letters: OptionSet, Sendable {
  let rawValue: UInt8

  static let small = Letters(rawValue: 1)
  static let capital = Letters(rawValue: 2)
  /// Anything but letters and digits of ASCII.
  static let other = Letters(rawValue: 4)
  /// A number with a zero in front.
  static let paddedNumber = Letters(rawValue: 8)

  /// Whether different names of such letters may be near-equal.
  var canFold: Bool { contains([.small, .capital]) || contains(.other) || contains(.paddedNumber) }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of name: String) {
    self = []
    var isNumber = true
    for byte in name.utf8 where byte &- 0x30 >= 10 {
      isNumber = false
      formUnion(byte &- 0x61 < 26 ? .small : byte &- 0x41 < 26 ? .capital : .other)
    }
    if isNumber, name.utf8.first == UInt8(ascii: "0") { formUnion(.paddedNumber) }
  }
}

/// Finds things that may share their name with another, without keeping the names of all.
struct RecurringNames {
  /// The positions of everything that shares its name, and of a few that do not.
  let candidates: [Int]

  /// Looks for equal numbers, which equal names have.
  ///
  /// - Complexity: O(*n*) time and space.
  init(_ count: Int, workers: Workers, hash: @Sendable (Int) -> Int) {
    let hashes = workers.finished(over: count) { positions in
      positions.map { UInt64(bitPattern: Int64(hash($0))) }
    }.flatMap(\.self)
    let width = UInt64(min(32, 5 + Int.bitWidth - count.leadingZeroBitCount))
    let mask = (1 as UInt64) << width - 1
    var (once, twice) = (BitSet(mask), BitSet(mask))
    for hash in hashes where !once.insert(hash & mask) { _ = twice.insert(hash & mask) }
    let alike = hashes.indices.filter { twice.contains(hashes[$0] & mask) }
    var counts: [UInt64: Int] = [:]
    for actor in alike { counts[hashes[actor], default: 0] += 1 }
    candidates = alike.filter { counts[hashes[$0]] ?? 0 > 1 }
  }
}

/// A set of numbers up to a greatest one.
private struct BitSet {
  private var words: [UInt64]

  init(_ greatest: UInt64) { words = [UInt64](repeating: 0, count: Int(greatest) / 64 + 1) }

  func contains(_ number: UInt64) -> Bool { words[Int(number >> 6)] & (1 << (number & 63)) != 0 }

  /// Adds a number; `false` if it was there.
  mutating func insert(_ number: UInt64) -> Bool {
    guard !contains(number) else { return false }
    words[Int(number >> 6)] |= 1 << (number & 63)
    return true
  }
}

extension Workers {
  /// What each stretch of so many things gives, in order.
  func finished<Part: Sendable>(over count: Int, compute body: @Sendable (Range<Int>) -> Part) -> [Part] {
    let size = 1 << 14
    return finished((count + size - 1) / size) { body($0 * size..<min(count, ($0 + 1) * size)) }
  }
}
