public import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
public import KnowledgeNetworks
internal import NetworkMeasures

/// All that a study found: the numbers, ready to be shown as tables, a report and files.
///
/// ``Study/findings(workers:progress:)`` makes it.
public struct Findings: Sendable {
  /// What was asked, and the choices made.
  public let study: Study
  /// The wave they are of; `all` where several are taken together, `nil` where the study does not tell waves apart.
  public let wave: String?
  /// What the earlier waves of the study found, ascending.
  public private(set) var earlier: [Findings] = []
  /// What changed from wave to wave; `nil` where there is one.
  public private(set) var change: ChangeFinding?
  /// The networks of the waves side by side; `nil` where there is one.
  public private(set) var waves: WaveFinding?
  /// Who came, stayed and left; `nil` where there is one wave.
  public private(set) var turnover: TurnoverFinding?
  /// In which roles members stood before and after; `nil` where there is one wave.
  public private(set) var roleTransitions: RoleTransitionFinding?
  /// The topics of the latest wave side by side, and its channels; those of which two or more have ties.
  public private(set) var layers: [LayerFinding] = []
  /// What the survey says by wave and kind, network or not; `nil` in the findings of an earlier wave.
  public private(set) var survey: SurveyTables?
  /// Who was asked and answered, wave by wave; `nil` in the findings of an earlier wave.
  public private(set) var coverage: CoverageFinding?
  /// The main numbers under each rule; `nil` in the findings of an earlier wave and where nobody was asked.
  public private(set) var sensitivity: SensitivityFinding?
  /// How claims became ties.
  public let reconciliation: Reconciliation
  /// The groups of actors that are compared; `nil` where nothing groups them.
  public let grouping: Grouping?
  /// How far givers and receivers say the same.
  public let evidence: EvidenceFinding
  /// Every measure of single actors.
  public let centrality: CentralityFinding
  /// How the network hangs together.
  public let cohesion: CohesionFinding
  /// Whether actors keep to their own.
  public let mixing: MixingFinding
  /// Local buzz and pipelines.
  public let scopes: ScopeFinding
  /// What each cluster reaches outside.
  public let pipelines: PipelineFinding
  /// Who stands between whom.
  public let brokerage: BrokerageFinding
  /// Who gives, who takes, and who links inside and outside.
  public let positions: PositionFinding
  /// The part each group plays.
  public let kinds: KindFinding
  /// How far knowledge would travel; `nil` where the study did not ask.
  public let spread: DiffusionFinding?
  /// What the picture of the network shows; `nil` in the findings of an earlier wave.
  private(set) var drawn: DrawnNetwork?
  /// Where each member stands, for the cards of actors; `nil` in the findings of an earlier wave.
  private(set) var standings: ActorStandings?
  let sharedNames: Set<String>

  /// The findings of the latest wave, with those of the earlier ones and what changed.
  ///
  /// - Parameter survey: The tables of all waves.
  /// - Precondition: there is one; of several, each is of a wave.
  init(latestOf waves: [Findings], survey: SurveyTables, workers: Workers) throws(BuzzlineError) {
    self = waves[waves.count - 1]
    self.survey = survey
    let coverage = try CoverageFinding(of: waves)
    self.coverage = study.options.leastCell.map(coverage.suppressed(below:)) ?? coverage
    let rules = try RuleNetworks(of: self, workers: workers)
    standings = try ActorStandings(of: study.survey, under: rules, betweenness: centrality[.betweenness])
    if evidence.hasClaims { sensitivity = try SensitivityFinding(of: self, under: rules, workers: workers) }
    drawn = try DrawnNetwork(of: waves, seed: study.options.permutations.seed)
    for sort in LayerFinding.Sort.allCases {
      if let layer = try LayerFinding(sort, of: self, workers: workers) { layers.append(layer) }
    }
    guard waves.count > 1 else { return }
    earlier = Array(waves.dropLast())
    self.waves = try WaveFinding(of: waves, workers: workers)
    turnover = TurnoverFinding(between: waves.map { ($0.wave ?? "", $0.network) })
    roleTransitions = RoleTransitionFinding(between: waves)
    change = try ChangeFinding(
      between: waves.map { ($0.wave ?? "", $0.reconciliation) }, options: study.options.permutations, workers: workers)
  }

  init(
    of study: Study, in wave: String?, usuallyBy column: ActorColumn, workers: Workers, progress: (String) -> Void
  ) throws {
    let (survey, options) = (study.survey, study.options)
    (self.study, self.wave) = (study, wave)
    progress("reconciling")
    reconciliation = try survey.reconciled(by: options.rule, workers: workers)
    let network = reconciliation.network
    evidence = try EvidenceFinding(of: survey)
    let grouping = try study.grouping(of: network, usuallyBy: column)
    self.grouping = grouping
    progress("measuring")
    centrality = try CentralityFinding(of: network, options: options, workers: workers)
    let betweenness = centrality[.betweenness]
    cohesion = try CohesionFinding(of: network, betweenness: betweenness, workers: workers)
    mixing = try MixingFinding(of: network, by: grouping, options: options.permutations, workers: workers)
    progress("following pipelines")
    scopes = ScopeFinding(of: network)
    pipelines = try PipelineFinding(of: network, workers: workers)
    progress("finding brokers")
    brokerage = try BrokerageFinding(of: network, by: grouping, options: options.permutations, workers: workers)
    positions = try PositionFinding(of: network)
    kinds = try KindFinding(
      of: network, by: grouping, brokerage: brokerage.totals, options: options.permutations, workers: workers)
    // A wave to which nobody belonged has nobody to start from.
    let asked = network.memberCount > 0 ? options.spread : nil
    spread = try asked.map { spread throws(BuzzlineError) in
      progress("spreading")
      return try DiffusionFinding(
        of: network, by: grouping, spread: spread, draws: options.permutations.draws, betweenness: betweenness,
        workers: workers)
    }
    sharedNames = Set(Dictionary(grouping: survey.actors, by: \.name).filter { $0.value.count > 1 }.keys)
  }

  /// The network that the claims make.
  public var network: KnowledgeNetwork { reconciliation.network }

  /// In the order in which tables show them.
  var topics: [any StudyFinding] {
    [scopes, centrality, positions, brokerage, mixing, kinds, cohesion, pipelines, evidence]
      + (spread.map { [$0] } ?? [])
  }

  /// What people call an actor: its name, with the identifier where two share the name.
  func label(of actor: Int) -> String { label(of: NamedActor(network.actors[actor])) }

  /// What people call an actor that stands without its network.
  func label(of actor: NamedActor) -> String {
    sharedNames.contains(actor.name) ? "\(actor.name) (\(actor.id))" : actor.name
  }

  /// What people call what groups the actors that are compared.
  var groupingName: Paragraph { grouping.map { Paragraph(column: $0.name) } ?? "" }

  func groupLabel(of actor: Int) -> Paragraph? { grouping?[actor].map { label(ofGroup: $0) } }

  func groupLabel(of actor: NamedActor) -> Paragraph? { network.position(of: actor.id).flatMap(groupLabel(of:)) }

  /// What people call a group: the shared kinds in words, any other as it stands.
  func label(ofGroup group: Int, startsSentence: Bool = false) -> Paragraph {
    guard let grouping else { return "" }
    let name = grouping.groups[group]
    guard grouping.name == ActorColumn.kind.name else {
      return startsSentence ? "Actors of \(groupingName) \(name: name)" : "\(name: name)"
    }
    return label(of: ActorKind(rawValue: name), startsSentence: startsSentence)
  }

  /// What people call a kind: the shared ones in words, any other as it stands.
  func label(of kind: ActorKind, startsSentence: Bool = false) -> Paragraph {
    switch kind {
    case .sme: "SMEs"
    case .largeFirm: startsSentence ? "Large firms" : "large firms"
    case .researchInstitute: startsSentence ? "Research institutes" : "research institutes"
    case .clusterManagement: startsSentence ? "Cluster management offices" : "cluster management offices"
    default: startsSentence ? "Actors of kind \(name: kind.rawValue)" : "\(name: kind.rawValue)"
    }
  }

  /// What a careful reader should know, each thing once.
  var remarks: [String] {
    var seen: Set<String> = []
    return topics.flatMap(\.remarks).filter { seen.insert($0).inserted }
  }
}
