public import ClusterSurveys
internal import DiffusionRoles
public import KnowledgeNetworks
internal import NetworkMeasures

/// All that a study found: the numbers, ready to be shown as tables, a report and files.
///
/// ``Study/findings(workers:progress:)`` makes it.
public struct Findings: Sendable {
  /// What was asked, and the choices made.
  public let study: Study
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
  let layout: [LayoutPoint]
  /// Names that two actors share.
  let sharedNames: Set<String>

  /// The network that the claims make.
  public var network: KnowledgeNetwork { reconciliation.network }

  /// In the order in which tables show them.
  var topics: [any StudyFinding] {
    [scopes, centrality, positions, brokerage, mixing, kinds, cohesion, pipelines, evidence]
      + (spread.map { [$0] } ?? [])
  }

  /// What people call an actor: its name, with the identifier where two share the name.
  func label(of actor: Int) -> String {
    label(of: NamedActor(network.actors[actor]))
  }

  /// What people call an actor that stands without its network.
  func label(of actor: NamedActor) -> String {
    sharedNames.contains(actor.name) ? "\(actor.name) (\(actor.id))" : actor.name
  }

  /// What people call the group of an actor.
  func groupLabel(of actor: NamedActor) -> String? {
    network.position(of: actor.id).flatMap { grouping?[$0] }.map { label(ofGroup: $0) }
  }

  /// What people call a group: the shared kinds in words, any other as it stands.
  func label(ofGroup group: Int, startsSentence: Bool = false) -> String {
    guard let grouping else { return "" }
    let name = grouping.groups[group]
    guard grouping.name == ActorColumn.kind.name else {
      return startsSentence ? "Actors of \(grouping.name) \(name)" : name
    }
    return label(of: ActorKind(rawValue: name), startsSentence: startsSentence)
  }

  /// What people call a kind: the shared ones in words, any other as it stands.
  func label(of kind: ActorKind, startsSentence: Bool = false) -> String {
    let words: [ActorKind: String] = [
      .sme: "SMEs", .largeFirm: "large firms", .researchInstitute: "research institutes",
      .clusterManagement: "cluster management offices",
    ]
    guard let label = words[kind] else { return kind.rawValue }
    return startsSentence ? label.prefix(1).uppercased() + label.dropFirst() : label
  }

  /// What a careful reader should know, each thing once.
  var remarks: [String] {
    var seen: Set<String> = []
    return topics.flatMap(\.remarks).filter { seen.insert($0).inserted }
  }
}
