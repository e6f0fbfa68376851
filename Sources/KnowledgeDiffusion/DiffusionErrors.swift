public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A chance that is not between 0 and 1.
  public static let invalidChance = Self("invalidChance", .usage)
  /// Weights are asked to mean something that was not declared.
  public static let undeclaredWeights = Self("undeclaredWeights", .data)
  /// The weights of an actor's givers exceed 1.
  public static let weightsTooLarge = Self("weightsTooLarge", .data)
  /// No actor starts, or one that does not exist, or one twice.
  public static let invalidSeeds = Self("invalidSeeds", .usage)
  /// Constraints that cannot all be met.
  public static let contradiction = Self("contradiction", .data)
}

/// Refuses what does not hold, as options that are no such unless another code is given.
func require(
  _ holds: Bool, _ message: @autoclosure () -> String, _ code: BuzzlineError.Code = .invalidOptions,
  at place: Place = Place()
) throws(BuzzlineError) {
  if !holds { throw BuzzlineError(code, at: place, message()) }
}
