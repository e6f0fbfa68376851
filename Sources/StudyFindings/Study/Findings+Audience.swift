internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// For whom the findings matter, and how.
  var audienceSection: ReportDocument.Section {
    ReportDocument.Section(
      "For whom this matters", id: "audience",
      [.list([managementPoint, evaluatorPoint, firmPoint, researcherPoint].compactMap(\.self))])
  }

  private var managementPoint: Paragraph {
    let isolates = cohesion.isolates
    let parts: Paragraph =
      isolates > 0
      ? "\(count: isolates, "actor has", "actors have") no tie at all and could be invited next."
      : "Every actor is tied to somebody; new ties would rather join parts that lie far apart."
    guard network.actors.contains(where: { $0.kind == .clusterManagement }) else {
      return "\(stressed: "Cluster management") is not among the actors, or not marked as such. \(parts)"
    }
    return "\(stressed: "Cluster management") sees above what it gives, receives and brokers itself. \(parts)"
  }

  private var evaluatorPoint: Paragraph {
    """
    \(stressed: "Evaluators of cluster policy") find in groups.csv what each group gives, receives, brokers and lets in, \
    against what its size explains.
    """
  }

  private var firmPoint: Paragraph? {
    guard let first = leadingActors.first else { return nil }
    return """
      \(stressed: "Firms looking for a partner") may begin with \(name: label(of: first)): of all actors it lies most often \
      on the shortest way between two others. Whether others reach more through it was not tested.
      """
  }

  private var researcherPoint: Paragraph {
    """
    \(stressed: "Researchers") find every number with its null in actors.csv, brokerage.csv and network.csv, and what each \
    tie rests on in ties.csv.
    """
  }

  /// How it was computed, with sources.
  var methodsSection: ReportDocument.Section {
    let options = study.options.permutations
    return ReportDocument.Section(
      "How it was computed", id: "methods",
      [
        .list(
          [
            "\(directionSentence) \(weightSentence)",
            "Brokerage: Gould and Fernandez (1989), with exact variances of the network totals.",
            """
            In permutation tests the group labels are permuted among the actors; all arrangements where there are at most \
            \(count: options.exactLimit), else \(count: options.draws) drawn with the seed, p = (1 + c) / (1 + B).
            """,
            "Structural holes: Burt (1992); E–I: Krackhardt and Stern (1988); gatekeepers: Graf (2011).",
            "External reach: Breschi and Lenzi (2015).",
            """
            Cognitive positions are our operationalisation after Giuliani and Bell (2005), who published no cut-offs: mean \
            of connected actors, tolerance \(number: positions.positions.options.balanceTolerance, decimals: 1).
            """,
            "Positions in the picture are drawn for legibility and mean nothing beyond who is tied to whom.",
          ] + spreadMethods)
      ])
  }

  private var spreadMethods: [Paragraph] {
    guard let spread else { return [] }
    return [
      """
      Spread: Kempe, Kleinberg and Tardos (2003), in \(count: spread.asked.runs ?? 0) live-edge graphs that all \
      comparisons share; groups beside \(count: study.options.permutations.draws) draws of others.
      """
    ]
  }

  private var directionSentence: Paragraph {
    network.isDirected
      ? "A tie runs from the giver of knowledge to the receiver."
      : "Ties have no direction: whoever gave to an actor also received from it."
  }

  private var weightSentence: Paragraph {
    switch network.weightMeaning {
    case .none: "Every connected pair counts as one."
    case .strength: "Weights are strengths: strengths, PageRank, eigenvector scores and structural holes use them."
    case .distance: "Weights are distances: betweenness, closeness and harmonic centrality use them."
    }
  }
}
