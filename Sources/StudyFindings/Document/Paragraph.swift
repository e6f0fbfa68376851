/// Running text of a report: our words, words we stress, and names from the data.
///
/// Written as a string with interpolations that say what each value is:
///
/// ```swift
/// let finding: Paragraph = "\(stressed: "Gatekeepers") let in \(share: 0.41), first of all \(name: actor.name)."
/// ```
///
/// A string interpolated without a word before it is taken for a name from the data.
public struct Paragraph: Hashable, Sendable {
  /// A stretch of text of one sort.
  public enum Run: Hashable, Sendable {
    /// Our words.
    case plain(String)
    /// Our words, stressed.
    case stressed(String)
    /// A name from the data, which nobody vouches for.
    case name(String)

    /// The stretch as people see it: on one line, names shortened.
    package var shown: String {
      switch self {
      case .plain(let words), .stressed(let words): SafeText.plain(words)
      case .name(let name): SafeText.name(name)
      }
    }

    package var isStressed: Bool { if case .stressed = self { true } else { false } }
  }

  /// The stretches, in order.
  public var runs: [Run]
  /// The statements it is made of; empty where it only explains.
  public internal(set) var statements: [Statement] = []
  /// The works it cites, in the order of the text.
  public internal(set) var references: [Reference] = []

  /// Makes a paragraph of stretches.
  public init(_ runs: [Run] = []) { self.runs = runs }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// The text without stress, names shortened.
  public var text: String { runs.map(\.shown).joined() }

  /// Two paragraphs as one.
  public static func + (left: Paragraph, right: Paragraph) -> Paragraph {
    var both = Paragraph(left.runs + right.runs)
    both.references = left.references + right.references
    return both
  }

  /// Names in a sentence: `A`, `A and B`, `A, B and C`.
  public static func names(_ names: [String]) -> Paragraph {
    var runs: [Run] = []
    for (index, name) in names.enumerated() {
      if index > 0 { runs.append(.plain(index == names.count - 1 ? " and " : ", ")) }
      runs.append(.name(name))
    }
    return Paragraph(runs)
  }
}

extension Paragraph: ExpressibleByStringInterpolation {
  /// Our words.
  public init(stringLiteral words: String) { self.init(words.isEmpty ? [] : [.plain(words)]) }
  /// Our words with values between them.
  public init(stringInterpolation: Interpolation) {
    self.init(stringInterpolation.runs)
    references = stringInterpolation.references
  }

  /// Collects words and values.
  public struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []
    var references: [Reference] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) { runs.reserveCapacity(2 * interpolationCount + 1) }

    /// Our words.
    public mutating func appendLiteral(_ words: String) { add(words) }
    /// A name from the data.
    public mutating func appendInterpolation(_ name: String) { runs.append(.name(name)) }
    /// A name from the data.
    public mutating func appendInterpolation(name: String) { runs.append(.name(name)) }
    /// A word of ours, such as the name of a role.
    public mutating func appendInterpolation(word: String) { add(word) }
    /// Words of ours, stressed.
    public mutating func appendInterpolation(stressed words: String) { runs.append(.stressed(words)) }
    /// Another paragraph, as it is.
    public mutating func appendInterpolation(_ paragraph: Paragraph) {
      runs += paragraph.runs
      references += paragraph.references
    }
    /// The works that a sentence rests on, to stand in brackets: `Burt 1992; Freeman 1977`.
    public mutating func appendInterpolation(citing works: Reference...) {
      add(works.map(\.citation).joined(separator: "; "))
      references += works
    }
    /// How many, and of what: `1 tie`, `2 ties`; with no word, the number alone.
    public mutating func appendInterpolation(count: Int, _ one: String? = nil, _ many: String? = nil) {
      let word = count == 1 ? one : many ?? one.map { $0 + "s" }
      add(NumberText.count(count) + (word.map { " " + $0 } ?? ""))
    }
    /// A number; `nil` is "not defined".
    public mutating func appendInterpolation(number: Double?, decimals: Int = 2) {
      add(NumberText.number(number, decimals: decimals))
    }
    /// A share from 0 to 1, in percent; `nil` is "not defined".
    public mutating func appendInterpolation(share: Double?) { add(NumberText.share(share)) }
    /// A two-sided p, as `two-sided p = 0.034`; `nil` is "p not defined".
    public mutating func appendInterpolation(p probability: Double?) {
      let text = NumberText.p(probability)
      add(text.first?.isNumber == true ? "two-sided p = " + text : "p " + text)
    }

    private mutating func add(_ words: String) {
      guard !words.isEmpty else { return }
      if case .plain(let before) = runs.last {
        runs[runs.count - 1] = .plain(before + words)
      } else {
        runs.append(.plain(words))
      }
    }
  }
}
