public import KnowledgeNetworks

/// How many runs, from which seed, of at most how many steps.
public struct SpreadOptions: Hashable, Codable, Sendable {
  /// How many runs.
  public let runs: Int
  /// The seed; run *k* has draws of its own, the same whoever starts.
  public let seed: UInt64
  /// After how many steps a run is broken off.
  public let stepLimit: Int

  /// The largest number of runs, and of steps.
  public static let most = 1_000_000_000

  /// Makes options.
  ///
  /// - Throws: ``BuzzlineError`` if there is no run or no step, or more than ``most`` of them.
  public init(runs: Int = 1_000, seed: UInt64 = 1, stepLimit: Int = 10_000) throws(BuzzlineError) {
    guard runs >= 1 else {
      throw BuzzlineError(.invalidOptions, "At least one run is needed; here there are \(runs).")
    }
    guard stepLimit >= 1 else {
      throw BuzzlineError(.invalidOptions, "A run needs at least one step; here it may take \(stepLimit).")
    }
    guard max(runs, stepLimit) <= Self.most else {
      throw BuzzlineError(
        .invalidOptions, "No more than \(Self.most) runs or steps can be counted; here it is \(max(runs, stepLimit)).")
    }
    self.runs = runs
    self.seed = seed
    self.stepLimit = stepLimit
  }
}
