import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// On how many pairs that involve a group the claims are decided.
@Suite struct GroupCoverageTests {
  /// Observed, unobserved, seen by both and seen by one, wave after wave.
  private func counts(_ coverage: [WaveCoverage]) -> [Int] {
    coverage.flatMap { [$0.observedPairs, $0.unobservedPairs, $0.seenByBoth, $0.seenByOne] }
  }

  private func coverage(of actors: Set<Int>, in survey: Survey, by rule: ReconciliationRule) throws -> [Int] {
    let labels = survey.actors.indices.map { actors.contains($0) ? "in" : nil }
    let grouping = Grouping(name: "group", labels: labels)
    return try counts(#require(try survey.coverage(of: grouping, by: rule).first))
  }

  @Test func allActorsTogetherHaveAllPairs() throws {
    for seed in 0..<200 as Range<UInt64> {
      let survey = RandomSurveys.survey(seed: seed)
      for rule in ReconciliationRule.allCases {
        let whole = counts(try survey.reconciled(by: rule).coverage)
        #expect(try coverage(of: Set(survey.actors.indices), in: survey, by: rule) == whole)
      }
    }
  }

  /// What two actors have together and not apart are the pairs between them, and those of all couples are all pairs.
  @Test func pairsOfCouplesAddUpToAllPairs() throws {
    for seed in 0..<100 as Range<UInt64> {
      let survey = RandomSurveys.survey(seed: seed)
      let whole = counts(try survey.reconciled(by: .both).coverage)
      var sums = [Int](repeating: 0, count: whole.count)
      for one in survey.actors.indices {
        for other in survey.actors.indices where other > one {
          let apart = [
            try coverage(of: [one], in: survey, by: .both), try coverage(of: [other], in: survey, by: .both),
          ]
          let together = try coverage(of: [one, other], in: survey, by: .both)
          for place in sums.indices {
            let between = apart[0][place] + apart[1][place] - together[place]
            #expect((0...2).contains(between))
            sums[place] += between
          }
        }
      }
      #expect(sums == whole)
    }
  }

  @Test func anotherRosterIsRefused() {
    let survey = RandomSurveys.survey(seed: 1)
    let labels = [String?](repeating: "in", count: survey.actors.count + 1)
    #expect(throws: BuzzlineError.self) { try survey.coverage(of: Grouping(name: "group", labels: labels)) }
  }
}
