internal import KnowledgeNetworks

/// A regular expression for whole headings, whose matching comes to an end.
///
/// Matching goes back and tries again. Where a group repeats that holds a repetition or alternatives itself, as in
/// `(a+)+`, the tries double with each character; such patterns are refused, and so is what is seldom used and would
/// change how the rest is read, such as `(?x)`. Of all others the tries are counted before, as many as there can be:
///
/// - A repetition before letters ends only where these stand: `.* - ` at most as often as the text has ` - `.
/// - The last one ends at the end, and `\d+` at the end of digits.
/// - Any other may end at each of the *n* places of a text; *k* of them, one behind another, in some *n*^*k*/*k*! ways.
/// - Ways multiply along the pattern, and add up over alternatives.
///
/// A pattern is refused where these are more than ``mostSteps`` over all headings, some seconds' work. `.*.*` is matched
/// as `.*`.
struct HeadingPattern {
  let text: String
  private let node: MappingNode
  private let scanner: PatternScanner
  /// What each heading that it fits begins with.
  private let start: Substring

  static let mostSteps = 3e7

  /// - Throws: `BuzzlineError` if it is no regular expression, repeats what repeats, or uses what is not known here.
  init(_ node: MappingNode) throws(BuzzlineError) {
    (self.node, text) = (node, try node.text())
    do { _ = try Regex(text) } catch { throw node.refused("'\(text.excerpt)' is no regular expression.") }
    (scanner, start) = (PatternScanner(text), Self.start(of: text))
    if let unknown = scanner.unknown {
      throw node.refused("'\(text.excerpt)' uses '\(unknown.excerpt)', which patterns of a mapping do not have.")
    }
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
  /// - Throws: `BuzzlineError` at the pattern if matching it with the texts may take too long.
  func captures(in texts: [String]) throws(BuzzlineError) -> [[String: String]?] {
    let regex = try? Regex(scanner.merged)
    var (found, steps): ([[String: String]?], Double) = ([], 0)
    for (column, text) in texts.enumerated() {
      guard text.hasPrefix(start), !text.isEmpty else {
        found.append(nil)
        continue
      }
      steps += scanner.steps(in: text)
      guard steps <= Self.mostSteps else {
        throw node.refused(
          "'\(self.text.excerpt)' can be matched in too many ways with texts such as the one of \(text.count) characters "
            + "above column \(column + 1); put letters between its repetitions, or select columns by {position}.")
      }
      found.append(Self.captures(of: regex, in: text))
    }
    return found
  }

  private static func captures(of regex: Regex<AnyRegexOutput>?, in text: String) -> [String: String]? {
    guard let match = try? regex?.wholeMatch(in: text) else { return nil }
    var captures: [String: String] = [:]
    for value in match.output {
      if let name = value.name, let text = value.substring { captures[name] = String(text) }
    }
    return captures
  }
}

extension PatternScanner {
  /// At most how many single characters are compared where the pattern is matched with a text.
  fileprivate func steps(in text: String) -> Double {
    let count = text.utf8.count
    let bytes = Array((ignoresCase ? text.lowercased().uppercased() : text).utf8)
    let digits = text.split { !$0.isNumber }.map(\.count).max() ?? 0
    var (steps, ways, free) = (0.0, 1.0, 0.0)
    // Of each group that is open: the ways to come to it, and those through its alternatives so far.
    var groups: [(before: Double, through: Double)] = []
    for part in parts {
      switch part {
      case .open: groups.append((ways, 0))
      case .bar:
        groups[groups.count - 1].through += ways
        ways = groups[groups.count - 1].before
      case .close: ways += groups.popLast()?.through ?? 0
      case .choice(let number):
        let choice = choices[number]
        let reach = min(choice.reach, choice.isOfDigits ? digits : count) + 1
        steps += ways * Double(reach)
        if isSequence, choice.isLast { continue }
        if isSequence, !choice.literal.isEmpty {
          let literal = Array((ignoresCase ? choice.literal.uppercased() : choice.literal).utf8)
          ways *= Double(min(reach, max(1, bytes.occurrences(of: literal))))
        } else if isSequence, reach > count {
          free += 1
          ways *= (Double(count) + free) / free
        } else {
          ways *= Double(reach)
        }
      }
    }
    return steps + ways * length
  }
}

extension [UInt8] {
  /// At how many places other bytes begin in these.
  fileprivate func occurrences(of others: [UInt8]) -> Int {
    guard let first = others.first, others.count <= count else { return 0 }
    return (0...count - others.count).count { self[$0] == first && self[$0..<$0 + others.count].elementsEqual(others) }
  }
}
