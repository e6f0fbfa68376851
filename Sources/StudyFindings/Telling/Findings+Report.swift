internal import KnowledgeNetworks

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let sections = [
      readingSection, agreementSection, networkSection, carriersSection, pipelinesSection, actorsSection, lossSection,
      audienceSection, limitsSection, methodsSection,
    ]
    return ReportDocument(
      title: "Who carries knowledge in the cluster", lead: lead, keyFigures: keyFigures,
      sections: sections.compactMap(\.self),
      imprint: """
        Written by Buzzline \(word: BuzzlineVersion.current) with the rule '\(word: reconciliation.rule.rawValue)' and \
        seed \(word: String(study.options.permutations.seed)). The same input, options and seed give the same report.
        """)
  }

  /// Two or three sentences that hold the main finding.
  private var lead: [Paragraph] {
    [
      """
      The study covers \(count: network.actorCount, "actor") and \(count: network.pairCount, "connected pair"): knowledge \
      went from one to the other at least once. \(buzzSentence)
      """,
      carrierSentence, entrySentence,
    ].filter { !$0.isEmpty }
  }

  private var buzzSentence: Paragraph {
    let known = scopes.buzz + scopes.pipelines
    guard known > 0 else { return "The data do not say which ties stay inside a regional cluster." }
    let share = Double(scopes.buzz) / Double(known)
    return """
      Of the ties whose scope is known, \(share: share) stay inside a cluster (local buzz) and \
      \(count: scopes.pipelines, "tie") leave it (global pipelines).
      """
  }

  private var keyFigures: [ReportDocument.KeyFigure] {
    let undecided = network.pairCount - scopes.unknown
    return [
      .init("Actors", NumberText.count(network.actorCount)),
      .init("Connected pairs", NumberText.count(network.pairCount)),
      .init(
        "Local buzz", undecided > 0 ? NumberText.share(Double(scopes.buzz) / Double(undecided)) : NumberText.notDefined,
        note: "of ties with known scope"),
      .init("Global pipelines", NumberText.count(scopes.pipelines)),
      .init(
        "Gatekeepers", NumberText.count(positions.gatekeepers.gatekeepers.count), note: "tied both inside and outside"),
      .init("Ties returned", NumberText.share(cohesion.dyads.arcReciprocity)),
    ]
      + (agreement.hasClaims
        ? [
          .init(
            "Confirmed", NumberText.share(agreement.reliability.overall.confirmationRate),
            note: "by both sides, where both reported")
        ] : [])
  }
}
