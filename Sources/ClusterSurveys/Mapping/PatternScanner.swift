/// Reads a regular expression, known to be one, for what its matching may cost.
struct PatternScanner {
  /// What stands in it one after another, as far as it can be matched in several ways.
  enum Part {
    case open, bar, close
    /// The choice of that number.
    case choice(Int)
  }

  /// A repetition, or something that may be left out.
  struct Choice {
    /// How many times more than it must it may be repeated.
    var reach: Int
    /// Whether what it repeats is a digit.
    var isOfDigits: Bool
    /// Letters of ASCII that must stand behind it.
    var literal = ""
    /// Whether nothing stands behind it.
    var isLast = false
  }

  private struct Level {
    /// Whether it may be matched in several ways.
    var isVariable = false
    /// How many single characters it takes at least.
    var length = 0.0
    /// The choice before it whose literal is being read, and how much of that was read before.
    var pending: Int?
    var literalCount = 0
  }

  private(set) var parts: [Part] = [.open]
  private(set) var choices: [Choice] = []
  /// How many single characters it takes at least.
  private(set) var length = 0.0
  /// The same pattern, in which `.*.*` is `.*`.
  private(set) var merged = ""
  /// Whether a group repeats that may be matched in several ways.
  private(set) var repeatsChoices = false
  /// Whether all that it takes stands one behind another.
  private(set) var isSequence = true
  private(set) var ignoresCase = false
  /// Where something begins whose cost is not known.
  private(set) var unknown: String?

  private let letters: [Character]
  private var place = 0
  /// The groups that are open; the first is the whole pattern.
  private var levels = [Level()]
  /// The choice whose literal is being read.
  private var pending: Int?

  init(_ pattern: String) {
    letters = Array(pattern)
    var last: ArraySlice<Character> = []
    while place < letters.count, unknown == nil {
      let start = place
      scanNext()
      let read = letters[start..<min(place, letters.count)]
      let isRepeated = read == [".", "*"] && last == read
      if isRepeated { dropLastChoice() } else { merged += String(read) }
      last = read
    }
    for level in levels { length += level.length }
    if let pending, choices[pending].literal.isEmpty { choices[pending].isLast = true }
    parts.append(.close)
  }

  private mutating func scanNext() {
    let letter = letters[place]
    place += 1
    switch letter {
    case "\\": scanEscape()
    case "[":
      skipClass()
      take()
    case "(": openGroup()
    case ")": closeGroup()
    case "|":
      (isSequence, pending) = (false, nil)
      levels[levels.count - 1].isVariable = true
      parts.append(.bar)
    case "$" where place == letters.count: break
    case ".", "^", "$": take()
    default: take(literal: letter)
    }
  }

  /// Takes a single character, or what stands for one, and the quantifier behind it.
  private mutating func take(literal: Character? = nil, isOfDigits: Bool = false) {
    guard takeQuantifiers(isVariable: false, length: 1, isOfDigits: isOfDigits) == nil else { return }
    guard let pending, let literal, literal.isASCII, literal >= " " else { return pending = nil }
    choices[pending].literal.append(literal)
  }

  /// The second of two equal repetitions adds nothing.
  private mutating func dropLastChoice() {
    choices.removeLast()
    parts.removeLast()
    pending = choices.count - 1
  }

  // MARK: Groups

  private mutating func openGroup() {
    let start = place - 1
    func stands(_ text: String) -> Bool { letters[place...].starts(with: text) }
    if stands("?i)") {
      (ignoresCase, place) = (true, place + 3)
      return
    }
    if stands("?i:") {
      (ignoresCase, place) = (true, place + 3)
    } else if stands("?:") {
      place += 2
    } else if ["?=", "?!", "?>", "?<=", "?<!"].contains(where: stands) {
      isSequence = false
      place += stands("?<") ? 3 : 2
    } else if ["?<", "?P<"].contains(where: stands) {
      place = (letters[place...].firstIndex(of: ">") ?? place) + 1
    } else if stands("?") || stands("*") {
      unknown = String(letters[start...].prefix(3))
    }
    parts.append(.open)
    levels.append(Level(pending: pending, literalCount: pending.map { choices[$0].literal.count } ?? 0))
  }

  private mutating func closeGroup() {
    guard levels.count > 1 else { return }
    let level = levels.removeLast()
    parts.append(.close)
    if level.isVariable { levels[levels.count - 1].isVariable = true }
    let fewest = takeQuantifiers(isVariable: level.isVariable, length: level.length + 1)
    // What may be left out need not stand behind the choice before.
    guard fewest == 0, let before = level.pending else { return }
    choices[before].literal = String(choices[before].literal.prefix(level.literalCount))
  }

  // MARK: Single characters

  private mutating func scanEscape() {
    guard place < letters.count else { return }
    let letter = letters[place]
    place += 1
    if letter == "Q" {
      // What stands between \Q and \E is text.
      while place < letters.count, !(letters[place - 1] == "\\" && letters[place] == "E") { place += 1 }
      place += 1
      return take()
    }
    guard letter.isLetter || letter.isNumber else { return take(literal: letter) }
    guard letter.isNumber || "dDwWsSbBhHvVRNntrfeAzZpPxuk".contains(letter) else { return unknown = "\\\(letter)" }
    if "pPxuNk".contains(letter), place < letters.count, letters[place] == "{" {
      place = (letters[place...].firstIndex(of: "}") ?? place) + 1
    }
    take(isOfDigits: letter == "d")
  }

  private mutating func skipClass() {
    var depth = 1
    while place < letters.count, depth > 0 {
      switch letters[place] {
      case "\\":
        place += 1
        if place < letters.count, letters[place] == "Q" { unknown = "[\\Q" }
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
      place += 1
    }
  }

  // MARK: Quantifiers

  /// - Returns: How often what stands before must be there; `nil` where no quantifier follows.
  private mutating func takeQuantifiers(isVariable: Bool, length: Double, isOfDigits: Bool = false) -> Int? {
    var (isVariable, length, found) = (isVariable, length, nil as Int?)
    while let (fewest, most) = nextQuantifier() {
      found = min(found ?? .max, fewest)
      if isVariable && most > 1 { repeatsChoices = true }
      length *= Double(max(1, fewest))
      pending = nil
      guard most > fewest else { continue }
      isVariable = true
      levels[levels.count - 1].isVariable = true
      pending = choices.count
      parts.append(.choice(choices.count))
      choices.append(Choice(reach: most == .max ? .max : most - fewest, isOfDigits: isOfDigits))
    }
    levels[levels.count - 1].length += length
    return found
  }

  /// Takes `*`, `+`, `?`, `{2,}` and the like, with the sign behind them for taking little or all.
  private mutating func nextQuantifier() -> (fewest: Int, most: Int)? {
    guard place < letters.count else { return nil }
    var range = (0, Int.max)
    switch letters[place] {
    case "*": break
    case "+": range.0 = 1
    case "?": range.1 = 1
    case "{":
      guard let end = letters[place...].firstIndex(of: "}"), let stated = Self.range(letters[place + 1..<end]) else {
        return nil
      }
      (range, place) = (stated, end)
    default: return nil
    }
    place += 1
    if place < letters.count, "?+".contains(letters[place]) { place += 1 }
    return range
  }

  /// `2`, `2,`, `,3` and `2,3`.
  private static func range(_ letters: ArraySlice<Character>) -> (Int, Int)? {
    let ends = String(letters.filter { $0 != " " }).split(
      separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first else { return nil }
    guard ends.count == 2 else { return Int(first).map { ($0, $0) } }
    guard let fewest = first.isEmpty ? 0 : Int(first), let most = ends[1].isEmpty ? Int.max : Int(ends[1]) else {
      return nil
    }
    return (fewest, most)
  }
}
