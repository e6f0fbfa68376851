import ClusterSurveys
import Foundation
import KnowledgeNetworks
import Testing

@testable import StudyFindings

@Suite struct SurveyAnswerTests {
  private static let actors = [
    NetworkActor(id: "a", kind: .sme, cluster: "C1", region: "R1", country: "X"),
    NetworkActor(id: "b", kind: .sme, cluster: "C1", region: "R1", country: "X"),
    NetworkActor(id: "c", kind: .largeFirm, cluster: "C1", region: "R1", country: "X"),
    NetworkActor(id: "d", kind: .largeFirm, cluster: "C2", region: "R2", country: "X"),
  ]

  private static func words(_ row: AnswerRow) -> String {
    "\(row.range?.name ?? "-") \(row.kind.name ?? "-") \(row.answer.name ?? "-") \(row.share.count)/\(row.share.total)"
  }

  // MARK: Ties

  /// `a` and `b` know their partners in the cluster and are new to those of another region.
  private static var described: Survey {
    func claim(_ respondent: Int, _ partner: ClaimPartner, _ details: [String: String]) -> Claim {
      Claim(respondent: respondent, item: .shared, partner: partner, topic: "\(partner)", details: details)
    }
    return Survey(
      actors: actors,
      claims: [
        claim(0, .actor(1), ["experience": "known", "trust": "5"]), claim(0, .actor(2), ["experience": "known"]),
        claim(0, .actor(3), ["experience": "new", "trust": "2,5"]), claim(1, .actor(0), ["experience": "known"]),
        claim(1, .actor(3), ["experience": "New"]), claim(2, .group("sme"), ["experience": "old", "range": "abroad"]),
      ])
  }

  @Test func tiesAreCountedByHand() throws {
    var tests: [SurveyTest] = []
    let finding = try #require(
      try SurveyTieFinding(
        of: Self.described.byWave(), options: PermutationOptions(), workers: .all, tests: &tests))
    let rows = finding.rows.filter { $0.question == "experience" && $0.kind == .all }.map(Self.words)
    #expect(
      rows == [
        "- - known 3/6", "- - new 2/6", "- - old 1/6", "abroad - known 0/1", "abroad - new 0/1", "abroad - old 1/1",
        "local_buzz - known 3/3", "local_buzz - new 0/3", "local_buzz - old 0/3", "national_pipeline - known 0/2",
        "national_pipeline - new 2/2", "national_pipeline - old 0/2",
      ])
    let trust = try #require(finding.rows.first { $0.question == "trust" && $0.answer == .all })
    #expect(trust.scale == .numeric && trust.summary?.mean == 3.75 && trust.share.total == 2)
    #expect(finding.rows.allSatisfy { $0.question != "range" })
  }

  /// Three of `a`'s ties can change places in 6 ways, two of `b`'s in 2; only in 2 of these 12 are both new ones far.
  @Test func rangesAreComparedWithinRespondents() throws {
    var survey = Self.described
    survey.claims.removeLast()
    var tests: [SurveyTest] = []
    _ = try SurveyTieFinding(of: survey.byWave(), options: PermutationOptions(), workers: .all, tests: &tests)
    let test = try #require(tests.first { $0.question == "experience" })
    #expect(test.comparison == .ranges && test.subject == .ties && test.test.isExact)
    #expect(abs(test.test.p - 2.0 / 12) < 1e-12 && abs(test.test.effect - 1) < 1e-12)
  }

  // MARK: Items

  private static func answers(_ question: String, _ answers: [(Int, String)], wave: String? = nil) -> [SurveyAnswer] {
    answers.map { SurveyAnswer(wave: wave, respondent: $0.0, question: question, answer: $0.1, number: Double($0.1)) }
  }

  private static func found(_ survey: Survey) throws -> (finding: SurveyItemFinding, tests: [SurveyTest]) {
    var tests: [SurveyTest] = []
    let finding = try SurveyItemFinding(of: survey, options: PermutationOptions(), workers: .all, tests: &tests)
    return (try #require(finding), tests)
  }

  @Test func distributionsAreCountedByHand() throws {
    var survey = Survey(actors: Self.actors)
    survey.answers = Self.answers("staff", [(0, "3"), (1, "5"), (2, "10"), (3, "10")])
    survey.answers += Self.answers("use", [(0, "much"), (1, "little"), (2, "much")])
    survey.questions = [
      QuestionDescription("use", text: "How useful?", scale: .ordinal, levels: ["not", "little", "much"])
    ]
    let (finding, tests) = try Self.found(survey)
    let rows = finding.rows.filter { $0.question == "staff" }
    #expect(
      rows.map(Self.words) == [
        "- - 3 1/4", "- - 5 1/4", "- - 10 2/4", "- - - 4/4", "- large_firm 3 0/2", "- large_firm 5 0/2",
        "- large_firm 10 2/2", "- large_firm - 2/2", "- sme 3 1/2", "- sme 5 1/2", "- sme 10 0/2", "- sme - 2/2",
      ])
    let summary = try #require(rows[3].summary)
    #expect(summary.mean == 7 && summary.median == 7.5 && summary.lowerQuartile == 4.5 && summary.upperQuartile == 10)
    #expect(abs((summary.standardDeviation ?? 0) - (38.0 / 3).squareRoot()) < 1e-12)
    let use = finding.rows.filter { $0.question == "use" && $0.kind == .all }
    #expect(use.map(Self.words) == ["- - not 0/3", "- - little 1/3", "- - much 2/3", "- - - 3/3"])
    #expect(use[3].summary?.median == 3 && use[3].summary?.mean == nil && finding.texts == ["use": "How useful?"])
    // Both large firms exceed both SMEs, as in 2 of the 6 arrangements in either direction.
    let test = try #require(tests.first { $0.question == "staff" }).test
    #expect(test.method == .mannWhitney && test.effect == 1 && abs(test.p - 2.0 / 6) < 1e-12)
  }

  @Test func wavesArePermutedWithinThoseWhoAnsweredInBoth() throws {
    var survey = Survey(actors: Self.actors)
    survey.answers = Self.answers("staff", [(0, "1"), (1, "2"), (2, "3")], wave: "1")
    survey.answers += Self.answers("staff", [(0, "4"), (1, "5"), (3, "9")], wave: "2")
    let test = try #require(try Self.found(survey).tests.first { $0.comparison == .waves }).test
    // Two swaps of a respondent's own answers and one of the two who answered once: 8 arrangements, 2 of them as extreme.
    #expect(test.isExact && test.statistic == 0 && abs(test.p - 2.0 / 8) < 1e-12)
  }

  @Test func openAnswersAreNotCounted() throws {
    var survey = Survey(actors: (0..<40).map { NetworkActor(id: "n\($0)", kind: $0 < 9 ? .sme : .largeFirm) })
    survey.answers = Self.answers("why", (0..<40).map { ($0, "because of \($0)") })
    survey.answers += Self.answers("staff", (0..<40).map { ($0, "\($0)") })
    let (finding, tests) = try Self.found(survey)
    #expect(finding.openQuestions == ["why"] && finding.statements.first?.contains("why") == true)
    // Forty different numbers are told by their quartiles alone.
    #expect(
      finding.rows.map(\.question) == ["staff", "staff", "staff"] && finding.rows.allSatisfy { $0.answer == .all })
    #expect(tests.count == 1)
  }

  @Test func whoIsAbsentFromAWaveIsLeftOut() throws {
    var survey = Survey(actors: Self.actors)
    survey.answers = Self.answers("staff", [(0, "1"), (1, "2")], wave: "1")
    survey.presence.exclude(1, from: "1")
    #expect(try Self.found(survey).finding.rows.map(\.share.total) == [1, 1, 1, 1])
  }

  // MARK: All tables

  @Test func everyTableReadsBack() throws {
    var survey = Self.described
    survey.answers = Self.answers("staff", [(0, "3"), (1, "5"), (2, "10"), (3, "10")], wave: "1")
    for place in survey.claims.indices { survey.claims[place].channel = "meeting" }
    let tables = try SurveyTables(
      of: survey, in: survey.byWave(), options: PermutationOptions(draws: 19), workers: .all)
    #expect(tables.topics != nil && tables.channels?.largest.count == 1 && tables.kinds != nil && tables.items != nil)
    let read = try JSONDecoder().decode(SurveyTables.self, from: JSONEncoder().encode(tables))
    #expect(read == tables && read.tables == tables.tables)
  }

  @Test func theOrderOfRowsIsWithoutEffect() throws {
    var survey = Self.described
    survey.answers = Self.answers("staff", [(0, "3"), (1, "5"), (2, "10"), (3, "10")], wave: "1")
    survey.answers += Self.answers("staff", [(0, "4"), (2, "1")], wave: "2")
    for place in survey.claims.indices { survey.claims[place].channel = place % 2 == 0 ? "meeting" : "online" }
    let options = PermutationOptions(draws: 99, exactLimit: 2)
    let first = try SurveyTables(of: survey, in: survey.byWave(), options: options, workers: Workers(threads: 1))
    #expect(
      first.tables.map(\.name).sorted() == [
        "survey-channels", "survey-items", "survey-kinds", "survey-tests", "survey-ties", "survey-topics",
      ])
    #expect(first.tests.count == 6 && first.tests.allSatisfy { ($0.adjustedP ?? 0) >= $0.test.p })
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      var claims = Array(survey.claims)
      generator.shuffle(&claims)
      survey.claims = ClaimList(claims)
      generator.shuffle(&survey.answers)
      #expect(try SurveyTables(of: survey, in: survey.byWave(), options: options, workers: .all) == first)
    }
  }
}
