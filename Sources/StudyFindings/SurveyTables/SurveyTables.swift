internal import ClusterSurveys
internal import KnowledgeNetworks

/// The tables of a survey, by wave and kind: what respondents say of topics, channels, groups and ties, and what they answer
/// to other questions.
///
/// Waves stand side by side even where the study takes them together as one network. A part is `nil` where the study has no
/// such data.
public struct SurveyTables: Codable, Hashable, Sendable {
  /// On which topics each kind made information available to which kinds, and received it.
  public internal(set) var topics: SurveyTopicFinding?
  /// Through which channels.
  public internal(set) var channels: SurveyChannelFinding?
  /// What answers that name groups say of kinds.
  public internal(set) var kinds: SurveyKindFinding?
  /// What respondents say of their ties.
  public internal(set) var ties: SurveyTieFinding?
  /// What they answer to questions that are not about partners.
  public internal(set) var items: SurveyItemFinding?
  /// All tests, in the order of the tables, with p adjusted within their families (Holm).
  public internal(set) var tests: [SurveyTest]
  /// What small cells are withheld; `nil` where all are shown.
  public internal(set) var suppression: CellSuppression?

  /// - Parameter parts: The waves of the survey.
  init(
    of survey: Survey, in parts: [SurveyWave], options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    topics = SurveyTopicFinding(of: parts)
    channels = try SurveyChannelFinding(of: parts, options: options, workers: workers)
    kinds = SurveyKindFinding(of: parts)
    var tests = try SurveyChannelFinding.tests(of: parts, options: options, workers: workers)
    ties = try SurveyTieFinding(of: parts, options: options, workers: workers, tests: &tests)
    items = try SurveyItemFinding(of: survey, options: options, workers: workers, tests: &tests)
    for family in Dictionary(grouping: tests.indices, by: { tests[$0].family }).values {
      let adjusted = AdjustedChances.holm(family.map { tests[$0].test.p })
      for (place, chance) in zip(family, adjusted) { tests[place].adjustedP = chance }
    }
    self.tests = tests
  }

  /// `survey-topics`, `survey-channels`, `survey-kinds`, `survey-ties`, `survey-items` and `survey-tests`, those that the
  /// study has data for.
  public var tables: [FindingsTable] {
    let tests = tests.isEmpty ? nil : FindingsTable("survey-tests", rows: tests, columns: SurveyTest.columns)
    return [topics?.table, channels?.table, kinds?.table, ties?.table, items?.table, tests].compactMap(\.self)
  }
}
