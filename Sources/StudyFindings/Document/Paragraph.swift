public import ClusterSurveys
internal import KnowledgeDiffusion

/// Running text of a report: our words, words we stress, and names from the data, in whatever language it is asked for.
///
/// Written as a string with interpolations that say what each value is; words between asterisks are stressed:
///
/// ```swift
/// let finding: Paragraph = "*Gatekeepers* let in \(share: 0.41), first of all \(name: actor.name)."
/// ```
///
/// A translator is given the words of one such string at a time, so that each should be a sentence.
public struct Paragraph: Hashable, Sendable {
  /// A stretch of text of one sort, as readers of a language see it.
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

  private var phrases: [Phrase]
  /// The statements it is made of; empty where it only explains.
  public internal(set) var statements: [Statement] = []
  /// The works it cites, in the order of the text.
  public internal(set) var references: [Reference] = []

  init(_ phrases: [Phrase]) { self.phrases = phrases }

  /// Words of ours that stand in a variable, such as the name of a role.
  public init(ours words: String) { self.init(words.isEmpty ? [] : [Phrase(template: words, hasMarks: false)]) }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { text.isEmpty }

  /// The English text without stress, names shortened.
  public var text: String { text(in: .english) }

  /// The text in a language without stress, names shortened.
  public func text(in language: Language) -> String { runs(in: language).map(\.shown).joined() }

  /// The stretches of the text in a language, in order.
  public func runs(in language: Language) -> [Run] {
    var runs: [Run] = []
    append(to: &runs, in: language, isStressed: false)
    return runs
  }

  func append(to runs: inout [Run], in language: Language, isStressed: Bool) {
    for phrase in phrases { phrase.append(to: &runs, in: language, isStressed: isStressed) }
  }

  /// Two paragraphs as one.
  public static func + (left: Paragraph, right: Paragraph) -> Paragraph {
    var both = Paragraph(left.phrases + right.phrases)
    both.references = left.references + right.references
    return both
  }
}

extension Sequence<Paragraph> {
  /// All of them as one, with signs between them that are the same in every language.
  func joined(by signs: String) -> Paragraph {
    reduce(into: nil) { (all: inout Paragraph?, next) in all = all.map { $0 + Paragraph(ours: signs) + next } ?? next }
      ?? ""
  }

  /// All of them in a sentence: `A`, `A and B`, `A, B and C`.
  func listed() -> Paragraph {
    let all = Array(self)
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return "\(all.dropLast().joined(by: ", ")) and \(last)"
  }

  /// The first of them in a sentence, and how many more there are: `A, B and 3 more`.
  func listed(first count: Int) -> Paragraph {
    let all = Array(self)
    guard all.count > count else { return all.listed() }
    return "\(all.prefix(count).joined(by: ", ")) and \(count: all.count - count) more"
  }
}

extension Paragraph {
  /// Names from the data in a sentence: `A`, `A and B`, `A, B and C`.
  public static func names(_ names: [String]) -> Paragraph { names.map { "\(name: $0)" }.listed() }
}

extension Paragraph {
  /// The name of a month, from 1.
  fileprivate static func month(_ number: Int) -> Paragraph {
    let names: [Paragraph] = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names[number - 1]
  }
}

extension Paragraph: ExpressibleByStringInterpolation {
  /// Our words.
  public init(stringLiteral words: String) { self.init(words.isEmpty ? [] : [Phrase(template: words)]) }

  /// Our words with values between them.
  public init(stringInterpolation: Interpolation) {
    let phrase = stringInterpolation.phrase
    if phrase.template == "{1}", case .paragraph(let alone)? = phrase.values.first {
      self.init(alone.phrases)
    } else {
      self.init(phrase.template.isEmpty ? [] : [phrase])
    }
    references = stringInterpolation.references
  }

  /// Collects words and values.
  public struct Interpolation: StringInterpolationProtocol {
    var phrase = Phrase(template: "")
    var references: [Reference] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) { phrase.values.reserveCapacity(interpolationCount) }

    /// Our words.
    public mutating func appendLiteral(_ words: String) { phrase.template += words }
    /// A name from the data.
    public mutating func appendInterpolation(name: String) { add(.name(name)) }
    /// A word that is the same in every language, such as a version or the name of an option.
    public mutating func appendInterpolation(verbatim word: String) { add(.verbatim(word)) }
    /// Words of ours that stand in a variable, such as the name of a role.
    public mutating func appendInterpolation(word: String) { add(.paragraph(Paragraph(ours: word))) }
    /// Words of ours, stressed.
    public mutating func appendInterpolation(stressed words: Paragraph) { add(.stressed(words)) }
    /// Another paragraph, as it is.
    public mutating func appendInterpolation(_ paragraph: Paragraph) {
      add(.paragraph(paragraph))
      references += paragraph.references
    }
    /// The works that a sentence rests on, to stand in brackets: `Burt 1992; Freeman 1977`.
    public mutating func appendInterpolation(citing works: Reference...) {
      add(.paragraph(works.map(\.citation).joined(by: "; ")))
      references += works
    }
    /// How many, and of what: `1 tie`, `2 ties`; with no word, the number alone.
    public mutating func appendInterpolation(count: Int, _ one: String? = nil, _ many: String? = nil) {
      add(.count(count), one.map { ":\($0)|\(many ?? $0 + "s")" } ?? "")
    }
    /// A word that goes with a count, which stands elsewhere.
    public mutating func appendInterpolation(for count: Int, _ one: String, _ many: String) {
      add(.count(count), "?\(one)|\(many)")
    }
    /// A number; `nil` is "not defined".
    public mutating func appendInterpolation(number: Double?, decimals: Int = 2) {
      add(.number(number, decimals: decimals))
    }
    /// A number that was chosen, such as a probability, with as many decimals as it has.
    public mutating func appendInterpolation(exact number: Double) { add(.written(NumberText.shortest(number))) }
    /// A day of the calendar.
    public mutating func appendInterpolation(day: SurveyDay) {
      add(.paragraph("\(count: day.day) \(Paragraph.month(day.month)) \(verbatim: "\(day.year)")"))
    }
    /// A share from 0 to 1, in percent; `nil` is "not defined".
    public mutating func appendInterpolation(share: Double?, decimals: Int = 1) {
      add(.share(share, decimals: decimals))
    }
    /// A two-sided p, as `two-sided p = 0.034`; `nil` is "p not defined".
    public mutating func appendInterpolation(p probability: Double?) {
      let isDefined = probability?.isFinite == true
      add(.paragraph(isDefined ? "two-sided p = \(onlyP: probability)" : "p not defined"))
    }
    /// A probability, the number alone.
    mutating func appendInterpolation(onlyP probability: Double?) { add(.p(probability)) }
    /// A mean and its standard error, with as many decimals as show a digit of the latter.
    mutating func appendInterpolation(_ estimate: Estimate) {
      let decimals = NumberText.decimals(of: estimate)
      add(
        .paragraph(
          estimate.standardError.map {
            "\(number: estimate.mean, decimals: decimals) (standard error \(number: $0, decimals: decimals))"
          } ?? "\(number: estimate.mean)"))
    }

    private mutating func add(_ value: Phrase.Value, _ forms: String = "") {
      phrase.values.append(value)
      phrase.template += "{\(phrase.values.count)\(forms)}"
    }
  }
}
