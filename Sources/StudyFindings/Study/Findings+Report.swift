internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The findings in words, tables and pictures, for readers who were not there.
  public var report: ReportDocument {
    let ofNetwork = [carriersSection, changeSection, pipelinesSection, networkSection] + layerSections
    let sections = [
      actorsSection, lossSection, spreadSection, seedSection, agreementSection, readingSection, audienceSection,
      limitsSection, methodsSection,
    ]
    return ReportDocument(
      title: "Who carries knowledge in the cluster", lead: lead, keyFigures: keyFigures,
      sections: (ofNetwork + sections).compactMap(\.self),
      imprint: """
        Written by Buzzline \(word: BuzzlineVersion.current) with the rule '\(word: reconciliation.rule.rawValue)' and \
        seed \(word: String(study.options.permutations.seed)). The same input, options and seed give the same report.
        """)
  }

  private var lead: [Paragraph] {
    let outsiders = network.actorCount - network.memberCount
    let actors: Paragraph =
      outsiders > 0
      ? """
      \(count: network.memberCount, "member"), \(count: outsiders, "outsider") named and not asked
      """ : "\(count: network.actorCount, "actor")"
    let size: Paragraph = """
      The study covers \(actors) and \(count: network.pairCount, "connected pair"), \
      between which knowledge went at least once. \(buzzSentence)
      """
    return selectionSentence + waveSentence + [size] + responseSentence + carrierSentences.prefix(2)
      + [notableEntrySentence].compactMap(\.self)
  }

  /// Which part of the study the report is of.
  private var selectionSentence: [Paragraph] {
    guard let words = study.options.selection?.words, !words.isEmpty else { return [] }
    let parts = words.sorted { $0.key < $1.key }.map { sort, names -> Paragraph in
      "\(word: sort) \(Paragraph.names(names))"
    }
    let listed = parts.dropFirst().reduce(parts[0]) { $0 + "; " + $1 }
    return ["This is a part of the study: \(listed)."]
  }

  /// Which waves the report is of.
  private var waveSentence: [Paragraph] {
    guard let wave else { return [] }
    guard earlier.isEmpty else {
      let names = Paragraph.names(earlier.compactMap(\.wave) + [wave])
      return [
        """
        The study has the waves \(names). What follows is wave \(name: wave), the latest, unless it says otherwise.
        """
      ]
    }
    let waves = study.survey.waves
    return [
      """
      The waves \(Paragraph.names(waves)) are taken together as one network, as was requested: a pair tied in any of \
      them counts as tied.
      """
    ]
  }

  /// Who answered, and how many pairs that leaves unseen.
  private var responseSentence: [Paragraph] {
    guard evidence.hasClaims else { return [] }
    let counts = study.survey.responseCounts()
    let pairs = network.isDirected ? "ordered pairs" : "pairs"
    let coverage = observedPairs == nil ? nil : reconciliation.coverage.first
    let seen = coverage.map { coverage -> Paragraph in
      """
       Of the \(word: pairs) of members, both sides reported on \(count: coverage.seenByBoth), one side on \
      \(count: coverage.seenByOne) and nobody on \(count: coverage.seenByNobody).
      """
    }
    return [
      """
      \(count: counts.response.count) of \(count: counts.members, "member") answered (\(share: counts.response.value)), \
      \(count: counts.partial) of them in part; \(count: counts.refused) refused, \(count: counts.absent) were absent and \
      \(count: counts.notAsked) were not asked.\(seen ?? "")
      """
    ]
  }

  private var buzzSentence: Paragraph {
    guard network.pairCount > 0 else { return "" }
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
    let confirmed = evidence.reliability.overall.confirmationRate
    let pipelines = buzzShare.map { _ in scopes.pipelines }
    let gatekeepers = buzzShare.map { _ in positions.gatekeepers.gatekeepers.count }
    let always: [ReportDocument.KeyFigure] = [
      .init(count: network.actorCount, "actors"), .init(count: network.pairCount, "connected pairs"),
      .init(share: buzzShare, "local buzz", note: "of ties with a known scope"),
      .init(count: pipelines, "global pipelines"),
      .init(count: gatekeepers, "pipeline gatekeepers", note: "tied both inside and outside"),
      .init(share: cohesion.dyads.arcReciprocity, "of ties returned"),
    ]
    guard let confirmed else { return always }
    return always + [.init(share: confirmed, "confirmed", note: "by both sides, where both reported")]
  }

  var audienceSection: ReportDocument.Section {
    var points: [Paragraph] = [
      managementPoint,
      """
      \(stressed: "Evaluators of cluster policy") find in groups.csv what each group gives, receives, brokers and lets \
      in, against what its size explains.
      """,
    ]
    if let first = leadingActors.first {
      points.append(
        """
        \(stressed: "Firms looking for a partner") may begin with \(name: label(of: first)): of all actors it lies most \
        often on the shortest way between two others. Whether others reach more through it was not tested.
        """)
    }
    points.append(
      """
      \(stressed: "Researchers") find every number with its null in actors.csv, brokerage.csv and network.csv, and \
      what each tie rests on in ties.csv.
      """)
    return ReportDocument.Section("For whom this matters", id: "audience", [.list(points)])
  }

  private var managementPoint: Paragraph {
    let isolates = network.isolates.count { network.actors[$0].isMember }
    let parts: Paragraph =
      isolates == 0
      ? "Every member is tied to somebody."
      : study.survey.wasAsked && reconciliation.unobservedPairs == 0
        ? "\(count: isolates, "member has", "members have") no tie at all and could be invited next."
        : """
        The data hold no tie of \(count: isolates, "member"); whether they have none cannot be told, since not every pair \
        is known to have been asked about.
        """
    let seen =
      network.actors.contains { $0.kind == .clusterManagement }
      ? "sees above what it gives, receives and brokers itself" : "is not among the actors, or not marked as such"
    return "\(stressed: "Cluster management") \(word: seen). \(parts)"
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
      Adjusted p of groups: Holm (1979), over all groups and quantities that sentences compare; q of actors in \
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
