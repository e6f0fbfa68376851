internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// What the chosen ones reach beside as many others, on the same graphs.
  func seedPicture(_ spread: DiffusionFinding) -> ReportDocument.Picture? {
    let seeds = spread.seeds
    guard !seeds.picks.isEmpty, !seeds.comparison.rivals.isEmpty else { return nil }
    let rows =
      [row("the \(count: seeds.picks.count, "chosen actor")", seeds.expectedReach)]
      + seeds.comparison.rivals.map { row($0.name, $0.expectedReach) }
    return ReportDocument.Picture(
      .dots(
        DotPicture(panels: [DotPicture.Panel(title: "Reached together", rows: rows)], scale: .linear, axis: "actors")),
      alternative: "How many actors the chosen ones reach together, beside as many others",
      caption: """
        Of \(count: network.actorCount, "actor"), on the same \(count: seeds.comparison.runs, "live-edge graph"), which the \
        choice was not made on. The lines are 95 % intervals of each mean (1.96 standard errors); the differences in the \
        sentence above are surer, since all are taken graph by graph. How likely ties pass something on was assumed.
        """, files: ["seeds"])
  }

  private func row(_ label: Paragraph, _ reach: Estimate) -> DotPicture.Row {
    DotPicture.Row(
      label: label, value: reach.mean,
      interval: reach.interval.map { max(0, $0.lowerBound)...$0.upperBound },
      note: "\(number: reach.mean, decimals: 1)")
  }
}
