internal import ClusterSurveys
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The intervals of what stands side by side.
  var intervalBlocks: [ReportDocument.Block] {
    guard let intervals = waves?.intervals, !intervals.rows.isEmpty else { return [] }
    return [
      .table(
        intervals,
        caption: """
          95 % intervals: of density and of ties returned by Wilson, taking pairs as independent; of centralisations and \
          the E–I index by the jackknife over actors (\(citing: .snijders1999)), in networks of at most \
          \(count: ActorJackknife.mostActors) actors, of betweenness \(count: ActorJackknife.mostActorsOnPaths). \
          Where one actor has by far the most ties, the interval of a centralisation is a rough guide.
          """)
    ]
  }

  /// Who came and left inside and outside, where outsiders were named.
  var turnoverBlocks: [ReportDocument.Block] {
    guard let outside = turnover?.steps.filter({ !$0.areMembers && $0.staying + $0.entering + $0.leaving > 0 }) else {
      return []
    }
    return outside.compactMap { step in
      .stating(
        Statement(
          .outsidersStayed, on: Evidence(.actors, step.staying + step.entering + step.leaving),
          """
          Of the outsiders, whom nobody asked, \(count: step.staying, "is named", "are named") in both wave \(name: step.from) \
          and wave \(name: step.to), \(count: step.entering) in wave \(name: step.to) alone and \(count: step.leaving) in \
          wave \(name: step.from) alone. Nobody asked them, so their ties are not followed from wave to wave here.
          """))
    }
  }

  /// What the structures of both waves alone would keep.
  func permutedStatement(_ step: ChangeFinding.Step) -> Statement? {
    guard let tests = step.tests, tests.jaccard.isDefined else { return nil }
    let arrangements: Paragraph = tests.jaccard.isExact ? "all permutations" : "permutations drawn with the seed"
    let result: Paragraph = """
      \(number: tests.kept.mean, decimals: 1) ties would be kept on average (Jaccard \
      \(number: tests.jaccard.mean, decimals: 4); \(p: tests.jaccard.pTwoSided) of the Jaccard observed, over \
      \(arrangements); \(citing: .krackhardt1988))
      """
    return Statement(
      .tiesKeptByPermutation, on: Evidence(.pairsOfBothWaves, step.observedPairs, p: tests.jaccard.pTwoSided),
      study.survey.wasAsked
        ? """
        Were the members who stayed permuted in wave \(name: step.to), among those who answered the same items, so that \
        each wave keeps its structure, \(result).
        """
        : """
        Were the members who stayed permuted in wave \(name: step.to), so that each wave keeps its structure, \(result).
        """)
  }
}
