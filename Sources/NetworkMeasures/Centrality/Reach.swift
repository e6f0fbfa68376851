public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// How many other actors each one reaches, or is reached from, in so many steps.
  ///
  /// Every tie is one step; weights are not used and unobserved pairs count as absent. An isolate reaches nobody: 0.
  ///
  /// Properties: oneStepIsTheDegree, turning all ties swaps outgoing and incoming.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` for those the actor reaches, `.incoming` for those that reach it, `.both` for ways
  ///     along ties in either direction.
  ///   - steps: The most steps, at least 1; any number by default.
  ///   - workers: The threads that search, and who hears how far they are.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for fewer steps than one, `.outOfMemory`, `.cancelled`.
  /// - Complexity: O(*n*(*n* + *m*)) time, searching from 256 actors at once, and O(*n* + *m*) space.
  public func reach(
    _ direction: Direction, within steps: Int = .max, workers: Workers = .all
  ) throws(BuzzlineError) -> ActorScores {
    guard steps >= 1 else {
      throw BuzzlineError(.invalidInput, "Reach is counted within at least one step; here are \(steps).")
    }
    try workers.afford(.distances(in: self, "Reach"))
    let kernel = DistanceKernel(SearchRows(of: self, direction.turned), mostSteps: steps)
    let sums = try kernel.sums(by: workers, work: "reach")
    return ActorScores(measure: direction.trailing("reach"), sums.actors.map { Double($0.reached) })
  }
}
