public import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
public import KnowledgeNetworks
internal import NetworkMeasures

/// A survey and the choices made about it: everything its findings depend on.
public struct Study: Sendable {
  /// What was asked and said.
  public let survey: Survey
  /// The choices.
  public let options: StudyOptions

  /// Makes a study.
  public init(survey: Survey, options: StudyOptions = StudyOptions()) {
    self.survey = survey
    self.options = options
  }

  /// Goes the whole way from claims to findings.
  ///
  /// The same survey, options and seed give the same findings, for any order of rows and on any machine.
  ///
  /// - Parameters:
  ///   - workers: The threads of long computations, and who hears how far they are.
  ///   - progress: Told the step that begins.
  /// - Throws: ``BuzzlineError``, from whichever step fails.
  /// - Complexity: That of exact betweenness, O(*n* *m*) time for *n* actors and *m* ties, and of reach without each
  ///   group, O(*g* *n* *m*) for *g* groups; O(*n* + *m*) space.
  public func findings(
    workers: Workers = .all, progress: (String) -> Void = { _ in }
  ) throws -> Findings {
    progress("reconciling")
    let reconciliation = try survey.reconciled(by: options.rule, workers: workers)
    let network = reconciliation.network
    let evidence = try EvidenceFinding(of: survey)
    let grouping = try grouping(of: network)
    progress("measuring")
    let centrality = try CentralityFinding(of: network, options: options, workers: workers)
    let cohesion = try CohesionFinding(of: network, betweenness: centrality[.betweenness], workers: workers)
    let mixing = try MixingFinding(of: network, by: grouping, options: options.permutations, workers: workers)
    progress("following pipelines")
    let scopes = ScopeFinding(of: network)
    let pipelines = try PipelineFinding(of: network, workers: workers)
    progress("finding brokers")
    let brokerage = try BrokerageFinding(
      of: network, by: grouping, options: options.permutations, workers: workers)
    let positions = try PositionFinding(of: network)
    let kinds = try KindFinding(
      of: network, by: grouping, brokerage: brokerage.totals, options: options.permutations,
      workers: workers)
    let spread = try options.spread.map { spread throws(BuzzlineError) in
      progress("spreading")
      return try DiffusionFinding(
        of: network, by: grouping, spread: spread, draws: options.permutations.draws,
        betweenness: centrality[.betweenness], workers: workers)
    }
    progress("drawing")
    let layout = try network.layout(seed: options.permutations.seed)
    return Findings(
      study: self, reconciliation: reconciliation, grouping: grouping, evidence: evidence, centrality: centrality,
      cohesion: cohesion, mixing: mixing, scopes: scopes, pipelines: pipelines, brokerage: brokerage,
      positions: positions, kinds: kinds, spread: spread, layout: layout, sharedNames: sharedNames)
  }

  /// Names that two actors share, which reports tell apart by identifier.
  private var sharedNames: Set<String> {
    let sharers = Dictionary(grouping: survey.actors, by: \.name).filter { $0.value.count > 1 }
    return Set(sharers.keys)
  }

  /// The groups asked for; else kinds, else clusters, else none.
  private func grouping(of network: KnowledgeNetwork) throws -> Grouping? {
    if let group = options.group { return try network.grouping(by: group) }
    return try [ActorColumn.kind, .cluster].lazy.map(network.grouping(by:)).first { !$0.groups.isEmpty }
  }
}
