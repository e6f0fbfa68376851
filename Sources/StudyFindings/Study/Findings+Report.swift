internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let ofNetwork =
      [carriersSection, changeSection, pipelinesSection, networkSection] + layerSections + [surveySection]
    let sections = [
      actorsSection, lossSection, spreadSection, seedSection, agreementSection, readingSection, audienceSection,
      limitsSection,
    ]
    return ReportDocument(
      title: "Who carries knowledge in the cluster", lead: lead, keyFigures: keyFigures,
      sections: (ofNetwork + sections).compactMap(\.self) + appendixSections,
      imprint: """
        Written by Buzzline \(word: BuzzlineVersion.current) with the rule '\(word: reconciliation.rule.rawValue)' and \
        seed \(word: String(study.options.permutations.seed)). The same input, options and seed give the same report.
        """)
  }
}
