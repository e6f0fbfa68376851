internal import KnowledgeNetworks

extension ReportTable {
  func tie(_ possible: PossibleTie, by rule: ReconciliationRule) -> Tie {
    let layer = layers[possible.layer]
    // Ascending, so that giver and receiver may change places without a rounding difference.
    let weights = rule.heard(giver: possible.giverWeight, receiver: possible.receiverWeight).sorted()
    return Tie(
      source: possible.giver, target: possible.receiver, weight: weights.mean ?? 1, topic: layer.topic,
      channel: layer.channel, wave: layer.wave)
  }

  /// What somebody affirmed but is no tie.
  func rejected(_ decide: (SideReport, SideReport) -> TieDecision) -> [RejectedTie] {
    possibleTies.compactMap { possible in
      let decision = decide(possible.giverReport, possible.receiverReport)
      guard decision != .tie, possible.giverReport == .affirmed || possible.receiverReport == .affirmed else {
        return nil
      }
      let layer = layers[possible.layer]
      return RejectedTie(
        giver: possible.giver, receiver: possible.receiver, wave: layer.wave, topic: layer.topic,
        channel: layer.channel, evidence: possible.evidence, isObserved: decision == .noTie)
    }
  }

  func evidenceCounts(givenTies: Int, _ decide: (SideReport, SideReport) -> TieDecision) -> [EvidenceCount] {
    var counts = [Int](repeating: 0, count: SideReport.pairs.count)
    for possible in possibleTies { counts[possible.evidence.rank] += 1 }
    let reported = zip(SideReport.pairs, counts).filter { $1 > 0 }.map { pair, count in
      EvidenceCount(
        evidence: .reports(giver: pair.giver, receiver: pair.receiver), decision: decide(pair.giver, pair.receiver),
        count: count)
    }
    return givenTies == 0 ? reported : reported + [EvidenceCount(evidence: .given, decision: .tie, count: givenTies)]
  }

  /// - Parameter isCounted: Between whom pairs are counted, all of them members.
  func coverage(
    among isCounted: [Bool], _ decide: (SideReport, SideReport) -> TieDecision
  ) -> [WaveCoverage] {
    var tallies = unnamed.waves.indices.map { PairTally(of: self, wave: $0, among: isCounted) }
    var unobserved = [Int](repeating: 0, count: tallies.count)
    // By how many sides reported.
    var seen = [[Int]](repeating: [0, 0, 0], count: tallies.count)
    for pair in pairs(within: waveOfLayer) {
      let (first, wave) = (pair[pair.startIndex], waveOfLayer[pair[pair.startIndex].layer])
      guard isCounted[first.giver], isCounted[first.receiver] else { continue }
      tallies[wave].remove(giver: first.giver, receiver: first.receiver)
      let decision = TieDecision.joined(pair.map { decide($0.giverReport, $0.receiverReport) })
      if decision == .unobserved { unobserved[wave] += 1 }
      let sides = [SideReport.joined(pair.map(\.giverReport)), SideReport.joined(pair.map(\.receiverReport))]
      seen[wave][sides.count { $0.answer != nil }] += 1
    }
    let members = isCounted.count { $0 }
    let pairCount = members * (members - 1) / (isSymmetric ? 2 : 1)
    return unnamed.waves.enumerated().map { number, wave in
      let missing = unobserved[number] + tallies[number].count { decide($0, $1) == .unobserved }
      func reported(by sides: Int) -> Int {
        seen[number][sides] + tallies[number].count { [$0, $1].count { $0.answer != nil } == sides }
      }
      return WaveCoverage(
        wave: wave, observedPairs: pairCount - missing, unobservedPairs: missing, seenByBoth: reported(by: 2),
        seenByOne: reported(by: 1))
    }
  }

  /// Says in how many pairs both sides affirm, but nothing in common.
  func layerRemarks() -> [Remark] {
    let disjoint = pairs(within: waveOfLayer).count { pair in
      pair.contains { $0.giverReport == .affirmed } && pair.contains { $0.receiverReport == .affirmed }
        && !pair.contains { $0.evidence.isConfirmed }
    }
    guard disjoint > 0 else { return [] }
    let pairs = disjoint == 1 ? "In 1 pair of actors" : "In \(disjoint) pairs of actors"
    return [
      Remark(
        "no-common-layer",
        "\(pairs) both sides affirm that knowledge moved, but name no topic and channel in common; "
          + "a claim that states none is kept apart from one that does, so neither confirms the other.")
    ]
  }
}

/// How many pairs of some members of a wave have which reports by default, those left out of which rows speak.
///
/// Counts all pairs without listing them.
struct PairTally {
  private let givers: [SideReport]
  private let receivers: [SideReport]
  private let isSymmetric: Bool
  private let isCounted: [Bool]
  /// The ordered pairs, by what ``TieEvidence/rank`` numbers.
  private var counts = [Int](repeating: 0, count: SideReport.pairs.count)

  /// Counts the pairs of different actors by what the giver and the receiver report of unnamed partners.
  ///
  /// - Complexity: O(*n*) time.
  init(of table: ReportTable, wave: Int, among isCounted: [Bool]) {
    (givers, receivers) = (table.unnamed[.shared, wave], table.unnamed[.received, wave])
    (isSymmetric, self.isCounted) = (table.isSymmetric, isCounted)
    var (giving, receiving) = ([0, 0, 0, 0], [0, 0, 0, 0])
    for actor in givers.indices where isCounted[actor] {
      giving[givers[actor].rank] += 1
      receiving[receivers[actor].rank] += 1
      take(giver: actor, receiver: actor)
    }
    for (giver, count) in giving.enumerated() {
      for (receiver, others) in receiving.enumerated() { counts[giver * receiving.count + receiver] += count * others }
    }
  }

  /// Takes out a pair of which rows speak; pairs with any other actor were not counted.
  mutating func remove(giver: Int, receiver: Int) {
    guard isCounted[giver], isCounted[receiver] else { return }
    take(giver: giver, receiver: receiver)
    if isSymmetric { take(giver: receiver, receiver: giver) }
  }

  private mutating func take(giver: Int, receiver: Int) {
    counts[TieEvidence.reports(giver: givers[giver], receiver: receivers[receiver]).rank] -= 1
  }

  /// The number of pairs left with such reports, of which the two sides may change places where pairs have no order.
  func count(where isCounted: (SideReport, SideReport) -> Bool) -> Int {
    let count = zip(SideReport.pairs, counts).reduce(0) { sum, pairs in
      isCounted(pairs.0.giver, pairs.0.receiver) ? sum + pairs.1 : sum
    }
    return isSymmetric ? count / 2 : count
  }
}
