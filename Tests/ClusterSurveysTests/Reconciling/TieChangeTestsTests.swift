import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Ties kept by chance, against all permutations of a table of all pairs.
struct TieChangeTestsTests {
  /// The members of two waves and what each wave decides of every pair of them, from the definitions.
  private struct Table {
    let strata: [[Bool]]
    let before: [[TieDecision?]]
    let after: [[TieDecision?]]

    init(_ waves: [Survey], _ rule: ReconciliationRule) {
      let ids = waves[0].actors.map(\.id).filter { id in waves[1].actors.contains { $0.id == id } }
      func states(_ wave: Survey) -> [[TieDecision?]] {
        ids.map { source in ids.map { TieChangesTests.state(wave, rule, source, $0) } }
      }
      (before, after) = (states(waves[0]), states(waves[1]))
      let naive = NaiveReconciling(survey: waves[1])
      let asked = naive.waves + waves[1].answersElsewhere.map(\.question.wave)
      strata = ids.map { id in
        guard let actor = waves[1].actors.firstIndex(where: { $0.id == id }), let wave = asked.first else { return [] }
        return [SurveyItem.shared, .received].map { naive.unnamed($0, by: actor, wave: wave).answer != nil }
      }
    }

    /// All orders of the members that keep each with those who answered the same items.
    func orders(_ begun: [Int] = []) -> [[Int]] {
      guard begun.count < strata.count else { return [begun] }
      return strata.indices.filter { !begun.contains($0) && strata[$0] == strata[begun.count] }
        .flatMap { orders(begun + [$0]) }
    }

    func counts(_ order: [Int]) -> (kept: Int, ties: Int) {
      var (kept, ties) = (0, 0)
      for one in order.indices {
        for other in order.indices where one != other {
          let (then, now) = (before[one][other], after[order[one]][order[other]])
          if then == .unobserved || now == .unobserved { continue }
          if then == .tie || now == .tie { ties += 1 }
          if then == .tie && now == .tie { kept += 1 }
        }
      }
      return (kept, ties)
    }
  }

  @Test func permutationsAreThoseOfTheTableOfAllPairs() throws {
    var seen = (tests: 0, undefined: 0, strata: 0, partial: 0)
    for (number, survey) in TieChangesTests.surveys.enumerated() {
      let waves = TieChangesTests.waves(survey, turnover: number % 3 == 0)
      let rule = ReconciliationRule.allCases[number % 4]
      let table = Table(waves, rule)
      let (one, other) = (try waves[0].reconciled(by: rule), try waves[1].reconciled(by: rule))
      let tests = try one.changeTests(to: other)
      let orders = table.orders()
      try #require((tests != nil) == (one.changes(to: other) != nil && orders.count > 1))
      guard let tests else { continue }
      let law = orders.map(table.counts)
      let (kept, jaccards) = (law.map { Double($0.kept) }, law.map { Double($0.kept) / Double($0.ties) })
      try #require(tests.kept.isExact && tests.kept.observed == kept[0])
      try #require(abs(tests.kept.mean - kept.reduce(0, +) / Double(kept.count)) < 1e-9)
      try #require(tests.kept.pAtLeast == Double(kept.count { $0 >= kept[0] }) / Double(kept.count))
      try #require(tests.jaccard.isDefined == jaccards.allSatisfy { !$0.isNaN })
      seen.tests += 1
      seen.strata += Set(table.strata).count > 1 ? 1 : 0
      seen.partial += (table.before + table.after).contains { $0.contains(.unobserved) } ? 1 : 0
      guard tests.jaccard.isDefined else {
        seen.undefined += 1
        continue
      }
      try #require(abs(tests.jaccard.mean - jaccards.reduce(0, +) / Double(jaccards.count)) < 1e-9)
      let most = jaccards.count { $0 <= jaccards[0] + 1e-12 }
      try #require(tests.jaccard.pAtMost == Double(most) / Double(jaccards.count))
    }
    #expect(seen.tests > 50 && seen.undefined > 3 && seen.strata > 10 && seen.partial > 20, "\(seen)")
  }

  @Test func decisionsOfATableAreThoseOneByOne() throws {
    var seen: Set<TieDecision> = []
    for (number, survey) in TieChangesTests.surveys.enumerated() {
      for wave in TieChangesTests.waves(survey, turnover: number % 3 == 0) {
        for rule in ReconciliationRule.allCases {
          let observation = try wave.reconciled(by: rule).observation
          let decisions = observation.decisions
          for one in wave.actors.indices {
            for other in wave.actors.indices where one != other {
              let decision = observation.decision(from: one, to: other)
              try #require(decisions.decision(from: one, to: other) == decision)
              seen.insert(decision)
            }
          }
        }
      }
    }
    #expect(seen == Set(TieDecision.allCases))
  }

  /// The tests of two waves of given ties among so many actors.
  private static func tests(
    _ before: [(Int, Int)], _ after: [(Int, Int)], actors: Int, isDirected: Bool = true
  ) throws -> TieChangeTests? {
    func wave(_ ties: [(Int, Int)]) throws -> Reconciliation {
      try Survey(
        actors: (0..<actors).map { NetworkActor(id: "a\($0)") }, ties: ties.map { Tie(source: $0.0, target: $0.1) },
        isDirected: isDirected
      ).reconciled()
    }
    let (one, other) = (try wave(before), try wave(after))
    return try one.changeTests(to: other)
  }

  /// One tie among three actors falls on the same ordered pair in one of six permutations.
  @Test func aTieOfThreeActorsIsKeptInOnePermutationOfSix() throws {
    let tests = try #require(try Self.tests([(0, 1)], [(0, 1)], actors: 3))
    #expect(abs(tests.jaccard.mean - 1 / 6.0) < 1e-12 && tests.jaccard.pAtLeast == 1 / 6.0)
    #expect(tests.jaccard.pTwoSided == 1 / 3.0)
    let pairs = try #require(try Self.tests([(0, 1)], [(1, 0)], actors: 3, isDirected: false))
    #expect(abs(pairs.kept.mean - 1 / 3.0) < 1e-12 && pairs.kept.pAtLeast == 1 / 3.0)
  }

  @Test func aStarMeetsItsLikeInOneOfFour() throws {
    let star = [(0, 1), (0, 2), (0, 3)]
    let tests = try #require(try Self.tests(star, star, actors: 4))
    #expect(tests.kept.observed == 3 && tests.kept.pAtLeast == 0.25 && abs(tests.kept.mean - 0.75) < 1e-12)
  }

  @Test func withoutTwoWhoMayChangePlacesNothingIsTested() throws {
    #expect(try Self.tests([], [], actors: 1) == nil)
    let none = try #require(try Self.tests([], [], actors: 4))
    #expect(!none.jaccard.isDefined && none.kept.mean == 0 && none.kept.pTwoSided == 1)
  }

  @Test func threadsAndOrderOfRowsAreWithoutEffect() throws {
    let options = PermutationOptions(draws: 60, exactLimit: 1, seed: 3)
    var compared = 0
    for survey in TieChangesTests.surveys.prefix(40) {
      func tests(_ survey: Survey, threads: Int) throws -> TieChangeTests? {
        let waves = try TieChangesTests.waves(survey, turnover: false).map { try $0.reconciled() }
        return try waves[0].changeTests(to: waves[1], options: options, workers: Workers(threads: threads))
      }
      guard let alone = try tests(survey, threads: 1), alone.jaccard.isDefined else { continue }
      #expect(try tests(survey.shuffled(seed: 7), threads: 3) == alone)
      compared += 1
    }
    #expect(compared > 5)
  }
}
