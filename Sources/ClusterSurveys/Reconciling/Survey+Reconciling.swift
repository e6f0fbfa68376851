public import KnowledgeNetworks

extension Survey {
  /// Makes a network of two-sided claims.
  ///
  /// What is reconciled is a **possible tie**: an ordered pair of actors in one wave, topic and channel. The giver
  /// reports on it under `shared`, the receiver under `received`. A row says yes (affirmed), no (denied) or is missing
  /// (silent). Where there is no row, an actor that answered the item in that wave has denied the tie, one that
  /// answered in part, refused or was absent is silent, and any other was not asked: the silence of someone who did
  /// not answer is never a denial. Without responses, an actor that says yes or no about any actor under an item in a
  /// wave has answered it. Only claims about actors make ties; an item answered by naming groups alone was put to
  /// nobody about actors.
  ///
  /// A claim that states no topic is about a layer of its own: it neither confirms nor denies one that does. Pairs
  /// whose sides agree on no layer are counted in a remark. Several rows of one respondent about one possible tie
  /// count as one: a yes before a no, a no before a missing answer.
  ///
  /// A tie weighs the mean of the weights that the affirming sides whose word counts stated; where one side stated
  /// several, their mean stands for it; where none did, the tie weighs 1. Ties that were given are joined in unchanged.
  /// The network has the survey's roster, direction and meaning of weights.
  ///
  /// Where ties have no direction, `either` and `both` reconcile pairs without order: whatever each actor says of the
  /// other, under either item, is its report on the one tie they may have. Under `giver` and `receiver` each direction
  /// is settled by itself, and the claims on both stay two ties.
  ///
  /// Properties:
  /// - The order of claims, responses and ties is without effect.
  /// - Exchanging the items of all claims and responses turns the network round and exchanges `giver` and `receiver`.
  /// - Every tie of `both`, `giver` and `receiver` whose two sides reported is a tie of `either`.
  /// - Observed and unobserved pairs add up to *m* (*m* − 1) a wave for *m* members, half as many where pairs have no order.
  ///
  /// - Parameters:
  ///   - rule: Whose word makes a tie.
  ///   - loneDenial: What `either` makes of one no where the other side is missing.
  ///   - workers: Who puts plain given ties into rows; without effect on the result.
  /// - Throws: `BuzzlineError` if a claim, response or tie names a position outside the roster, is about one actor
  ///   alone or states a weight that is not positive and finite, or if two actors share an identifier.
  /// - Complexity: O(*n* *w* + *c* log *c*) time and O(*n* *w* + *c*) space for *n* actors, *w* waves and *c* claims,
  ///   responses and ties.
  public func reconciled(
    by rule: ReconciliationRule = .either, loneDenial: LoneDenial = .absent, workers: Workers = .all
  ) throws(BuzzlineError) -> Reconciliation {
    let table = try ReportTable(of: self, isSymmetric: !isDirected && (rule == .either || rule == .both))
    let decide = { @Sendable (giver: SideReport, receiver: SideReport) in
      rule.decision(giver: giver, receiver: receiver, loneDenial: loneDenial)
    }
    let (network, evidence) = try joined(table, by: rule, decide, workers: workers)
    return Reconciliation(
      rule: rule, loneDenial: loneDenial, network: network, evidence: evidence, rejected: table.rejected(decide),
      evidenceCounts: table.evidenceCounts(givenTies: ties.count, decide),
      coverage: table.coverage(among: table.isMember, decide),
      observation: PairObservation(of: table, network: network, decide),
      groupClaims: groupClaimShares(),
      textClaims: claims.count { if case .text = $0.partner { true } else { false } },
      remarks: table.layerRemarks())
  }

  /// The network that was read whole, where it is still all there is.
  private var networkAsGiven: KnowledgeNetwork? {
    guard claims.isEmpty, let network = ties.network, network.isDirected == isDirected,
      network.weightMeaning == weightMeaning, network.actors == actors
    else { return nil }
    return network
  }

  /// The ties that were made and given as a network, with their evidence in the order of its ties.
  private func joined(
    _ table: ReportTable, by rule: ReconciliationRule, _ decide: (SideReport, SideReport) -> TieDecision,
    workers: Workers
  ) throws(BuzzlineError) -> (KnowledgeNetwork, [TieEvidence]) {
    if let network = networkAsGiven {
      return (network, [TieEvidence](repeating: .given, count: network.tieCount))
    }
    let made = table.possibleTies.filter { decide($0.giverReport, $0.receiverReport) == .tie }.map { possible in
      let tie = table.tie(possible, by: rule)
      return EvidentTie(tie: isDirected ? tie : tie.ascending, evidence: possible.evidence)
    }
    if made.isEmpty, let plain = ties.plain {
      let network = try KnowledgeNetwork(
        actors: actors, ties: plain, sorted: ties.sorted, isDirected: isDirected, weightMeaning: weightMeaning,
        workers: workers)
      return (network, [TieEvidence](repeating: .given, count: plain.count))
    }
    let evident = (made + ties.map { EvidentTie(tie: isDirected ? $0 : $0.ascending, evidence: .given) }).sorted()
    let network = try KnowledgeNetwork(
      actors: actors, ties: evident.map(\.tie), isDirected: isDirected, weightMeaning: weightMeaning)
    return (network, evident.map(\.evidence))
  }
}

/// A tie and what it rests on, ordered as a network orders its ties.
private struct EvidentTie: Comparable {
  let tie: Tie
  let evidence: TieEvidence

  static func < (left: EvidentTie, right: EvidentTie) -> Bool {
    let (one, other) = (left.tie, right.tie)
    if (one.source, one.target) != (other.source, other.target) {
      return (one.source, one.target) < (other.source, other.target)
    }
    let (layer, otherLayer) = (SurveyLayer(of: one), SurveyLayer(of: other))
    if layer != otherLayer { return layer < otherLayer }
    return (one.weight, left.evidence.rank) < (other.weight, right.evidence.rank)
  }
}

extension Survey {
  /// Refuses claims and responses that make no sense for this roster.
  func checkClaims() throws(BuzzlineError) {
    for (position, claim) in claims.entries.enumerated() {
      func place() -> Place { claims[position].place }
      try check(Int(claim.respondent), at: place())
      if claim.isAboutActor {
        try check(Int(claim.partner), at: place())
        guard claim.partner != claim.respondent else {
          throw BuzzlineError(
            .selfTie, at: place(),
            "'\(actors[Int(claim.partner)].id)' makes a claim about itself; knowledge moves between two actors.")
        }
      }
      if let weight = claims.weight(at: position), !(weight.isFinite && weight > 0) {
        throw BuzzlineError(
          .invalidWeight, at: place(),
          "A claim of '\(actors[Int(claim.respondent)].id)' weighs \(weight); a weight is a positive number.")
      }
    }
    for response in responses { try check(response.respondent, at: Place()) }
  }

  private func check(_ position: Int, at place: @autoclosure () -> Place) throws(BuzzlineError) {
    guard actors.indices.contains(position) else {
      throw BuzzlineError(
        .actorOutOfRange, at: place(),
        "A claim or response names actor number \(position), but the roster has \(actors.count) actors.")
    }
  }
}
