internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// The topics side by side, then the channels; nothing where fewer than two have ties.
  var layerSections: [ReportDocument.Section?] { layers.map(section(of:)) }

  private func section(of finding: LayerFinding) -> ReportDocument.Section {
    let most = TieChangeTests.mostPairs
    let isTopic = finding.sort == .topic
    return ReportDocument.Section(
      isTopic ? "Topics side by side" : "Channels side by side", id: finding.sort.rawValue + "s",
      [
        .stating(choiceStatement(finding)),
        .table(
          layerTable(finding),
          caption: isTopic
            ? "The networks of the topics, each of the ties that state it."
            : "The networks of the channels, each of the ties that state it."),
        .table(
          comparisonTable(finding),
          caption: isTopic
            ? """
            Each two topics over the pairs of members observed in both, with the Jaccard expected and two-sided p where the \
            members are permuted in the network of the second topic (QAP; up to \(count: most) connected pairs), adjusted \
            for all comparisons (Holm).
            """
            : """
            Each two channels over the pairs of members observed in both, with the Jaccard expected and two-sided p where \
            the members are permuted in the network of the second channel (QAP; up to \(count: most) connected pairs), \
            adjusted for all comparisons (Holm).
            """),
        .stating(likenessStatement(finding)),
      ].compactMap(\.self))
  }

  /// Which layers are shown, where not all are.
  private func choiceStatement(_ finding: LayerFinding) -> Statement? {
    let (all, shown) = (finding.layersWithTies, finding.layers.count)
    return Statement(
      .layersChosen, if: all > shown, on: connectedPairs,
      finding.sort == .topic
        ? "Of \(count: all) topics with ties, the \(count: shown) with most connected pairs are compared."
        : "Of \(count: all) channels with ties, the \(count: shown) with most connected pairs are compared.")
  }

  /// Which two have most ties in common, if that is more than their structures alone would give.
  private func likenessStatement(_ finding: LayerFinding) -> Statement? {
    let alike = finding.comparisons.filter { comparison in
      guard let chance = comparison.adjustedChance, let mean = comparison.tests?.jaccard.definedMean else {
        return false
      }
      return chance < Self.notableChance && comparison.jaccard ?? 0 > mean
    }
    guard let most = alike.max(by: { ($0.jaccard ?? 0) < ($1.jaccard ?? 0) }) else {
      return Statement(
        .layersNotAlike, on: Evidence(.observedPairs, finding.comparisons.map(\.observedPairs).max() ?? 0),
        finding.sort == .topic
          ? "No two of these topics were found to have more ties in common than their structures alone would give."
          : "No two of these channels were found to have more ties in common than their structures alone would give.")
    }
    return Statement(
      .layersAlike, on: Evidence(.observedPairs, most.observedPairs, p: most.adjustedChance),
      """
      The largest Jaccard is that of \(name: most.first) and \(name: most.second) (\(number: most.jaccard, decimals: 4)); their \
      structures alone would give \(number: most.tests?.jaccard.definedMean, decimals: 4) on average (adjusted \
      \(p: most.adjustedChance)).
      """)
  }

  private func layerTable(_ finding: LayerFinding) -> FindingsTable {
    FindingsTable(
      finding.sort.rawValue + "-networks", rows: finding.layers,
      .text(finding.sort.rawValue) { $0.name }, .count("connected pairs") { $0.connectedPairs },
      .share("density") { $0.density }, .share("ties returned") { $0.reciprocity },
      .count("actors in the largest component") { $0.largestComponent })
  }

  private func comparisonTable(_ finding: LayerFinding) -> FindingsTable {
    FindingsTable(
      finding.sort.rawValue + "-comparisons", rows: finding.comparisons,
      .text("first") { $0.first }, .text("second") { $0.second }, .count("tied in both") { $0.both },
      .count("first only") { $0.firstOnly }, .count("second only") { $0.secondOnly },
      .number("Jaccard") { $0.jaccard }, .number("expected") { $0.tests?.jaccard.definedMean },
      .number("correlation") { $0.correlation }, .p("adjusted p") { $0.adjustedChance })
  }
}
