import ClusterSurveys
import KnowledgeNetworks
import Testing

@testable import StudyFindings

@Suite struct SurveyChannelTests {
  /// `a` affirms two meetings and one online, `b` one meeting, `c` three online.
  private static let claims = [
    (0, "meeting"), (0, "meeting"), (0, "online"), (1, "meeting"), (2, "online"), (2, "online"), (2, "online"),
  ]

  private static var survey: Survey {
    let actors = [
      NetworkActor(id: "a", kind: .sme), NetworkActor(id: "b", kind: .sme), NetworkActor(id: "c", kind: .largeFirm),
    ]
    let given = claims.enumerated().map { place, claim in
      Claim(
        respondent: claim.0, item: .shared, partner: .actor((claim.0 + 1) % 3), topic: "\(place)", channel: claim.1)
    }
    return Survey(
      actors: actors,
      claims: given + [
        Claim(respondent: 1, item: .shared, partner: .actor(0), channel: "online", answer: .no),
        Claim(respondent: 1, item: .shared, partner: .actor(2)),
      ])
  }

  private static func finding(_ options: PermutationOptions = PermutationOptions()) throws -> SurveyChannelFinding {
    try #require(try SurveyChannelFinding(of: survey.byWave(), options: options, workers: .all))
  }

  @Test func sharesAreCountedByHand() throws {
    let rows = try Self.finding().rows.map { row in
      "\(row.kind.name ?? "-") \(row.channel) \(row.respondents.count)/\(row.respondents.total) \(row.ties)/\(row.allTies)"
    }
    #expect(
      rows == [
        "- meeting 2/3 3/7", "- online 2/3 4/7", "large_firm meeting 0/1 0/3", "large_firm online 1/1 3/3",
        "sme meeting 2/2 3/4", "sme online 1/2 1/4",
      ])
  }

  /// The same draws, counted tie by tie.
  @Test func theLargestShareIsResampledOverRespondents() throws {
    let options = PermutationOptions(draws: 400, seed: 5)
    let largest = try #require(try Self.finding(options).largest.first)
    #expect(largest.channel == "online" && largest.ties == 7 && largest.respondents == 3 && largest.draws == 400)
    #expect(abs(largest.share - 4.0 / 7) < 1e-12)
    let shares = (0..<400).map { draw -> Double in
      var generator = SeededGenerator(seed: 5, for: .samples, stream: UInt64(draw))
      let drawn = (0..<3).map { _ in generator.below(3) }
      let ties = drawn.flatMap { respondent in Self.claims.filter { $0.0 == respondent }.map(\.1) }
      return Double(["meeting", "online"].map { name in ties.count { $0 == name } }.max() ?? 0) / Double(ties.count)
    }.sorted()
    #expect(largest.interval == shares[9]...shares[389])
    #expect(largest.verdict == .oneChannelPrevails || largest.interval.contains(0.5))
  }

  /// Of the three ways to give the kinds to the respondents none parts the channels as much: p is one third.
  @Test func kindsArePermutedAmongRespondents() throws {
    let tests = try SurveyChannelFinding.tests(of: Self.survey.byWave(), options: PermutationOptions(), workers: .all)
    let test = try #require(tests.first).test
    #expect(test.isExact && test.size == 3 && test.groups == 2)
    #expect(abs(test.statistic - 3.9375) < 1e-12 && abs(test.p - 1.0 / 3) < 1e-12)
    #expect(abs(test.effect - 0.75) < 1e-12)
  }

  @Test(arguments: [
    (0.2...0.4, LargestChannel.Verdict.noUniversalChannel), (0.4...0.5, .undecided), (0.6...1, .oneChannelPrevails),
  ])
  func anIntervalDecides(_ interval: ClosedRange<Double>, _ verdict: LargestChannel.Verdict) {
    #expect(LargestChannel.verdict(of: interval) == verdict)
  }

  @Test func whoNamesNoChannelSaysNothingOfThem() throws {
    let survey = Survey(
      actors: Self.survey.actors, claims: [Claim(respondent: 0, item: .shared, partner: .actor(1))])
    #expect(try SurveyChannelFinding(of: survey.byWave(), options: PermutationOptions(), workers: .all) == nil)
  }
}
