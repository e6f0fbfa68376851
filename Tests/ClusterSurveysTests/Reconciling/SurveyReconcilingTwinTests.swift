import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Reconciling against its naive twin, and its properties, on random surveys.
struct SurveyReconcilingTwinTests {
  static let surveys = searchSeeds(100).map { RandomSurveys.survey(seed: $0) }
  static let rules: [(rule: ReconciliationRule, lone: LoneDenial)] =
    ReconciliationRule.allCases.map { ($0, .absent) } + [(.either, .unobserved), (.both, .unobserved)]

  static func lines(_ reconciliation: Reconciliation) -> [String] {
    zip(reconciliation.network.ties, reconciliation.evidence).map { NaiveReconciling.line($0, $1) }
  }

  @Test func `ties, evidence, rejected ties and unobserved pairs are those of the full table`() throws {
    var seen = (ties: 0, rejected: 0, unobserved: 0)
    for survey in Self.surveys {
      let naive = NaiveReconciling(survey: survey)
      for (rule, lone) in Self.rules {
        let result = try survey.reconciled(by: rule, loneDenial: lone)
        try #require(result.evidence.count == result.network.tieCount)
        try #require(Self.lines(result).sorted() == naive.ties(rule, lone))
        let rejected = result.rejected.map {
          let layer = [$0.wave, $0.topic, $0.channel].map { $0 ?? "-" }.joined(separator: " ")
          return "\((giver: $0.giver, receiver: $0.receiver)) \(layer) \($0.isObserved)"
        }
        try #require(rejected.sorted() == naive.rejected(rule, lone))
        try #require(result.coverage.map(\.wave) == naive.waves)
        try #require(
          result.coverage.map(\.unobservedPairs) == naive.waves.map { naive.unobserved(rule, lone, wave: $0) })
        seen.ties += result.network.tieCount
        seen.rejected += rejected.count
        seen.unobserved += result.unobservedPairs
      }
    }
    #expect(seen.ties > 1000 && seen.rejected > 500 && seen.unobserved > 1000)
  }

  @Test func `the order of claims, responses and ties is without effect`() throws {
    for (index, survey) in Self.surveys.enumerated() {
      let shuffled = survey.shuffled(seed: UInt64(index))
      for (rule, lone) in Self.rules {
        let (one, other) = (
          try survey.reconciled(by: rule, loneDenial: lone), try shuffled.reconciled(by: rule, loneDenial: lone)
        )
        try #require(Array(one.network.ties) == Array(other.network.ties))
        try #require(one.evidence == other.evidence && one.rejected == other.rejected)
        try #require(one.evidenceCounts == other.evidenceCounts && one.coverage == other.coverage)
        try #require(one.groupClaims == other.groupClaims && one.remarks == other.remarks)
      }
      try #require(try survey.reliability() == shuffled.reliability())
    }
  }

  @Test func `exchanging the items turns the network round and exchanges giver and receiver`() throws {
    let opposite: [ReconciliationRule: ReconciliationRule] = [.giver: .receiver, .receiver: .giver]
    for survey in Self.surveys {
      for (rule, lone) in Self.rules {
        let plain = try survey.reconciled(by: rule, loneDenial: lone)
        let mirrored = try survey.mirrored.reconciled(by: opposite[rule] ?? rule, loneDenial: lone)
        try #require(Array(mirrored.network.reversed().ties) == Array(plain.network.ties))
        let turned = zip(mirrored.network.ties, mirrored.evidence).map { tie, evidence in
          let back = Tie(
            source: tie.target, target: tie.source, weight: tie.weight, topic: tie.topic, channel: tie.channel,
            wave: tie.wave)
          guard let giver = evidence.giver, let receiver = evidence.receiver else {
            return NaiveReconciling.line(back, .given)
          }
          return NaiveReconciling.line(back, .reports(giver: receiver, receiver: giver))
        }
        try #require(turned.sorted() == Self.lines(plain).sorted())
        try #require(mirrored.coverage == plain.coverage)
      }
    }
  }

  @Test func `every tie of another rule whose two sides reported is a tie of either`() throws {
    func reported(_ result: Reconciliation) -> Set<[String?]> {
      Set(
        zip(result.network.ties, result.evidence)
          .filter { $1.giver?.answer != nil && $1.receiver?.answer != nil }
          .map { ["\($0.0.source) \($0.0.target)", $0.0.wave, $0.0.topic, $0.0.channel] })
    }
    for survey in Self.surveys {
      let either = reported(try survey.reconciled())
      for rule in [ReconciliationRule.both, .giver, .receiver] {
        try #require(reported(try survey.reconciled(by: rule)).isSubset(of: either))
      }
    }
  }

  @Test func `observed and unobserved pairs add up`() throws {
    for survey in Self.surveys {
      let count = survey.actors.count
      for (rule, lone) in Self.rules {
        let result = try survey.reconciled(by: rule, loneDenial: lone)
        for wave in result.coverage {
          try #require(wave.observedPairs + wave.unobservedPairs == count * (count - 1))
          try #require(wave.observedPairs >= 0 && wave.unobservedPairs >= 0)
        }
      }
    }
  }
}
