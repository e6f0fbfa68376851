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
    let rows = TieRows(receiversIn: network, among: members.actors)
    var shares = [ExactShares](repeating: ExactShares(), count: rows.count * BrokerageRole.agreementCount)
    var finder = OpenPathFinder(rows)
    var paths: [OpenPathFinder.Path] = []
    var brokerCounts = [UInt32](repeating: 0, count: rows.count)
    for giver in 0..<rows.count {
      if giver & 255 == 0 { try BuzzlineError.checkCancellation(of: "count of partial credit") }
      finder.paths(from: giver, into: &paths)
      for path in paths { brokerCounts[Int(path.receiver)] += 1 }
      for path in paths {
        let (broker, receiver) = (Int(path.broker), Int(path.receiver))
        let agreement = BrokerageRole.agreement(
          giver: members.codes[giver], broker: members.codes[broker], receiver: members.codes[receiver])
        shares[broker * BrokerageRole.agreementCount + agreement].add(oneOver: brokerCounts[receiver])
      }
      for path in paths { brokerCounts[Int(path.receiver)] = 0 }
    }
    return table(of: shares)
  }

  private func table(of shares: [ExactShares]) -> BrokerageTable<Double> {
    let agreements = BrokerageRole.agreementCount
    var sums = [ExactShares](repeating: ExactShares(), count: agreements)
    for (index, share) in shares.enumerated() { sums[index % agreements] += share }
    let rows = members.codes.indices.map { actor in
      BrokerageValues { shares[actor * agreements + $0.agreement].value }
    }
    return BrokerageTable(
      totals: BrokerageValues { sums[$0.agreement].value }, profiles: members.spread(rows, over: actorCount))
  }
}
