internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let ofNetwork =
      [coverageSection, carriersSection, changeSection, pipelinesSection, networkSection] + clusterSections
      + layerSections + [surveySection]
    let others = [
      actorsSection, lossSection, spreadSection, seedSection, agreementSection, sensitivitySection, readingSection,
      audienceSection, limitsSection,
    ]
    var sections = (ofNetwork + others).compactMap(\.self)
    sections.insert(questionsSection(among: sections), at: sections.firstIndex { $0.id == "input" } ?? sections.count)
    var document = ReportDocument(
      title: study.options.title.map { "\(name: $0)" } ?? Self.question,
      topic: study.options.title.map { _ in Self.question }, answers: answers, opening: openingPicture, lead: lead,
      keyFigures: keyFigures,
      sections: sections + appendixSections, imprint: imprint)
    document.language = study.options.language
    return document
  }

  /// How a report was made.
  var imprint: Paragraph {
    let codes: Paragraph = study.options.hasPseudonyms ? " Codes stand for names." : ""
    // A packed network does not keep the rule by which answers became ties.
    guard !study.survey.isPacked else {
      return """
        Written by Buzzline \(verbatim: BuzzlineVersion.current) from a packed network, with the seed \
        \(verbatim: String(study.options.permutations.seed)). The same input, options and seed give the same report.\(codes)
        """
    }
    return """
      Written by Buzzline \(verbatim: BuzzlineVersion.current) with the rule '\(verbatim: reconciliation.rule.rawValue)' \
      and seed \(verbatim: String(study.options.permutations.seed)). The same input, options and seed give the same \
      report.\(codes)
      """
  }

  /// What every report answers.
  private static let question: Paragraph = "Who carries knowledge in the cluster"
}
