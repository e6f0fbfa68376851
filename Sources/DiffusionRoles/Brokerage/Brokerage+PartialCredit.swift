public import KnowledgeNetworks

extension Brokerage {
  /// Brokerage in which all brokers of a pair share one point.
  ///
  /// If *k* actors stand between *a* and *c*, whatever their roles, each gets 1/*k* for the pair instead of 1: UCINET's
  /// partial credit for brokers who are not the only way. An actor all of whose pairs have no other broker keeps its
  /// counts. `nil` rows are those of ``Brokerage``; so are the conventions on direction, weights and unobserved pairs.
  ///
  /// Properties: the totals of all actors add up to the number of ordered pairs at distance 2; no credit is larger
  /// than the count it belongs to; the order of the roster does not change a digit.
  ///
  /// - Throws: ``BuzzlineError`` if the task is cancelled.
  /// - Complexity: O(*n* + *m* + *p*) time for *p* ways of two ties, O(*n* + *m*) space.
  public func partialCredit() throws(BuzzlineError) -> BrokerageTable<Double> {
    let (codes, agreements) = (members.codes, BrokerageRole.agreementCount)
    var credit = [UInt128](repeating: 0, count: codes.count * agreements)
    var brokerCounts = [UInt32](repeating: 0, count: codes.count)
    try members.receivers.forEachGiver(in: "count of partial credit") { paths in
      for path in paths { brokerCounts[Int(path.receiver)] += 1 }
      for path in paths { credit[path.tallyPlace(under: codes)] += .share(brokerCounts[Int(path.receiver)]) }
      for path in paths { brokerCounts[Int(path.receiver)] = 0 }
    }
    let rows = codes.indices.map { actor in
      BrokerageProfile { role in credit[actor * agreements + role.agreement] }
    }
    return members.table(of: rows) { shares in BrokerageValues { shares[$0].shares } }
  }
}

/// Sums of shares 1/*k* that do not depend on the order of their terms: whole numbers of 2⁻⁶⁴.
///
/// Each term is exact to 2⁻⁶⁴, so a million of them are still exact to 15 places.
extension UInt128 {
  fileprivate static func share(_ k: UInt32) -> UInt128 { k == 1 ? 1 << 64 : UInt128(UInt64.max / UInt64(k)) }

  fileprivate var shares: Double {
    Double(UInt64(self >> 64)) + Double(UInt64(truncatingIfNeeded: self)) * 0x1p-64
  }
}
