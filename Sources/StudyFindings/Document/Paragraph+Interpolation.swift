extension Paragraph: ExpressibleByStringInterpolation {
  /// Our words.
  public init(stringLiteral words: String) { self.init(words.isEmpty ? [] : [.plain(words)]) }
  /// Our words with values between them.
  public init(stringInterpolation: Interpolation) { self.init(stringInterpolation.runs) }

  /// Collects words and values.
  public struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {
      runs.reserveCapacity(2 * interpolationCount + 1)
    }

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
    public mutating func appendInterpolation(_ paragraph: Paragraph) { runs += paragraph.runs }
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
