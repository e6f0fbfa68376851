internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

/// What stands first: who carries knowledge, in three sentences.
extension Findings {
  /// Which kind of actor carries knowledge, which brings it in, and who first of all; what the data cannot answer is
  /// left out.
  var answers: [SupportedStatement] { [carrierAnswer, entryAnswer, gatekeeperAnswer].compactMap(\.self) }

  private var carrierAnswer: SupportedStatement? {
    guard kinds.roles != nil else { return nil }
    guard let marks = notableTallies.first else {
      return SupportedStatement(
        groupsAreKinds
          ? "No kind of actor clearly carries more or less of the knowledge than its number would suggest."
          : "No group clearly carries more or less of the knowledge than its number would suggest.",
        noGroupStatement, Ground(nothingFound, lost: 2), coverageGround)
    }
    return SupportedStatement(
      headline(of: marks), groupStatements.first ?? nil, chanceGround(marks[0]),
      ruleGround(marks[0].quantity, ofGroup: marks[0].group), coverageGround)
  }

  private var entryAnswer: SupportedStatement? {
    guard let entry = clearestEntry else {
      let known = scopes.pipelines + (scopes.stated ?? 0) > 0
      return SupportedStatement(nil, known ? gatekeeperStatement : noPipelinesStatement, coverageGround)
    }
    guard entry.isNotable else {
      return SupportedStatement(
        groupsAreKinds
          ? "No kind of actor clearly brings in more or less from outside than its number would suggest."
          : "No group clearly brings in more or less from outside than its number would suggest.",
        entryStatement, Ground(nothingFound, lost: 2), coverageGround)
    }
    let group = label(ofGroup: entry.group, startsSentence: true)
    return SupportedStatement(
      entry.tested.isMore
        ? "\(group) bring in *more* from outside than their number would suggest."
        : "\(group) bring in *less* from outside than their number would suggest.",
      entryStatement, chanceGround(entry.tested), ruleGround(.letIn, ofGroup: entry.group), coverageGround)
  }

  private var gatekeeperAnswer: SupportedStatement? {
    let named = Paragraph.names(positions.gatekeepers.leading().map(label(of:)))
    return SupportedStatement(
      "Most partners both inside and outside their cluster: \(named).", leadingGatekeepers, leadingGround,
      coverageGround)
  }

  private var groupsAreKinds: Bool { grouping?.name == ActorColumn.kind.name }

  /// What a group does more and what it does less, in few words.
  private func headline(of marks: [AdjustedTally]) -> Paragraph {
    let parts = [true, false].compactMap { isMore -> Paragraph? in
      let verbs = marks.filter { $0.isMore == isMore }.map { Paragraph(ours: $0.quantity.rawValue) }
      guard !verbs.isEmpty else { return nil }
      return isMore ? "\(verbs.listed()) *more*" : "\(verbs.listed()) *less*"
    }
    return """
      \(label(ofGroup: marks[0].group, startsSentence: true)) \(parts.listed()) than their number would suggest.
      """
  }

  private var nothingFound: Statement? {
    Statement(
      .nothingFound, on: members, "That no difference was found does not show that there is none.")
  }

  /// What a test says, and the grades that it costs.
  private func chanceGround(_ tested: AdjustedTally) -> Ground? {
    let (test, count) = (tested.test, testedTallies.joined().count)
    let deviation = test.standardDeviation
    return Ground(
      Statement(
        .supportOfTest, on: Evidence(.members, network.memberCount, p: tested.chance),
        """
        Observed \(number: test.observed) per actor; under permuted group labels the mean is \(number: test.mean), the \
        standard deviation \(number: deviation). The adjusted \(p: tested.chance) takes \(count: count, "test") \
        together (Holm).
        """), lost: tested.chance.map { $0 < 0.01 ? 0 : $0 < Self.notableChance ? 1 : 2 } ?? 2)
  }

  /// Whether a group's difference has the same direction under each rule.
  private func ruleGround(_ quantity: GroupQuantity, ofGroup group: Int) -> Ground? {
    guard let sensitivity, let name = grouping?.groups[group] else { return nil }
    let ratios = sensitivity.ratios(of: quantity.compared, ofGroup: name)
    guard let own = ratios.first(where: { $0.rule == reconciliation.rule.rawValue })?.ratio else { return nil }
    let agreeing = ratios.count { ($0.ratio > 1) == (own > 1) }
    let listed = ratios.map { ratio -> Paragraph in "\(number: ratio.ratio) (\(verbatim: ratio.rule))" }
    return Ground(
      Statement(
        .supportOfRules, on: members,
        """
        Under the rules by which answers become ties, it is \(listed.joined(by: ", ")) times what group size would give: the same \
        direction under \(count: agreeing) of \(count: ratios.count, "rule").
        """), lost: agreeing == ratios.count ? 0 : 1)
  }

  /// Whether the same members lead under each rule.
  private var leadingGround: Ground? {
    guard let sensitivity else { return nil }
    let own = Set(sensitivity.leadingGatekeepers[reconciliation.rule.rawValue] ?? [])
    let others = sensitivity.leadingGatekeepers.values
    let always = others.reduce(own) { $0.intersection($1) }
    return Ground(
      Statement(
        .supportOfLeaders, if: !own.isEmpty, on: members,
        """
        \(count: always.count) of these \(count: own.count) lead under each of the \(count: others.count) rules by which \
        answers become ties.
        """), lost: 4 * always.count >= 3 * own.count ? 0 : 1)
  }

  /// How much of the network anybody reported on.
  private var coverageGround: Ground? {
    guard study.survey.wasAsked else {
      return Ground(
        Statement(
          .supportOfGivenTies, on: connectedPairs,
          "The ties were given: nobody says who was asked, so it is not known what was not seen."), lost: 1)
    }
    let pairs = reconciliation.observedPairs + reconciliation.unobservedPairs
    guard pairs > 0 else { return nil }
    let share = Double(reconciliation.observedPairs) / Double(pairs)
    return Ground(
      Statement(
        .supportOfCoverage, on: Evidence(.pairsOfMembers, pairs),
        "The report that decides is there on \(share: share) of the pairs of members."),
      lost: share < CoverageFinding.leastShare ? 1 : 0)
  }
}

extension GroupQuantity {
  /// What of it is compared between the rules.
  fileprivate var compared: SensitivityFinding.Quantity {
    switch self {
    case .broker: .broker
    case .give, .exchange: .give
    case .receive: .receive
    case .letIn: .letIn
    }
  }
}
