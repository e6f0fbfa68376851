public import KnowledgeNetworks

extension Survey {
  /// On how many pairs that involve a member of a group the claims are decided, for each group by wave.
  ///
  /// A pair involves a group if at least one of its two ends is in it, so a pair of two groups counts for both, and the
  /// groups do not add up to the whole. Otherwise as ``Reconciliation/coverage``: ordered pairs of different members,
  /// unordered ones where ties have no direction and the rule is `either` or `both`; given ties do not count.
  ///
  /// - Parameters:
  ///   - grouping: The groups; outsiders in them are passed over.
  ///   - rule: Whose word makes a tie.
  ///   - loneDenial: What `either` makes of one no where the other side is missing.
  /// - Returns: The waves of each group, in the order of the groups.
  /// - Throws: `BuzzlineError` as ``reconciled(by:loneDenial:workers:)`` does.
  /// - Complexity: O(*g* (*n* *w* + *c*) + *c* log *c*) time and O(*n* *w* + *c*) space for *g* groups, *n* actors, *w*
  ///   waves and *c* claims and responses.
  public func coverage(
    of grouping: Grouping, by rule: ReconciliationRule = .either, loneDenial: LoneDenial = .absent
  ) throws(BuzzlineError) -> [[WaveCoverage]] {
    let table = try ReportTable(of: self, isSymmetric: !isDirected && (rule == .either || rule == .both))
    func coverage(among isCounted: [Bool]) -> [WaveCoverage] {
      table.coverage(among: isCounted) { rule.decision(giver: $0, receiver: $1, loneDenial: loneDenial) }
    }
    let whole = coverage(among: table.isMember)
    return grouping.groups.indices.map { group in
      // All pairs but those between others.
      let others = coverage(among: table.isMember.indices.map { table.isMember[$0] && grouping[$0] != group })
      return zip(whole, others).map { $0.less($1) }
    }
  }
}

extension WaveCoverage {
  /// What is left of the pairs without some of them.
  fileprivate func less(_ others: WaveCoverage) -> WaveCoverage {
    WaveCoverage(
      wave: wave, observedPairs: observedPairs - others.observedPairs,
      unobservedPairs: unobservedPairs - others.unobservedPairs, seenByBoth: seenByBoth - others.seenByBoth,
      seenByOne: seenByOne - others.seenByOne)
  }
}
