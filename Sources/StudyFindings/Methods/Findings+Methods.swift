internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// What a referee asks for: conventions, what was tested together, a paragraph to paste, the manifest.
  var appendixSections: [ReportDocument.Section] {
    let conventions = conventions
    let testing = testingSentences
    let text = methodsText
    let cited = ReportDocument.references(in: conventions + testing + [text])
    return [
      ReportDocument.Section("How it was computed", id: "methods", [.list(conventions)]),
      ReportDocument.Section("Multiple testing", id: "multiple-testing", [.list(testing)]),
      ReportDocument.Section(
        "Methods, to paste", id: "methods-text",
        [
          .paragraph(text), "References; references.bib holds them for LaTeX.",
          .list(cited.map { "\(verbatim: $0.entry)" }),
        ]),
      manifestSection,
    ]
  }

  /// How numbers are to be read that sources leave open.
  private var conventions: [Paragraph] {
    var conventions: [Paragraph] = [
      "\(directionSentence) \(weightSentence)",
      "Brokerage (\(citing: .gould1989)) comes with exact variances of the network totals.",
      """
      Structural holes (\(citing: .burt1992)), E–I index (\(citing: .krackhardtStern1988)), pipeline gatekeepers \
      (\(citing: .graf2011)), external reach (\(citing: .breschi2015)).
      """,
      permutationSentence,
      """
      Cognitive positions are our operationalisation of roles (\(citing: .giuliani2005)) that were published without \
      cut-offs: mean of connected actors, tolerance \(number: positions.positions.options.balanceTolerance, decimals: 1).
      """,
      "Positions in the picture are drawn for legibility and mean nothing beyond who is tied to whom.",
    ]
    if let spread {
      conventions.append(
        """
        Spread (\(citing: .kempe2003)) is counted in \(count: spread.asked.runs ?? 0) live-edge graphs that all comparisons \
        share, groups beside \(count: study.options.permutations.draws) draws of others.
        """)
    }
    return conventions
  }

  var directionSentence: Paragraph {
    network.isDirected
      ? "A tie runs from the giver of knowledge to the receiver."
      : "Ties have no direction: whoever gave to an actor also received from it."
  }

  var weightSentence: Paragraph {
    switch network.weightMeaning {
    case .none: "Every connected pair counts as one."
    case .strength: "Weights are strengths: strengths, PageRank, eigenvector scores and structural holes use them."
    case .distance: "Weights are distances: betweenness, closeness and harmonic centrality use them."
    }
  }

  private var permutationSentence: Paragraph {
    let options = study.options.permutations
    return """
      In permutation tests the group labels are permuted among the members: all arrangements where there are at most \
      \(count: options.exactLimit), else \(count: options.draws) drawn with the seed. The p of one side is the share of \
      arrangements at least as extreme, (1 + c) / (1 + B) of B draws; that of two sides twice the smaller of both, at most 1.
      """
  }

  /// What is adjusted, over what, and what is not.
  private var testingSentences: [Paragraph] {
    var sentences: [Paragraph] = []
    if !testedTallies.isEmpty {
      sentences.append(
        """
        Groups: the sentences give p adjusted over all groups and quantities of a wave together, \
        \(count: testedTallies.joined().count { $0.chance != nil }, "test") here (\(citing: .holm1979)). The p in groups.csv and \
        in tables are not adjusted.
        """)
    }
    if brokerage.observed != nil {
      sentences.append(
        """
        Single brokers: q in brokerage.csv is adjusted over all actors of a wave that broker at all and all five roles \
        (\(citing: .benjamini1995)); p beside it is not adjusted, nor is that of the totals in network.csv.
        """)
    }
    if mixing.splitTests != nil { sentences.append("E–I index: one test a network, not adjusted.") }
    for layer in layers {
      sentences.append(
        layer.sort == .topic
          ? "Topics: adjusted over all comparisons of two of them (\(citing: .holm1979))."
          : "Channels: adjusted over all comparisons of two of them (\(citing: .holm1979)).")
    }
    if let survey, !survey.tests.isEmpty {
      sentences.append(
        """
        Answers: adjusted over all questions of one subject, comparison and wave (\(citing: .holm1979)); survey-tests.csv \
        has both p.
        """)
    }
    if spread?.groups.isEmpty == false {
      sentences.append("Reach of groups: adjusted over all groups (\(citing: .holm1979)).")
    }
    if change?.steps.contains(where: { $0.tests != nil }) == true {
      sentences.append("Ties kept from wave to wave: one test a pair of waves, not adjusted.")
    }
    return sentences + ["Whatever is not named here was not tested, or its p stands by itself."]
  }
}
