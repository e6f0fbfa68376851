internal import ClusterSurveys
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  var audienceSection: ReportDocument.Section {
    let evaluators: Paragraph = """
      *Evaluators of cluster policy* find in groups.csv what each group gives, receives, brokers and lets \
      in, against what its size explains.
      """
    let researchers: Paragraph = """
      *Researchers* find every number with its null in actors.csv, brokerage.csv and network.csv, what \
      each tie rests on in ties.csv, and what each sentence of this report rests on in statements.csv.
      """
    return ReportDocument.Section(
      "For whom this matters", id: "audience",
      [
        .list(
          [Paragraph(stating: managementStatements), evaluators] + Paragraph.points([partnerStatement]) + [researchers])
      ])
  }

  private var managementStatements: [Statement?] {
    let isNamed = network.actors.contains { $0.kind == .clusterManagement }
    return [
      Statement(
        .managementNamed, if: isNamed, on: allActors,
        "*Cluster management* sees above what it gives, receives and brokers itself."),
      Statement(
        .managementUnknown, if: !isNamed, on: allActors,
        "*Cluster management* is not among the actors, or not marked as such."),
      membersWithoutTie,
    ]
  }

  /// Whom to invite next, where that can be told.
  private var membersWithoutTie: Statement? {
    let isolates = network.isolates.count { network.actors[$0].isMember }
    guard isolates > 0 else {
      return Statement(.everyMemberTied, if: network.memberCount > 0, on: members, "Every member is tied to somebody.")
    }
    guard study.survey.wasAsked, reconciliation.unobservedPairs == 0 else {
      return Statement(
        .membersWithoutKnownTie, on: members,
        """
        The data hold no tie of \(count: isolates, "member"); whether they have none cannot be told, since not every \
        pair is known to have been asked about.
        """)
    }
    return Statement(
      .membersWithoutTie, on: members,
      "\(count: isolates, "member has", "members have") no tie at all and could be invited next.")
  }

  /// Through whom most others are reached along ties, if that sets some members apart.
  private var partnerStatement: Statement? {
    // Whom silence hides may reach more.
    guard let reached = centrality.reached, reconciliation.unobservedPairs == 0 else { return nil }
    let scores = network.actors.indices.filter { network.actors[$0].isMember }.map { ($0, reached[$0] ?? 0) }
    guard let most = scores.map(\.1).max(), most > 0 else { return nil }
    let leading = scores.filter { $0.1 == most }.map(\.0)
    guard leading.count < scores.count else { return nil }
    let others = network.actorCount - 1
    let doubt: Paragraph = "What passes along these ties was not tested."
    guard leading.count > 3 else {
      let names = Paragraph.names(leading.map(label(of:)))
      return Statement(
        .reachesMost, on: members,
        """
        *Firms looking for a partner* reach most others through \(names): \(count: Int(most)) of \(count: others, "other") \
        can be reached along ties. \(doubt)
        """)
    }
    let nearness = centrality[.harmonicOut]
    let nearest = leading.max { (nearness[$0] ?? 0, $1) < (nearness[$1] ?? 0, $0) }.map(label(of:)) ?? ""
    return Statement(
      .manyReachMost, on: members,
      """
      *Firms looking for a partner* reach equally many others, \(count: Int(most)) of \(count: others, "other"), \
      through each of \(count: leading.count, "member"); of these \(name: nearest) is nearest to all others (harmonic centrality). \(doubt)
      """)
  }
}
