internal import ClusterSurveys
internal import KnowledgeNetworks

/// What respondents answer to questions that are not about partners, by wave and kind: benefits, barriers, funding.
///
/// Numbers that are all numbers are numeric where `questions.csv` does not say otherwise, words are nominal; levels that are
/// listed without a scale have an order. Words of a question without levels that differ too much (more than
/// ``SurveyCategory/mostShown``) are open answers and not counted. Actors that do not belong to the study in a wave are left
/// out. The intervals are Wilson's, of respondents.
///
/// Properties: `distributionsAreCountedByHand`, `theOrderOfRowsIsWithoutEffect`.
public struct SurveyItemFinding: Finding, Hashable {
  /// By question, wave, kind and answer.
  public internal(set) var rows: [AnswerRow]
  /// The words of questions, where `questions.csv` gives them.
  public let texts: [String: String]
  /// Questions with open answers, which are not counted.
  public let openQuestions: [String]

  /// A row a wave, question, kind and answer, and one of the numbers where answers have an order.
  public var table: FindingsTable {
    FindingsTable(
      "survey-items", rows: rows, columns: AnswerRow.columns(withRange: false), [.text("text") { texts[$0.question] }])
  }

  /// Which questions are left out.
  public var statements: [String] {
    openQuestions.isEmpty ? [] : ["Open answers are not counted: \(openQuestions.joined(separator: ", "))."]
  }
}

extension SurveyItemFinding {
  /// - Parameter tests: Takes whether kinds and waves differ.
  /// - Returns: `nil` where nobody answers such a question.
  init?(
    of survey: Survey, options: PermutationOptions, workers: Workers, tests: inout [SurveyTest]
  ) throws(BuzzlineError) {
    let present = survey.answers.filter { survey.presence.includes($0.respondent, in: $0.wave ?? "") }
    let byQuestion = Dictionary(grouping: present, by: \.question)
    guard !byQuestion.isEmpty else { return nil }
    let described = Dictionary(survey.questions.map { ($0.question, $0) }) { first, _ in first }
    var (rows, open) = ([AnswerRow](), [String]())
    for question in byQuestion.keys.sorted(by: NaturalOrder.precedes) {
      let observations = (byQuestion[question] ?? []).map { answer in
        AnswerDistribution.Observation(
          respondent: answer.respondent, kind: survey.actors[answer.respondent].kindCategory, wave: answer.wave,
          range: nil, answer: answer.answer, number: answer.number)
      }.sorted { one, other in
        one.respondent == other.respondent
          ? NaturalOrder.precedes(one.wave, other.wave) : one.respondent < other.respondent
      }
      let description = described[question]
      guard
        let distribution = AnswerDistribution(
          question, scale: description?.scale, levels: description?.levels ?? [], observations)
      else {
        open.append(question)
        continue
      }
      rows += distribution.rowsByKind
      tests += try distribution.testsOfKinds(options, workers)
      if let test = try distribution.testOfWaves(options, workers) { tests.append(test) }
    }
    (self.rows, openQuestions) = (rows, open)
    texts = Dictionary(survey.questions.compactMap { about in about.text.map { (about.question, $0) } }) { one, _ in one
    }
  }
}

extension AnswerDistribution {
  /// The waves, what states none first.
  var waves: [String?] { Set(observations.map(\.wave)).sorted(by: NaturalOrder.precedes) }

  fileprivate var rowsByKind: [AnswerRow] {
    let kinds = SurveyCategory.shown(observations.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }).categories
    return waves.flatMap { wave in
      kinds.flatMap { kind in
        rows(
          observations.filter { $0.wave == wave && (kind == .all || $0.kind == kind) }, wave: wave, kind: kind)
      }
    }
  }

  /// Whether kinds of respondents differ in each wave; respondents whose kind is not stated are left out.
  fileprivate func testsOfKinds(
    _ options: PermutationOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [SurveyTest] {
    let numbers = Set(observations.map(\.kind)).sorted().numbered()
    var tests: [SurveyTest] = []
    for wave in waves {
      let own = observations.filter { $0.wave == wave && $0.kind.name != nil }
      if let test = try test(own, by: { numbers[$0.kind] ?? 0 }, options, workers) {
        tests.append(SurveyTest(.answers, question, between: .kinds, in: wave, test))
      }
    }
    return tests
  }

  /// Whether waves differ; answers that state no wave are left out.
  ///
  /// The answers of a respondent in several waves are not independent: its waves are permuted among its own answers, and
  /// those of all others among theirs.
  fileprivate func testOfWaves(
    _ options: PermutationOptions, _ workers: Workers
  ) throws(BuzzlineError) -> SurveyTest? {
    let own = observations.filter { $0.wave != nil }
    let numbers = waves.numbered()
    let answers = own.reduce(into: [:]) { $0[$1.respondent, default: 0] += 1 }
    let strata = own.map { (answers[$0.respondent] ?? 0) > 1 ? $0.respondent + 1 : 0 }
    let test = try test(own, by: { numbers[$0.wave] ?? 0 }, within: strata, options, workers)
    return test.map { SurveyTest(.answers, question, between: .waves, in: nil, $0) }
  }
}
