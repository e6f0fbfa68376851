public import ClusterSurveys
public import KnowledgeNetworks
public import NetworkMeasures

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

  /// Makes options.
  public init(
    rule: ReconciliationRule = .either, group: ActorColumn? = nil,
    permutations: PermutationOptions = PermutationOptions(), engine: Engine = .auto,
    sampling: SamplingOptions? = nil, spread: StudySpread? = nil
  ) {
    self.rule = rule
    self.group = group
    self.permutations = permutations
    self.engine = engine
    self.sampling = sampling
    self.spread = spread
  }
}
