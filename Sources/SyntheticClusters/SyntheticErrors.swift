public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A design that contradicts itself or cannot be carried out.
  public static let invalidDesign = Self("invalidDesign", .usage)
}

/// Refuses a design that does not meet a condition.
func require(_ condition: Bool, _ refusal: @autoclosure () -> String) throws(BuzzlineError) {
  guard condition else { throw BuzzlineError(.invalidDesign, refusal()) }
}

/// Refuses shares outside 0...1.
func requireShares(_ shares: KeyValuePairs<String, Double>) throws(BuzzlineError) {
  for (name, share) in shares {
    try require((0...1).contains(share), "The share of \(name) is \(share); it must lie between 0 and 1.")
  }
}
