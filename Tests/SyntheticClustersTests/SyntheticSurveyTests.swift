import ClusterSurveys
import Foundation
import KnowledgeNetworks
import SyntheticClusters
import TestNetworks
import Testing

/// Made surveys see their network as designed.
@Suite struct SyntheticSurveyTests {
  static func network(_ seed: UInt64 = 3) throws -> SyntheticNetwork {
    try SyntheticNetwork(ClusterDesign(actors: 520, ties: 2_600, clusters: 5, seed: seed))
  }

  /// Everybody answers and remembers all.
  static var perfect: SurveyDesign {
    var design = SurveyDesign()
    design.nonResponse = NonResponse(all: 0)
    design.makeAnswersExact()
    return design
  }

  @Test func perfectRecallGivesTheNetworkBack() throws {
    let made = try Self.network()
    let truth = try made.network()
    for rule in ReconciliationRule.allCases {
      let seen = try SyntheticSurvey(of: made, design: Self.perfect).survey().reconciled(by: rule).network
      #expect(seen.pairs.map { [$0.source, $0.target] } == truth.pairs.map { [$0.source, $0.target] })
    }
  }

  @Test func respondentsAreAsManyAsDesigned() throws {
    let survey = try SyntheticSurvey(of: Self.network(), design: SurveyDesign(respondents: [416, 91]))
    let answering = (0..<2).map { wave in
      Set((0..<520).filter { [.answered, .partial].contains(survey.status(of: $0, wave: wave)) })
    }
    #expect(answering.map(\.count) == [416, 91])
    #expect(answering[1].isSubset(of: answering[0]))
    for actor in 0..<520 {
      let second = survey.status(of: actor, wave: 1)
      #expect(answering[0].contains(actor) ? second != .notAsked : second == .notAsked)
    }
  }

  @Test func whoIsOfAKindThatAnswersLessAnswersLess() throws {
    let made = try SyntheticNetwork(ClusterDesign(actors: 4_000, ties: 4_000, clusters: 4))
    var design = SurveyDesign()
    design.nonResponse = NonResponse(sme: 0.5, largeFirm: 0.1, researchInstitute: 0, clusterManagement: 0)
    let survey = try SyntheticSurvey(of: made, design: design)
    for (kind, share) in [(ActorKind.sme, 0.5), (.largeFirm, 0.1), (.researchInstitute, 0)] {
      let asked = made.actors.indices.filter { made.actor($0).kind == kind }
      let silent = asked.count { survey.status(of: $0, wave: 0) == .refused }
      #expect(abs(Double(silent) / Double(asked.count) - share) < 0.04)
    }
  }

  @Test func everyClaimIsOfARespondent() throws {
    let made = try SyntheticSurvey(of: Self.network(), design: SurveyDesign(respondents: [300, 50]))
    for claim in try made.survey().claims {
      let wave = claim.wave == "1" ? 0 : 1
      #expect([.answered, .partial].contains(made.status(of: claim.respondent, wave: wave)))
    }
  }

  @Test func nobodyNamesItself() throws {
    var design = SurveyDesign()
    design.wrongPartner = 1
    let claims = try SyntheticSurvey(of: Self.network(), design: design).survey().claims
    #expect(!claims.isEmpty && claims.allSatisfy { $0.partner != .actor($0.respondent) })
  }

  @Test func recallIsAsDesigned() throws {
    var design = Self.perfect
    (design.giverRecall, design.receiverRecall) = (0.9, 0.5)
    let claims = try SyntheticSurvey(of: Self.network(), design: design).survey().claims
    #expect(abs(Double(claims.count { $0.item == .shared }) / 2_600 - 0.9) < 0.03)
    #expect(abs(Double(claims.count { $0.item == .received }) / 2_600 - 0.5) < 0.03)
  }

  @Test func readFilesSayWhatTheSurveySays() throws {
    let made = try SyntheticSurvey(of: Self.network(), design: SurveyDesign(respondents: [416, 91]))
    let scratch = try ScratchFolder()
    defer { withExtendedLifetime(scratch) {} }
    let folder = scratch.url
    for file in [made.network.actorsFile] + CanonicalSurveyWriter().files(of: made) {
      try Data(file.contents()).write(to: folder.appending(path: file.name))
    }
    let read = try Survey(contentsOf: [folder])
    let direct = try made.survey()
    #expect(read.actors == direct.actors && read.responses == direct.responses)
    let (one, other) = (try read.reconciled().network, try direct.reconciled().network)
    #expect(Array(one.ties) == Array(other.ties))
  }

  @Test(arguments: [2, 8]) func threadsAreWithoutEffect(_ threads: Int) throws {
    let made = try SyntheticNetwork(ClusterDesign(actors: 20_000, ties: 150_000, clusters: 20))
    let survey = try SyntheticSurvey(of: made, design: SurveyDesign(respondents: [9_000, 1_000]))
    for file in [made.actorsFile, made.tiesFile, made.truthFile] + CanonicalSurveyWriter().files(of: survey) {
      let bytes = try file.contents(workers: Workers(threads: 1))
      #expect(!bytes.isEmpty)
      #expect(try file.contents(workers: Workers(threads: threads)) == bytes)
    }
  }

  @Test(arguments: [
    ([521], "Wave 1 has 521 respondents, but there are only 520 actors."),
    ([10, 11], "Wave 2 has 11 respondents, but there are only 10 of the wave before to ask again."),
    ([-1], "Wave 1 has -1 respondents; it must not be negative."),
  ])
  func impossibleNumbersAreRefused(_ respondents: [Int], says: String) throws {
    let error = try #require(throws: BuzzlineError.self) {
      try SyntheticSurvey(of: Self.network(), design: SurveyDesign(respondents: respondents))
    }
    #expect(error.code == .invalidDesign && error.message == says)
  }

  @Test func aShareAboveOneIsRefused() throws {
    var design = SurveyDesign()
    design.giverRecall = 1.2
    #expect(throws: BuzzlineError.self) { try design.check(actors: 5) }
    var formation = SurveyDesign()
    formation.formation = 1.1
    #expect(throws: BuzzlineError.self) { try formation.check(actors: 5) }
    #expect(throws: BuzzlineError.self) { try NonResponse(all: -0.1).asDesign.check(actors: 5) }
  }

  @Test func cellsWithCommasAreQuoted() throws {
    var design = Self.perfect
    design.topics = ["oil, gas"]
    let survey = try SyntheticSurvey(of: Self.network(), design: design)
    let file = try #require(CanonicalSurveyWriter().files(of: survey).first).contents()
    #expect(String(decoding: file, as: UTF8.self).contains(",\"oil, gas\","))
  }
}

extension NonResponse {
  fileprivate var asDesign: SurveyDesign {
    var design = SurveyDesign()
    design.nonResponse = self
    return design
  }
}
