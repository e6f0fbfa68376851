internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let ofNetwork =
      [carriersSection, changeSection, pipelinesSection, networkSection] + clusterSections + layerSections
      + [surveySection]
    let sections = [
      actorsSection, lossSection, spreadSection, seedSection, agreementSection, readingSection, audienceSection,
      limitsSection, methodsSection,
    ]
    return ReportDocument(
      title: "Who carries knowledge in the cluster", lead: lead, keyFigures: keyFigures,
      sections: (ofNetwork + sections).compactMap(\.self),
      imprint: """
        Written by Buzzline \(word: BuzzlineVersion.current) with the rule '\(word: reconciliation.rule.rawValue)' and \
        seed \(word: String(study.options.permutations.seed)). The same input, options and seed give the same report.\
        \(word: study.options.hasPseudonyms ? " Codes stand for names." : "")
        """)
  }

  var methodsSection: ReportDocument.Section {
    let options = study.options.permutations
    let direction: Paragraph =
      network.isDirected
      ? "A tie runs from the giver of knowledge to the receiver."
      : "Ties have no direction: whoever gave to an actor also received from it."
    var sources: [Paragraph] = [
      "\(direction) \(weightSentence)",
      "Brokerage: Gould and Fernandez (1989), with exact variances of the network totals.",
      """
      In permutation tests the group labels are permuted among the members; all arrangements where there are at most \
      \(count: options.exactLimit), else \(count: options.draws) drawn with the seed, p = (1 + c) / (1 + B).
      """,
      "Structural holes: Burt (1992); E–I: Krackhardt and Stern (1988); pipeline gatekeepers: Graf (2011).",
      """
      Adjusted p of groups: Holm (1979), over all groups and quantities tested together, for reach over all groups; q of actors in \
      brokerage.csv: Benjamini and Hochberg (1995), over all actors that broker and all five roles.
      """,
      "External reach: Breschi and Lenzi (2015).",
      """
      Cognitive positions are our operationalisation after Giuliani and Bell (2005), who published no cut-offs: mean \
      of connected actors, tolerance \(number: positions.positions.options.balanceTolerance, decimals: 1).
      """,
      "Positions in the picture are drawn for legibility and mean nothing beyond who is tied to whom.",
    ]
    if let spread {
      sources.append(
        """
        Spread: Kempe, Kleinberg and Tardos (2003), in \(count: spread.asked.runs ?? 0) live-edge graphs that all \
        comparisons share; groups beside \(count: options.draws) draws of others.
        """)
    }
    return ReportDocument.Section("How it was computed", id: "methods", [.list(sources)])
  }

  private var weightSentence: Paragraph {
    switch network.weightMeaning {
    case .none: "Every connected pair counts as one."
    case .strength: "Weights are strengths: strengths, PageRank, eigenvector scores and structural holes use them."
    case .distance: "Weights are distances: betweenness, closeness and harmonic centrality use them."
    }
  }
}
