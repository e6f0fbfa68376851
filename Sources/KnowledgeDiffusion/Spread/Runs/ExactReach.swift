public import KnowledgeNetworks

extension LiveTieModel {
  /// Expected reach from some actors, the seeds included, exactly: every way chance can go is gone through.
  ///
  /// Only ties that can matter are looked at: between actors that can be reached, not into one that is reached for
  /// certain, and not into one that must be passed to come to the giver. The reference that sampled reach is held
  /// against.
  ///
  /// - Throws: ``BuzzlineError`` if the model does not fit, nobody starts, or more than 24 uncertain ties matter.
  /// - Complexity: O(2^*k* *n*) time at worst for *k* uncertain ties, O(*n* + *m*) space.
  public func exactReach(on network: KnowledgeNetwork, from seeds: [Int]) throws(BuzzlineError) -> Double {
    try network.check(seeds: seeds)
    var enumeration = LiveTieEnumeration(of: try liveTies(on: network), seeds: seeds)
    let count = enumeration.uncertainCount
    guard count <= LiveTieEnumeration.limit else {
      throw BuzzlineError(
        .tooLarge,
        "Exact reach goes through at most \(LiveTieEnumeration.limit) uncertain ties; here \(count) matter.")
    }
    return enumeration.expectedReach()
  }
}
