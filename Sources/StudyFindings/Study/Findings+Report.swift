internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let sections = [
      carriersSection, pipelinesSection, networkSection, actorsSection, lossSection, spreadSection, seedSection,
      agreementSection, readingSection,
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

  /// The few sentences that hold the main findings.
  private var lead: [Paragraph] {
    let size: Paragraph = """
      The study covers \(count: network.actorCount, "actor") and \(count: network.pairCount, "connected pair"), between \
      which knowledge went at least once. \(buzzSentence)
      """
    return [size] + carrierSentences.prefix(2) + [notableEntrySentence].compactMap(\.self)
  }

  private var buzzSentence: Paragraph {
    guard let share = buzzShare else { return "The data do not say which ties stay inside a regional cluster." }
    return """
      Of the ties whose scope is known, \(share: share) stay inside a cluster (local buzz) and \
      \(count: scopes.pipelines, "tie leaves", "ties leave") it (global pipelines).
      """
  }

  /// The share of local buzz among ties of known scope.
  var buzzShare: Double? {
    let known = scopes.buzz + scopes.pipelines
    return known > 0 ? Double(scopes.buzz) / Double(known) : nil
  }

  private var keyFigures: [ReportDocument.KeyFigure] {
    let confirmed = ReportDocument.KeyFigure(
      share: evidence.reliability.overall.confirmationRate, "confirmed", note: "by both sides, where both reported")
    return [
      .init(count: network.actorCount, "actors"),
      .init(count: network.pairCount, "connected pairs"),
      .init(share: buzzShare, "local buzz", note: "of ties with a known scope"),
      .init(count: buzzShare.map { _ in scopes.pipelines }, "global pipelines"),
      .init(
        count: buzzShare.map { _ in positions.gatekeepers.gatekeepers.count }, "gatekeepers",
        note: "tied both inside and outside"),
      .init(share: cohesion.dyads.arcReciprocity, "of ties returned"),
    ] + (evidence.reliability.overall.confirmationRate == nil ? [] : [confirmed])
  }
}
