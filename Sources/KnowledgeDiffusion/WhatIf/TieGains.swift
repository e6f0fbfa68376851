internal import KnowledgeNetworks

/// What new ties would add, all worlds or world by world, before their chance is taken into account.
protocol TieGains: Sendable {
  /// What a new tie to each actor adds at most, whoever gives, all worlds together.
  func bounds() throws(BuzzlineError) -> [Double]
  /// For each of some receivers, what a new tie from each actor adds, all worlds together.
  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]]
  /// What each of some ties adds in each world.
  func byWorld(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]]
  /// How many are reached in each world.
  func reachByWorld() throws(BuzzlineError) -> [Int]
}
