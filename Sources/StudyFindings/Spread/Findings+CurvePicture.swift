internal import ClusterSurveys
internal import KnowledgeDiffusion
internal import KnowledgeNetworks

extension Findings {
  /// How knowledge of the chosen ones would spread step by step, and how much of it only through pipelines.
  func curvePicture(_ spread: DiffusionFinding) -> ReportDocument.Picture? {
    guard let everyone = spread.curves.first, everyone.heard.count > 1, !spread.seeds.picks.isEmpty else { return nil }
    let mostKinds = 5
    let largest = spread.curves.dropFirst().enumerated()
      .sorted { (-$0.element.actors, $0.offset) < (-$1.element.actors, $1.offset) }.prefix(mostKinds).map(\.element)
    let drawing = CurvePicture(
      panels: ([everyone] + largest).map(panel), steps: "steps", axis: "actors who have heard",
      lower: "without pipelines",
      upper: "through pipelines")
    return ReportDocument.Picture(
      .curves(drawing),
      alternative:
        "How many actors have heard after each step if the chosen ones knew at the start, with and without pipelines",
      caption: """
        Means over \(count: spread.seeds.comparison.runs, "live-edge graph") that the choice was not made on, from the \
        \(count: spread.seeds.picks.count, "chosen actor"); the broken lines are 95 % intervals of the mean (1.96 standard \
        errors). Through pipelines is what comes only through them, or later without. Each curve has its own scale; behind each title \
        stands how many actors there are. How likely ties pass something on was assumed, and that \
        a step takes equally long everywhere.
        """, files: ["diffusion"])
  }

  private func panel(of curve: SpreadCurve) -> CurvePicture.Panel {
    let band = zip(curve.heard, curve.errors).map { mean, error in max(0, mean - 1.96 * error)...(mean + 1.96 * error) }
    let who = curve.kind.map { label(of: ActorKind(rawValue: $0)) } ?? "everyone"
    return CurvePicture.Panel(
      title: "\(who) (\(count: curve.actors))", most: Double(curve.actors), curve: curve.heard, band: band,
      without: scopes.pipelines > 0 ? curve.withoutPipelines : [])
  }
}
