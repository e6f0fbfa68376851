import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

struct SurveyReliabilityTests {
  static let surveys = (1...300).map { RandomSurveys.survey(seed: UInt64($0)) }

  static func cells(_ agreement: ReportAgreement) -> [Int] {
    [agreement.both, agreement.giverOnly, agreement.receiverOnly, agreement.neither]
  }

  @Test func `agreement over all pairs, by wave and by topic is that of the full table`() throws {
    var joint = 0
    for survey in Self.surveys {
      let naive = NaiveReconciling(survey: survey)
      let reliability = try survey.reliability()
      try #require(Self.cells(reliability.overall) == naive.agreement(waves: naive.waves))
      try #require(reliability.byWave.map(\.label) == naive.waves)
      try #require(
        reliability.byWave.map { Self.cells($0.agreement) } == naive.waves.map { naive.agreement(waves: [$0]) })
      let named = survey.claims.filter { if case .actor = $0.partner { true } else { false } }
      let topics = Set(named.compactMap(\.topic)).sorted()
      try #require(reliability.byTopic.map(\.label) == topics)
      for slice in reliability.byTopic {
        let waves = naive.waves.filter { wave in named.contains { $0.wave == wave && $0.topic == slice.label } }
        try #require(Self.cells(slice.agreement) == naive.agreement(waves: waves, topic: .some(slice.label)))
      }
      joint += reliability.overall.jointPairs
    }
    #expect(joint > 500)
  }

  @Test func `over- and under-claiming by actor and kind is that of the full table`() throws {
    for survey in Self.surveys {
      let naive = NaiveReconciling(survey: survey)
      let reliability = try survey.reliability()
      for actor in survey.actors.indices {
        var giver: [(own: Bool, partner: Bool)] = []
        var receiver: [(own: Bool, partner: Bool)] = []
        for wave in naive.waves {
          for other in survey.actors.indices where other != actor {
            if let said = naive.sides(from: actor, to: other, wave: wave) { giver.append((said.giver, said.receiver)) }
            if let said = naive.sides(from: other, to: actor, wave: wave) {
              receiver.append((said.receiver, said.giver))
            }
          }
        }
        let claims = reliability.byActor[actor]
        for (balance, said) in [
          (claims.asGiver, giver), (claims.asReceiver, receiver), (claims.total, giver + receiver),
        ] {
          try #require(balance.affirmed == said.count { $0.own })
          try #require(balance.deniedByPartner == said.count { $0.own && !$0.partner })
          try #require(balance.affirmedByPartner == said.count { $0.partner })
          try #require(balance.denied == said.count { $0.partner && !$0.own })
        }
      }
      for sum in reliability.byKind {
        let members = survey.actors.indices.filter { survey.actors[$0].kind == sum.kind }
        try #require(sum.actorCount == members.count)
        try #require(
          sum.claims.total.affirmed == members.reduce(0) { $0 + reliability.byActor[$1].total.affirmed })
        try #require(sum.claims.asGiver.denied == members.reduce(0) { $0 + reliability.byActor[$1].asGiver.denied })
      }
      try #require(reliability.byKind.reduce(0) { $0 + $1.actorCount } == survey.actors.count)
    }
  }

  @Test func `exchanging the items exchanges giver and receiver in every count`() throws {
    for survey in Self.surveys {
      let (plain, mirrored) = (try survey.reliability(), try survey.mirrored.reliability())
      let cells = Self.cells(plain.overall)
      try #require(Self.cells(mirrored.overall) == [cells[0], cells[2], cells[1], cells[3]])
      try #require(mirrored.byActor.map(\.asGiver) == plain.byActor.map(\.asReceiver))
    }
  }

  @Test func `raw agreement is 1 where everything affirmed is confirmed`() throws {
    for survey in Self.surveys {
      let overall = try survey.reliability().overall
      try #require((overall.rawAgreement == 1) == ((overall.confirmationRate ?? 1) == 1 && overall.jointPairs > 0))
    }
  }

  @Test func `over- and under-claiming worked by hand`() throws {
    let reliability = try SurveyReconcilingTests.study.reliability()
    // Joint: what Ada and Bo and Di shared, received by Ada or Bo; but Di left Ada open.
    #expect(Self.cells(reliability.overall) == [1, 1, 1, 0])
    #expect(reliability.overall.confirmationRate == 1.0 / 3)
    let bo = reliability.byActor[1]
    #expect(bo.asGiver.overClaiming == 1)
    #expect(bo.asGiver.underClaiming == nil)
    #expect(bo.asReceiver.overClaiming == 0.5)
    #expect(bo.asReceiver.underClaiming == 0)
    #expect(bo.total.overClaiming == 2.0 / 3)
    #expect(reliability.byActor[3].asGiver.underClaiming == 1)
  }

  static let confirmationRates = [
    ("Cheyenne", 0.4068), ("HurrFrederic", 0.4750), ("LakePomona", 0.3962), ("MtSi", 0.6500), ("MtStHelens", 0.2947),
    ("Texas", 0.4419), ("Wichita", 0.3925),
  ]

  /// Each edge i → j read as i's word that it shared with j and that it received from j.
  static func emon(_ name: String, in folder: URL) throws -> Survey {
    func rows(_ file: String) throws -> [[Int]] {
      try ReferenceFiles.rows(of: folder.appending(path: "emon/\(name)_\(file).csv")).map { row in
        row.prefix(2).map { Int($0) ?? 0 }
      }
    }
    return Survey(
      actors: try rows("nodes").map { NetworkActor(id: "\($0[0])") },
      claims: try rows("edges").flatMap { edge in
        SurveyItem.allCases.map { Claim(respondent: edge[0] - 1, item: $0, partner: .actor(edge[1] - 1)) }
      })
  }

  /// The published rates count every organisation as a respondent: they are reciprocated dyads by dyads with any tie.
  @Test(.needsSharedData, arguments: confirmationRates)
  func `confirmation rates of seven search-and-rescue networks`(name: String, expected: Double) throws {
    var survey = try Self.emon(name, in: try #require(ReferenceFiles.sharedData))
    survey.responses = survey.actors.indices.flatMap { actor in
      SurveyItem.allCases.map { Response(respondent: actor, item: $0, status: .answered) }
    }
    let overall = try survey.reliability().overall
    #expect(abs(try #require(overall.confirmationRate) - expected) < 5e-5)
    #expect(overall.jointPairs == survey.actors.count * (survey.actors.count - 1))
    #expect(overall.giverConditional == overall.receiverConditional)
  }

  /// Counted over those that named somebody, the rates are higher: silence stops being denial.
  @Test(.needsSharedData)
  func `an organisation that named nobody is no respondent unless the survey says so`() throws {
    let survey = try Self.emon("MtStHelens", in: try #require(ReferenceFiles.sharedData))
    let overall = try survey.reliability().overall
    #expect(overall.jointPairs == 15 * 14)
    #expect(abs(try #require(overall.confirmationRate) - 28.0 / 65) < 1e-12)
  }
}
