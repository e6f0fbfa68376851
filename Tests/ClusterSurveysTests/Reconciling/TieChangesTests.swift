import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// What became of ties between waves, against a table of all pairs, and its properties.
struct TieChangesTests {
  static let surveys = (1...400).map { RandomSurveys.survey(seed: UInt64($0)) }
    .filter { Set($0.claims.map(\.wave)).isSuperset(of: ["1", "2"]) }

  /// The waves `1` and `2` of a survey, in which the first actor comes late and the last leaves early.
  static func waves(_ survey: Survey, turnover: Bool) -> [Survey] {
    var survey = survey
    if turnover, survey.actors.count > 3 {
      survey.presence.exclude(0, from: "1")
      survey.presence.exclude(survey.actors.count - 1, from: "2")
    }
    return ["1", "2"].map { survey.part(waves: [$0]).survey }
  }

  /// What a wave decides of a pair, from the definitions.
  static func state(
    _ survey: Survey, _ rule: ReconciliationRule, _ source: String, _ target: String
  ) -> TieDecision? {
    let naive = NaiveReconciling(survey: survey)
    guard let giver = survey.actors.firstIndex(where: { $0.id == source }),
      let receiver = survey.actors.firstIndex(where: { $0.id == target }), giver != receiver
    else { return nil }
    if survey.ties.contains(where: { $0.source == giver && $0.target == receiver }) { return .tie }
    let asked = naive.waves + survey.answersElsewhere.map(\.question.wave)
    guard let wave = asked.first else { return .noTie }
    let decisions = naive.layers(from: giver, to: receiver, wave: wave).map { layer in
      let (given, received) = naive.reports(from: giver, to: receiver, in: layer)
      return NaiveReconciling.rule(rule, .absent, given.answer, received.answer)
    }
    return NaiveReconciling.or(decisions).map { $0 ? .tie : .noTie } ?? .unobserved
  }

  @Test func theyAreThoseOfTheTableOfAllPairs() throws {
    var seen = (kept: 0, formed: 0, dissolved: 0, unobserved: 0, none: 0)
    for (number, survey) in Self.surveys.enumerated() {
      let waves = Self.waves(survey, turnover: number % 2 == 0)
      for rule in ReconciliationRule.allCases {
        let changes = try waves[0].reconciled(by: rule).changes(to: waves[1].reconciled(by: rule))
        var counts: [[TieDecision]: Int] = [:]
        for source in survey.actors.map(\.id) {
          for target in survey.actors.map(\.id) {
            guard let before = Self.state(waves[0], rule, source, target),
              let after = Self.state(waves[1], rule, source, target)
            else { continue }
            counts[[before, after], default: 0] += 1
          }
        }
        let observed = counts.filter { !$0.key.contains(.unobserved) }.values.reduce(0, +)
        try #require((changes == nil) == (observed == 0))
        seen.none += changes == nil ? 1 : 0
        guard let changes else { continue }
        try #require(changes.observedPairs == observed)
        try #require(changes.kept.count == counts[[.tie, .tie], default: 0])
        try #require(changes.formed.count == counts[[.noTie, .tie], default: 0])
        try #require(changes.dissolved.count == counts[[.tie, .noTie], default: 0])
        try #require(changes.newlyObserved.count == counts[[.unobserved, .tie], default: 0])
        try #require(changes.noLongerObserved.count == counts[[.tie, .unobserved], default: 0])
        seen.kept += changes.kept.count
        seen.formed += changes.formed.count
        seen.dissolved += changes.dissolved.count
        seen.unobserved += changes.newlyObserved.count
      }
    }
    #expect(seen.kept > 50 && seen.formed > 50 && seen.dissolved > 50 && seen.unobserved > 50 && seen.none > 5)
  }

  @Test func withoutDirectionPairsHaveNoOrder() throws {
    for survey in Self.surveys {
      var undirected = survey
      undirected.isDirected = false
      let waves = Self.waves(undirected, turnover: true)
      for rule in ReconciliationRule.allCases {
        let (one, other) = (try waves[0].reconciled(by: rule), try waves[1].reconciled(by: rule))
        guard let changes = one.changes(to: other) else { continue }
        let shared = one.network.actors.compactMap { actor -> (Int, Int)? in
          guard let mine = one.network.position(of: actor.id), let theirs = other.network.position(of: actor.id) else {
            return nil
          }
          return (mine, theirs)
        }
        var observed = 0
        for pair in shared.indices {
          for partner in shared[..<pair] {
            let before = one.observation.decision(from: shared[pair].0, to: partner.0)
            let after = other.observation.decision(from: partner.1, to: shared[pair].1)
            if before != .unobserved, after != .unobserved { observed += 1 }
          }
        }
        try #require(changes.observedPairs == observed)
        try #require(changes.kept.count + changes.formed.count + changes.dissolved.count <= observed)
      }
    }
  }

  @Test func exchangingTheWavesExchangesWhatFormedAndDissolved() throws {
    for survey in Self.surveys {
      let waves = try Self.waves(survey, turnover: true).map { try $0.reconciled() }
      guard let there = waves[0].changes(to: waves[1]) else { continue }
      let back = try #require(waves[1].changes(to: waves[0]))
      #expect(there.formed == back.dissolved && there.dissolved == back.formed && there.kept == back.kept)
      #expect(there.newlyObserved == back.noLongerObserved && there.entering == back.leaving)
      #expect(there.observedPairs == back.observedPairs && there.jaccard == back.jaccard)
    }
  }

  @Test func figuresFollowTheirDefinitions() throws {
    func wave(_ ties: [(Int, Int)]) throws -> Reconciliation {
      try Survey(
        actors: ["a", "b", "c", "d"].map { NetworkActor(id: $0) }, ties: ties.map { Tie(source: $0.0, target: $0.1) }
      ).reconciled()
    }
    let changes = try #require(wave([(0, 1), (2, 3)]).changes(to: wave([(0, 1), (1, 0), (1, 2)])))
    #expect(changes.observedPairs == 12 && changes.kept.map(\.target) == ["b"] && changes.hamming == 3)
    #expect(changes.jaccard == 0.25 && changes.expectedKept == 2 * 3 / 12.0)
    #expect(changes.keptShare == ObservedShare(count: 1, of: 2))
    #expect(changes.formedShare == ObservedShare(count: 2, of: 10))
  }
}
