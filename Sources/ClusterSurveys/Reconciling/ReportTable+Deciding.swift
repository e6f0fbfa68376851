internal import KnowledgeNetworks

extension ReportTable {
  /// The tie a possible tie becomes.
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

  /// How many possible ties rest on which evidence.
  func evidenceCounts(givenTies: Int, _ decide: (SideReport, SideReport) -> TieDecision) -> [EvidenceCount] {
    var counts = [Int](repeating: 0, count: TieEvidence.allReports.count)
    for possible in possibleTies { counts[possible.evidence.rank] += 1 }
    var evidenceCounts: [EvidenceCount] = []
    for (evidence, count) in zip(TieEvidence.allReports, counts) where count > 0 {
      guard case .reports(let giver, let receiver) = evidence else { continue }
      evidenceCounts.append(EvidenceCount(evidence: evidence, decision: decide(giver, receiver), count: count))
    }
    if givenTies > 0 { evidenceCounts.append(EvidenceCount(evidence: .given, decision: .tie, count: givenTies)) }
    return evidenceCounts
  }

  /// On how many pairs each wave is decided.
  func coverage(_ decide: (SideReport, SideReport) -> TieDecision) -> [WaveCoverage] {
    var named = [[(giver: Int, receiver: Int)]](repeating: [], count: unnamed.waves.count)
    var unobserved = [Int](repeating: 0, count: unnamed.waves.count)
    for pair in pairs(within: waveOfLayer) {
      let wave = waveOfLayer[pair[pair.startIndex].layer]
      named[wave].append((pair[pair.startIndex].giver, pair[pair.startIndex].receiver))
      let decision = TieDecision.joined(pair.map { decide($0.giverReport, $0.receiverReport) })
      if decision == .unobserved { unobserved[wave] += 1 }
    }
    return unnamed.waves.indices.map { wave in
      let others = unnamedPairs(inWave: wave, besides: named[wave])
      let missing = unobserved[wave] + others.pairs(.unobserved, by: decide)
      let actors = unnamed[.shared, wave].count
      return WaveCoverage(
        wave: unnamed.waves[wave], observedPairs: actors * (actors - 1) / (isSymmetric ? 2 : 1) - missing,
        unobservedPairs: missing)
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
