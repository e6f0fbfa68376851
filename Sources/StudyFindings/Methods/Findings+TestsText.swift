internal import ClusterSurveys
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

// What was tested, compared and simulated, as the methods of an article tell it.
extension Findings {
  /// How the differences of groups were tested; `nil` where there was nothing to test.
  var testSentence: Paragraph? {
    guard let test = mixing.splitTests?.network, test.isDefined else { return nil }
    let options = study.options.permutations
    let arrangements: Paragraph = test.isExact ? "all arrangements" : "\(count: options.draws, "random arrangement")"
    let holm: Paragraph =
      testedTallies.isEmpty
      ? "" : "; p of groups are adjusted over all groups and quantities (\(citing: .holm1979))"
    return """
      Two-sided p come from \(arrangements) of the group labels among the members\(holm), q of single brokers over all \
      brokers and roles (\(citing: .benjamini1995)).
      """
  }

  var changeSentence: Paragraph? {
    guard let change else { return nil }
    let tests: Paragraph =
      change.steps.contains { $0.tests != nil }
      ? " Ties kept were tested by permuting the members who stayed (\(citing: .hubert1976, .krackhardt1988))." : ""
    return """
      Changes from wave to wave are over pairs that both waves observe.\(tests) Intervals of shares are Wilson's \
      (\(citing: .wilson1927)), those of centralisation and E–I index come from the jackknife over actors \
      (\(citing: .snijders1999)).
      """
  }

  var layerSentence: Paragraph? {
    guard !layers.isEmpty else { return nil }
    let sorts: Paragraph =
      layers.count > 1
      ? "single topics and channels" : layers[0].sort == .topic ? "single topics" : "single channels"
    return """
      Networks of \(sorts) were compared by permuting the members of one of them (\(citing: .hubert1976)), \
      p adjusted over all comparisons (\(citing: .holm1979)).
      """
  }

  /// By which tests answers were compared.
  var answerSentence: Paragraph? {
    let used = Set(survey?.tests.map(\.test.method) ?? [])
    guard !used.isEmpty else { return nil }
    let tests: [Paragraph] = SampleTest.Method.allCases.filter(used.contains).map { method in
      switch method {
      case .chiSquared: "chi-squared"
      case .fisher: "the exact test of tables (\(citing: .freeman1951))"
      case .mannWhitney: "the rank test of two groups (\(citing: .mann1947))"
      case .kruskalWallis: "the rank test of several groups (\(citing: .kruskal1952))"
      }
    }
    return """
      Answers were compared by \(tests.joined(by: ", ")), with p from permutations, adjusted \
      over the questions of one subject, comparison and wave (\(citing: .holm1979)).
      """
  }

  var spreadSentence: Paragraph? {
    guard let spread, let asked = study.options.spread else { return nil }
    return """
      Spread was simulated in \(count: spread.asked.runs ?? 0, "live-edge graph") (\(citing: .kempe2003)). \
      \(asked.sentence)
      """
  }
}
