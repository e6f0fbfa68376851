internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// The topics side by side, then the channels; nothing where fewer than two have ties.
  var layerSections: [ReportDocument.Section?] { layers.map(section(of:)) }

  private func section(of finding: LayerFinding) -> ReportDocument.Section {
    let (word, words) = (finding.sort.rawValue, finding.sort.rawValue + "s")
    let pairs = network.isDirected ? "ordered pairs" : "pairs"
    return ReportDocument.Section(
      words.prefix(1).uppercased() + words.dropFirst() + " side by side", id: words,
      choice(of: finding) + [
        .table(layerTable(finding), caption: "The networks of the \(word: words), each of the ties that state it."),
        .table(
          comparisonTable(finding),
          caption: """
            Each two \(word: words) over the \(word: pairs) of members observed in both, with the Jaccard expected and \
            two-sided p where the members are permuted in the network of the second \(word: word) (QAP), adjusted for \
            all comparisons (Holm).
            """),
        closest(finding),
      ])
  }

  /// Which layers are shown, where not all are.
  private func choice(of finding: LayerFinding) -> [ReportDocument.Block] {
    guard finding.layersWithTies > finding.layers.count else { return [] }
    return [
      """
      Of \(count: finding.layersWithTies) \(word: finding.sort.rawValue)s with ties, the \
      \(count: finding.layers.count) with most connected pairs are compared.
      """
    ]
  }

  /// Which two have most ties in common.
  private func closest(_ finding: LayerFinding) -> ReportDocument.Block {
    let defined = finding.comparisons.filter { $0.jaccard != nil }
    guard let most = defined.max(by: { ($0.jaccard ?? 0) < ($1.jaccard ?? 0) }) else {
      return "No pair of members is observed and tied in two of them, so that they cannot be compared."
    }
    let chance: Paragraph =
      most.adjustedChance.map {
        """
        ; their structures alone would give \(number: most.tests?.jaccard.definedMean, decimals: 4) on average \
        (adjusted \(p: $0))
        """
      } ?? ""
    return """
      Of these, \(name: most.first) and \(name: most.second) have most ties in common (Jaccard \
      \(number: most.jaccard, decimals: 4))\(chance).
      """
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
