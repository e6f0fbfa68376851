public import KnowledgeNetworks

extension Survey {
  /// Compares what givers and receivers say of the same ties; no rule enters.
  ///
  /// Where ties have no direction, each pair counts once, with what either actor says of the other under any item: the
  /// actor with the lower position stands for the giver. Who reported what is decided as ``reconciled(by:loneDenial:workers:)`` does.
  ///
  /// Properties:
  /// - The order of claims and responses is without effect.
  /// - Exchanging the items of all claims and responses exchanges giver and receiver in every count.
  /// - Raw agreement is 1 exactly where the confirmation rate is 1 or not defined, and some pair is joint.
  ///
  /// - Throws: `BuzzlineError` as ``reconciled(by:loneDenial:workers:)`` does for claims and responses.
  /// - Complexity: O(*n* *w* + *c* log *c*) time and O(*n* *w* + *c*) space for *n* actors, *w* waves and *c* claims
  ///   and responses: pairs that nobody named are counted, not listed.
  public func reliability() throws(BuzzlineError) -> Reliability {
    let table = try ReportTable(of: self, isSymmetric: !isDirected)
    let waves = table.unnamed.waves
    let pairs = table.jointReports(within: table.waveOfLayer)
    let agreements = table.agreements(of: pairs, within: table.waveOfLayer, waves: Array(waves.indices))
    let overall = agreements.reduce(into: ReportAgreement()) { $0.add($1) }
    let byActor = claims(of: pairs)
    return Reliability(
      overall: overall, byWave: zip(waves, agreements).map { AgreementSlice(label: $0, agreement: $1) },
      byTopic: table.agreementByTopic(), byActor: byActor, byKind: claimsByKind(byActor))
  }

  private func claims(of pairs: [PossibleTie]) -> [ActorClaims] {
    var claims = [ActorClaims](repeating: ActorClaims(), count: actors.count)
    for pair in pairs {
      guard let giver = pair.giverReport.answer, let receiver = pair.receiverReport.answer else { continue }
      claims[pair.giver].asGiver.add(own: giver, partner: receiver)
      claims[pair.receiver].asReceiver.add(own: receiver, partner: giver)
    }
    return claims
  }

  private func claimsByKind(_ claims: [ActorClaims]) -> [KindClaims] {
    var sums: [ActorKind?: (count: Int, claims: ActorClaims)] = [:]
    for (actor, claims) in zip(actors, claims) {
      sums[actor.kind, default: (0, ActorClaims())].count += 1
      sums[actor.kind, default: (0, ActorClaims())].claims.add(claims)
    }
    return sums.map { KindClaims(kind: $0, actorCount: $1.count, claims: $1.claims) }
      .sorted { NaturalOrder.precedes($0.kind?.rawValue, $1.kind?.rawValue) }
  }
}

extension ReportTable {
  /// What is reported of each pair of which a row speaks, joined over groups of layers under the first of each.
  fileprivate func jointReports(within groupOfLayer: [Int]) -> [PossibleTie] {
    pairs(within: groupOfLayer).compactMap { pair in
      let first = pair[pair.startIndex]
      guard isMember[first.giver], isMember[first.receiver] else { return nil }
      return PossibleTie(
        giver: first.giver, receiver: first.receiver, layer: first.layer,
        giverReport: SideReport.joined(pair.lazy.map(\.giverReport)),
        receiverReport: SideReport.joined(pair.lazy.map(\.receiverReport)), giverWeight: nil, receiverWeight: nil)
    }
  }

  /// The agreement in each group of layers, given the wave each lies in.
  fileprivate func agreements(
    of pairs: [PossibleTie], within groupOfLayer: [Int], waves: [Int]
  ) -> [ReportAgreement] {
    var agreements = [ReportAgreement](repeating: ReportAgreement(), count: waves.count)
    var unnamed = waves.map { PairTally(of: self, wave: $0, among: isMember) }
    for pair in pairs {
      let group = groupOfLayer[pair.layer]
      agreements[group].add(giver: pair.giverReport, receiver: pair.receiverReport)
      unnamed[group].remove(giver: pair.giver, receiver: pair.receiver)
    }
    for group in waves.indices { agreements[group].neither += unnamed[group].count { ($0, $1) == (.denied, .denied) } }
    return agreements
  }

  /// The agreement on each topic that is stated, over the waves in which it occurs.
  fileprivate func agreementByTopic() -> [AgreementSlice] {
    let groups = Self.runs(of: layers.indices) {
      layers[$0].wave == layers[$1].wave && layers[$0].topic == layers[$1].topic
    }
    var groupOfLayer = [Int](repeating: 0, count: layers.count)
    for (number, group) in groups.enumerated() {
      for layer in group { groupOfLayer[layer] = number }
    }
    let agreements = agreements(
      of: jointReports(within: groupOfLayer), within: groupOfLayer, waves: groups.map { waveOfLayer[$0.lowerBound] })
    var byTopic: [String: ReportAgreement] = [:]
    for (group, agreement) in zip(groups, agreements) {
      guard let topic = layers[group.lowerBound].topic else { continue }
      byTopic[topic, default: ReportAgreement()].add(agreement)
    }
    return byTopic.sorted { $0.key < $1.key }.map { AgreementSlice(label: $0, agreement: $1) }
  }
}
