public import ClusterSurveys
public import KnowledgeNetworks
public import NetworkMeasures

/// A survey and the choices made about it: everything its findings depend on.
public struct Study: Sendable {
  /// What was asked and said.
  public let survey: Survey
  /// The choices.
  public let options: StudyOptions

  /// Makes a study.
  public init(survey: Survey, options: StudyOptions = StudyOptions()) {
    (self.survey, self.options) = (survey, options)
  }

  /// Goes the whole way from claims to findings.
  ///
  /// Each wave is a network of its own: the findings are those of the latest, with those of the earlier ones and what
  /// changed, unless the options take all waves together.
  ///
  /// The same survey, options and seed give the same findings, for any order of rows and on any machine.
  ///
  /// - Parameters:
  ///   - workers: The threads of long computations, and who hears how far they are.
  ///   - progress: Told the step that begins.
  /// - Throws: ``BuzzlineError``, from whichever step fails.
  /// - Complexity: That of exact betweenness, O(*n* *m*) time for *n* actors and *m* ties, and of reach without each
  ///   group, O(*g* *n* *m*) for *g* groups; O(*n* + *m*) space.
  public func findings(workers: Workers = .all, progress: (String) -> Void = { _ in }) throws -> Findings {
    let waves = survey.byWave(pooled: options.poolsWaves)
    // All waves are compared by what the latest states.
    let statesKinds = waves[waves.count - 1].survey.actors.contains { $0.isMember && $0.kind != nil }
    var found: [Findings] = []
    for wave in waves {
      var options = options
      // How far knowledge would travel is asked of the network as it is now.
      if found.count < waves.count - 1 { options.spread = nil }
      let study = Study(survey: wave.survey, options: options)
      found.append(
        try Findings(
          of: study, in: wave.name, usuallyBy: statesKinds ? .kind : .cluster, workers: workers, progress: progress))
    }
    progress("tabulating answers")
    let tables = try SurveyTables(
      of: survey, in: options.poolsWaves ? survey.byWave() : waves, options: options.permutations, workers: workers)
    progress("drawing")
    let shown = options.leastCell.map(tables.suppressed(below:)) ?? tables
    return try Findings(latestOf: found, survey: shown, workers: workers)
  }

  /// The groups requested; else those of the column that usually groups actors, or none.
  func grouping(of network: KnowledgeNetwork, usuallyBy column: ActorColumn) throws -> Grouping? {
    if let group = options.group { return try network.grouping(by: group) }
    let usual = try network.grouping(by: column)
    return usual.groups.isEmpty ? nil : usual
  }
}

/// The choices of a study; the defaults suit a survey of one cluster.
public struct StudyOptions: Hashable, Sendable {
  /// How claims become ties.
  public var rule: ReconciliationRule
  /// What groups the actors for brokerage, mixing and the roles of groups; by default their kind or, where no kind is
  /// stated, their cluster.
  public var group: ActorColumn?
  /// How permutation tests are drawn; their seed is the seed of the whole study.
  public var permutations: PermutationOptions
  /// What computes centralities.
  public var engine: Engine
  /// If given, betweenness and harmonic centrality are estimated so, and closeness is left out.
  public var sampling: SamplingOptions?
  /// If given, how far knowledge would travel by a model, whom to tell first and which pipelines are missing.
  public var spread: StudySpread?
  /// The part of a study that the survey is, where it is not the whole; only stated, not carried out.
  public var selection: StudySelection?
  /// What the study is called in its report.
  public var title: String?
  /// The language of the report.
  public var language = Language.english
  /// If given, cells of the survey's tables behind which fewer stand are withheld, with those that would give them away.
  public var leastCell: Int?
  /// Whether codes stand for names in the survey; only stated, not carried out.
  public var hasPseudonyms = false
  /// Whether a study of several waves is taken together as one network.
  public var poolsWaves = false

  /// Makes options.
  public init(
    rule: ReconciliationRule = .either, group: ActorColumn? = nil,
    permutations: PermutationOptions = PermutationOptions(), engine: Engine = .auto, sampling: SamplingOptions? = nil,
    spread: StudySpread? = nil
  ) {
    (self.rule, self.group, self.permutations) = (rule, group, permutations)
    (self.engine, self.sampling, self.spread) = (engine, sampling, spread)
  }
}
