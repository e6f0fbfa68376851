public import KnowledgeNetworks

/// Where an actor stands among groups, by its ties inside its own group and its spread over all of them.
///
/// The cut-offs are those of Guimerà & Amaral (2005), [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288),
/// found on metabolic networks: a customary reading, not a test. They hold for participation that is not normalised.
public enum ConnectorRole: String, Hashable, Sendable, CaseIterable {
  /// R1: no hub, participation up to 0.05.
  case ultraPeripheral = "R1"
  /// R2: no hub, up to 0.62.
  case peripheral = "R2"
  /// R3: no hub, up to 0.80.
  case connector = "R3"
  /// R4: no hub, above 0.80.
  case kinless = "R4"
  /// R5: a hub (within-group z of at least 2.5), participation up to 0.30.
  case provincialHub = "R5"
  /// R6: a hub, up to 0.75.
  case connectorHub = "R6"
  /// R7: a hub, above 0.75.
  case kinlessHub = "R7"

  /// Applies the cut-offs.
  public init(withinGroupZ: Double, participation: Double) {
    switch (withinGroupZ >= 2.5, participation) {
    case (false, ...0.05): self = .ultraPeripheral
    case (false, ...0.62): self = .peripheral
    case (false, ...0.80): self = .connector
    case (false, _): self = .kinless
    case (true, ...0.30): self = .provincialHub
    case (true, ...0.75): self = .connectorHub
    case (true, _): self = .kinlessHub
    }
  }
}

extension KnowledgeNetwork {
  /// How evenly each actor's ties spread over the groups: the participation coefficient.
  ///
  /// 1 − Σ (*k*(i,s) / *k*(i))², where *k*(i,s) counts the partners of *i* in group *s*. 0 if all lie in one group,
  /// 1 − 1/*S* if they spread evenly over all *S* groups; normalised by *S*/(*S* − 1) it reaches 1. Partners are counted,
  /// weights are not used; in ``Direction/both`` a partner counts once however the two are tied. Not defined without
  /// ties (some programs print 0) or group; actors without a group take no part. Unobserved pairs count as absent.
  ///
  /// Guimerà & Amaral (2005), [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288).
  ///
  /// Properties: oneGroupHasNoParticipation, reversalSwapsParticipation.
  ///
  /// - Parameters:
  ///   - grouping: The groups, such as clusters.
  ///   - direction: Which ties to look at.
  ///   - isNormalized: Whether to divide by the highest possible value; not defined with a single group.
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and O(*n* + *m*) space.
  public func participation(
    by grouping: Grouping, _ direction: Direction, isNormalized: Bool = false
  ) throws(BuzzlineError) -> ActorScores {
    try requireMatch(grouping)
    let groups = Double(grouping.groups.count)
    let factor = isNormalized ? (groups > 1 ? groups / (groups - 1) : .nan) : 1
    let scores = partnerSpreads(by: grouping, direction).map { spread in
      spread.partners > 0 ? factor * (1 - spread.concentration) : .nan
    }
    let name = isNormalized ? "normalized-participation" : "participation"
    return ActorScores(measure: direction.trailing(name), scores, remarks: grouping.remarksOnUngrouped)
  }

  /// How well each actor is tied inside its own group, in standard deviations from the group's mean.
  ///
  /// Partners in the own group are counted, weights are not used; in ``Direction/both`` a partner counts once however
  /// the two are tied. The standard deviation is that of the group as a population. Not defined where all members of
  /// the group have equally many, as in a group of one (some programs print 0), nor without a group.
  ///
  /// Guimerà & Amaral (2005), [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288).
  ///
  /// Properties: withinGroupZHasMeanZeroAndUnitVariance.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and O(*n* + *m*) space.
  public func withinGroupZ(by grouping: Grouping, _ direction: Direction) throws(BuzzlineError) -> ActorScores {
    try requireMatch(grouping)
    let codes = grouping.groupCodes
    let own = partnerSpreads(by: grouping, direction).map { Double($0.own) }
    let means = grouping.means(of: own)
    let steps = own.indices.map { codes[$0] < 0 ? 0 : own[$0] - means[Int(codes[$0])] }
    let deviations = grouping.means(of: steps.map { $0 * $0 }).map { $0.squareRoot() }
    let scores = steps.indices.map { actor in
      guard codes[actor] >= 0, deviations[Int(codes[actor])] > 0 else { return Double.nan }
      return steps[actor] / deviations[Int(codes[actor])]
    }
    return ActorScores(measure: direction.trailing("within-group-z"), scores, remarks: grouping.remarksOnUngrouped)
  }

  /// The role of each actor among the groups; `nil` where its participation or its within-group z is not defined.
  ///
  /// Takes ``participation(by:_:isNormalized:)`` as it is, not normalised, and ``withinGroupZ(by:_:)``.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and O(*n* + *m*) space.
  public func connectorRoles(by grouping: Grouping, _ direction: Direction) throws(BuzzlineError) -> [ConnectorRole?] {
    let spreads = try participation(by: grouping, direction)
    let standings = try withinGroupZ(by: grouping, direction)
    return zip(standings, spreads).map { standing, spread in
      guard let standing, let spread else { return nil }
      return ConnectorRole(withinGroupZ: standing, participation: spread)
    }
  }

  /// For each actor its partners in any group, those in its own, and the sum of the squared shares of the groups; all 0
  /// for actors without a group.
  private func partnerSpreads(
    by grouping: Grouping, _ direction: Direction
  ) -> [(partners: Int, own: Int, concentration: Double)] {
    let rows = rows(direction)
    let codes = grouping.groupCodes
    var counts = [Int](repeating: 0, count: grouping.groups.count)
    return actors.indices.map { actor in
      guard codes[actor] >= 0 else { return (0, 0, 0) }
      let groups = rows[actor].map { Int(codes[Int($0)]) }.filter { $0 >= 0 }
      for group in groups { counts[group] += 1 }
      let own = counts[Int(codes[actor])]
      var concentration = 0.0
      for group in groups where counts[group] > 0 {
        let share = Double(counts[group]) / Double(groups.count)
        concentration += share * share
        counts[group] = 0
      }
      return (groups.count, own, concentration)
    }
  }
}

extension Grouping {
  /// The mean over each group's members.
  fileprivate func means(of numbers: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: groups.count)
    for (number, code) in zip(numbers, groupCodes) where code >= 0 { sums[Int(code)] += number }
    return zip(sums, sizes).map { $0 / Double($1) }
  }
}
