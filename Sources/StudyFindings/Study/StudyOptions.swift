public import ClusterSurveys
public import KnowledgeNetworks

/// The choices of a study; the defaults suit a survey of one cluster.
public struct StudyOptions: Hashable, Sendable {
  /// How claims become ties.
  public var rule: ReconciliationRule
  /// What groups the actors for brokerage, mixing and the roles of groups; by default their kind or, where no kind is
  /// stated, their cluster.
  public var group: ActorColumn?
  /// How permutation tests are drawn; their seed is the seed of the whole study.
  public var permutations: PermutationOptions

  /// Makes options.
  public init(
    rule: ReconciliationRule = .either, group: ActorColumn? = nil,
    permutations: PermutationOptions = PermutationOptions()
  ) {
    self.rule = rule
    self.group = group
    self.permutations = permutations
  }
}
