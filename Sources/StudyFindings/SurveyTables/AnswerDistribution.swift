public import ClusterSurveys
internal import KnowledgeNetworks

/// How often an answer was given by some respondents, or the numbers that all of theirs make.
public struct AnswerRow: Codable, Hashable, Sendable {
  /// The question, or the heading under which claims describe ties.
  public let question: String
  /// What its answers are.
  public let scale: QuestionScale
  /// The wave; `nil` where the study does not tell waves apart.
  public let wave: String?
  /// The range of the ties; `nil` for answers that are not about ties.
  public let range: SurveyCategory?
  /// The kind of the respondents.
  public let kind: SurveyCategory
  /// The answer; all together in the row of the numbers.
  public let answer: SurveyCategory
  /// Those that gave it, of those that answered.
  public internal(set) var share: ObservedShare
  /// The numbers of all answers; `nil` in the row of one answer.
  public internal(set) var summary: Summary?

  /// Numbers of ordered answers.
  ///
  /// Of levels in words they are of the places of the levels, the lowest being 1.
  public struct Summary: Codable, Hashable, Sendable {
    /// The arithmetic mean; `nil` for ordinal answers.
    public let mean: Double?
    /// The standard deviation of a sample; `nil` for ordinal answers and of fewer than two.
    public let standardDeviation: Double?
    /// The lower quartile, between two answers by linear interpolation (type 7 of Hyndman & Fan 1996,
    /// [doi:10.1080/00031305.1996.10473566](https://doi.org/10.1080/00031305.1996.10473566)).
    public let lowerQuartile: Double
    /// The median.
    public let median: Double
    /// The upper quartile.
    public let upperQuartile: Double

    /// - Precondition: there is a value.
    init(of values: [Double], isOrdinal: Bool) {
      let ascending = values.sorted()
      let count = Double(values.count)
      let mean = ascending.reduce(0, +) / count
      let squares = ascending.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = isOrdinal ? nil : mean
      standardDeviation = isOrdinal || values.count < 2 ? nil : (squares / (count - 1)).squareRoot()
      func quantile(_ share: Double) -> Double {
        let place = share * (count - 1)
        let (lower, upper) = (ascending[Int(place)], ascending[min(Int(place) + 1, ascending.count - 1)])
        return lower + (upper - lower) * (place - place.rounded(.down))
      }
      (lowerQuartile, median, upperQuartile) = (quantile(0.25), quantile(0.5), quantile(0.75))
    }
  }

  static func columns(withRange: Bool) -> [TableColumn<AnswerRow>] {
    [.text("wave") { $0.wave }, .text(withRange ? "about" : "question") { $0.question }]
      + [.word("scale") { $0.scale.rawValue }] + (withRange ? [.category("range") { $0.range }] : [])
      + [.category("kind") { $0.kind }, .category("answer") { $0.answer }] + TableColumn.shares { $0.share }
      + [
        .number("mean") { $0.summary?.mean }, .number("sd") { $0.summary?.standardDeviation },
        .number("lower_quartile") { $0.summary?.lowerQuartile }, .number("median") { $0.summary?.median },
        .number("upper_quartile") { $0.summary?.upperQuartile },
      ]
  }
}

/// All answers to one question, or all that claims say of ties under one heading.
struct AnswerDistribution: Sendable {
  /// One answer.
  struct Observation: Sendable {
    let respondent: Int
    let kind: SurveyCategory
    let wave: String?
    let range: SurveyCategory?
    let answer: String
    let number: Double?
  }

  let question: String
  let scale: QuestionScale
  /// By respondent and wave.
  let observations: [Observation]
  /// The answers that are counted one by one, in their order; none of numbers that differ too much.
  let levels: [String]
  private let places: [String: Int]
  private let countsNumbers: Bool

  /// More different numbers than this are not counted one by one.
  static let mostNumbers = 12

  /// - Parameters:
  ///   - levels: The possible answers in their order, if they are known.
  /// - Returns: `nil` where no answer can be used, and for words without a description that differ too much, as open
  ///   questions have them.
  init?(
    _ question: String, scale stated: QuestionScale?, levels known: [String], _ observations: [Observation]
  ) {
    let areNumbers = !observations.isEmpty && observations.allSatisfy { $0.number != nil }
    scale = stated ?? (known.isEmpty ? areNumbers ? .numeric : .nominal : .ordinal)
    countsNumbers = areNumbers && scale != .nominal && (known.isEmpty || scale == .numeric)
    let used = countsNumbers || scale != .numeric ? observations : observations.filter { $0.number != nil }
    let numbers = Set(used.compactMap(\.number)).sorted()
    let words = Set(used.map(\.answer)).subtracting(known).sorted(by: NaturalOrder.precedes)
    let isOpen = known.isEmpty && !countsNumbers && words.count > SurveyCategory.mostShown
    guard !used.isEmpty, !isOpen, scale == .nominal || countsNumbers || words.isEmpty else { return nil }
    let levels =
      countsNumbers
      ? numbers.count > Self.mostNumbers ? [] : numbers.map(NumberText.shortest) : known + words
    (self.question, self.observations, self.levels) = (question, used, levels)
    places = Dictionary(levels.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// How high an answer is, or which it is.
  func value(of observation: Observation) -> Double {
    if countsNumbers, let number = observation.number { return number }
    return Double((places[observation.answer] ?? -1) + 1)
  }

  /// The rows of some answers: one an answer, and one of numbers where answers have an order.
  func rows(
    _ own: [Observation], wave: String?, range: SurveyCategory? = nil, kind: SurveyCategory
  ) -> [AnswerRow] {
    guard !own.isEmpty else { return [] }
    let values = own.map(value(of:))
    func row(_ answer: SurveyCategory, _ count: Int, _ summary: AnswerRow.Summary? = nil) -> AnswerRow {
      AnswerRow(
        question: question, scale: scale, wave: wave, range: range, kind: kind, answer: answer,
        share: ObservedShare(count: count, of: own.count), summary: summary)
    }
    let texts = own.map { observation in
      countsNumbers ? observation.number.map(NumberText.shortest) ?? "" : observation.answer
    }
    let counts = texts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let summary = scale == .nominal ? nil : AnswerRow.Summary(of: values, isOrdinal: scale == .ordinal)
    return levels.map { row(.named($0), counts[$0] ?? 0) } + (summary.map { [row(.all, own.count, $0)] } ?? [])
  }

  /// Tests whether the answers of groups differ: ranks where they have an order, else how often each is given.
  func test(
    _ own: [Observation], by group: (Observation) -> Int, within strata: [Int]? = nil, _ options: PermutationOptions,
    _ workers: Workers
  ) throws(BuzzlineError) -> SampleTest? {
    let (values, groups) = (own.map(value(of:)), own.map(group))
    return scale == .nominal
      ? try SampleTest(
        ofCategories: values.map { Int($0) }, in: groups, within: strata, options: options, workers: workers)
      : try SampleTest(ofValues: values, in: groups, within: strata, options: options, workers: workers)
  }
}

extension Sequence where Element: Hashable {
  /// The number of each element.
  func numbered() -> [Element: Int] {
    Dictionary(enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }
}
