internal import KnowledgeNetworks

/// A regular expression for whole headings, whose matching comes to an end.
///
/// Matching goes back and tries again. Where a group repeats that holds a repetition or alternatives itself, as in
/// `(a+)+`, the tries double with each character; such patterns are refused. Of *k* repetitions beside one another, a
/// heading of *n* characters can be parted in some *n*^*k*/*k*! ways, which is refused where it is too much.
struct HeadingPattern {
  let text: String
  private let node: MappingNode
  /// How many parts of it may be of different lengths.
  private let repetitions: Int
  /// What each heading that it fits begins with.
  private let start: Substring

  /// More ways than this to part a heading take minutes.
  private static let mostWays = 5e9

  /// - Throws: `BuzzlineError` if it is no regular expression, or repeats what repeats.
  init(_ node: MappingNode) throws(BuzzlineError) {
    (self.node, text) = (node, try node.text())
    do { _ = try Regex(text) } catch { throw node.refused("'\(text.excerpt)' is no regular expression.") }
    var scanner = RepetitionScanner(text)
    scanner.scan()
    (repetitions, start) = (scanner.repetitions, Self.start(of: text))
    guard !scanner.repeatsChoices else {
      throw node.refused(
        "'\(text.excerpt)' repeats a group that holds a repetition or alternatives, as (a+)+ does; matching it may "
          + "never end. Repeat single characters only.")
    }
  }

  /// The letters before the first sign that means something else.
  private static func start(of pattern: String) -> Substring {
    guard !pattern.contains("|") else { return "" }
    let letters = pattern.prefix { $0.isLetter || $0.isNumber || "_ -:,".contains($0) }
    let next = pattern[letters.endIndex...].first
    return next.map { "*+?{".contains($0) } == true ? letters.dropLast() : letters
  }

  /// What the named groups hold in each text that the pattern fits as a whole; `nil` for others.
  ///
  /// - Throws: `BuzzlineError` at the pattern if a text is too long for as many repetitions.
  func captures(in texts: [String]) throws(BuzzlineError) -> [[String: String]?] {
    let regex = try? Regex(text)
    var found: [[String: String]?] = []
    for (column, text) in texts.enumerated() {
      guard text.hasPrefix(start) else {
        found.append(nil)
        continue
      }
      let ways = (1...max(1, repetitions)).reduce(1.0) { $0 * Double(text.utf8.count) / Double($1) }
      guard repetitions < 2 || ways <= Self.mostWays else {
        throw node.refused(
          "'\(self.text.excerpt)' holds \(repetitions) repetitions, too many for the text of \(text.count) characters "
            + "above column \(column + 1); select columns by {position} or by shorter patterns.")
      }
      found.append(Self.captures(of: regex, in: text))
    }
    return found
  }

  private static func captures(of regex: Regex<AnyRegexOutput>?, in text: String) -> [String: String]? {
    guard !text.isEmpty, let match = try? regex?.wholeMatch(in: text) else { return nil }
    var captures: [String: String] = [:]
    for value in match.output {
      if let name = value.name, let text = value.substring { captures[name] = String(text) }
    }
    return captures
  }
}

/// Counts the repetitions of a regular expression that is known to be one.
private struct RepetitionScanner {
  private(set) var repetitions = 0
  /// Whether a group repeats that may be matched in several ways.
  private(set) var repeatsChoices = false

  private let letters: [Character]
  private var place = 0
  /// Of each group that is open, whether it may be matched in several ways; the first is the whole pattern.
  private var isVariable = [false]

  init(_ pattern: String) { letters = Array(pattern) }

  mutating func scan() {
    while place < letters.count {
      let letter = letters[place]
      place += 1
      switch letter {
      case "\\": skipEscape()
      case "[": skipClass()
      case "(":
        isVariable.append(false)
        // What begins with (? names the group or says what it is for.
        if place < letters.count, letters[place] == "?" { place += 1 }
        continue
      case "|":
        isVariable[isVariable.count - 1] = true
        continue
      case ")":
        let inner = isVariable.count > 1 ? isVariable.removeLast() : false
        if inner { isVariable[isVariable.count - 1] = true }
        takeQuantifiers(ofChoices: inner)
        continue
      default: break
      }
      takeQuantifiers(ofChoices: false)
    }
  }

  private mutating func skipEscape() {
    guard place < letters.count else { return }
    place += 1
    guard letters[place - 1] == "Q" else { return }
    // What stands between \Q and \E is text.
    while place < letters.count, !(letters[place - 1] == "\\" && letters[place] == "E") { place += 1 }
    place += 1
  }

  private mutating func skipClass() {
    var depth = 1
    while place < letters.count, depth > 0 {
      switch letters[place] {
      case "\\": place += 1
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
      place += 1
    }
  }

  /// Takes `*`, `+`, `?`, `{2,}` and the like, with the sign behind them for taking little or all.
  private mutating func takeQuantifiers(ofChoices isOfChoices: Bool) {
    while place < letters.count {
      var (fewest, most) = (0, Int.max)
      switch letters[place] {
      case "*": break
      case "+": fewest = 1
      case "?": most = 1
      case "{":
        guard let end = letters[place...].firstIndex(of: "}"), let range = Self.range(letters[place + 1..<end]) else {
          return
        }
        ((fewest, most), place) = (range, end)
      default: return
      }
      place += 1
      if isOfChoices && most > 1 { repeatsChoices = true }
      if most > fewest {
        repetitions += 1
        isVariable[isVariable.count - 1] = true
      }
    }
  }

  /// `2`, `2,`, `,3` and `2,3`.
  private static func range(_ letters: ArraySlice<Character>) -> (Int, Int)? {
    let ends = letters.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
    guard let first = ends.first else { return nil }
    guard ends.count == 2 else { return Int(first).map { ($0, $0) } }
    guard let fewest = first.isEmpty ? 0 : Int(first), let most = ends[1].isEmpty ? Int.max : Int(ends[1]) else {
      return nil
    }
    return (fewest, most)
  }
}
