internal import KnowledgeNetworks

/// What new ties would add, all graphs or graph by graph, before their chance is taken into account.
protocol TieGains: Sendable {
  /// What a new tie to each actor adds at most, whoever gives, all graphs together.
  func bounds() throws(BuzzlineError) -> [Double]
  /// For each of some receivers, what a new tie from each actor adds, all graphs together.
  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]]
  /// What each of some ties adds in each graph.
  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]]
  /// How many are reached in each graph.
  func reachByGraph() throws(BuzzlineError) -> [Int]
}
