/// What new ties would add, all worlds or world by world, before their chance is taken into account.
protocol TieGains: Sendable {
  /// What a new tie to each actor adds at most, whoever gives, all worlds together; `nil` if the task was cancelled.
  func bounds() -> [Double]?
  /// For each of some receivers, what a new tie from each actor adds, all worlds together; `nil` if cancelled.
  func columns(to receivers: [Int]) -> [[Int]]?
  /// What each of some ties adds in each world; `nil` if cancelled.
  func byWorld(_ ties: [TieEnds]) -> [[Int]]?
  /// How many are reached in each world; `nil` if cancelled.
  func reachByWorld() -> [Int]?
}
