import ClusterSurveys
import KnowledgeNetworks
import Testing

struct GroupClaimShareTests {
  static func claim(_ respondent: Int, _ group: String, _ answer: Answer = .yes, topic: String? = nil) -> Claim {
    Claim(respondent: respondent, item: .shared, partner: .group(group), topic: topic, answer: answer)
  }

  static let actors = [
    NetworkActor(id: "a", kind: .sme), NetworkActor(id: "b", kind: .sme), NetworkActor(id: "c", kind: .sme),
    NetworkActor(id: "d", kind: .largeFirm),
    NetworkActor(id: "e"),
  ]

  static func lines(_ survey: Survey) throws -> [String] {
    try survey.reconciled().groupClaims.map {
      "\($0.wave ?? "-") \($0.item) \($0.kind?.rawValue ?? "-") \($0.group) \($0.named.count)/\($0.named.total)"
    }
  }

  @Test func `kinds by groups, worked by hand`() throws {
    let responses = Self.actors.indices.dropLast().map { Response(respondent: $0, item: .shared, status: .answered) }
    let survey = Survey(
      actors: Self.actors,
      claims: [
        Self.claim(0, "sme", topic: "x"), Self.claim(0, "sme", .no, topic: "y"), Self.claim(0, "sme", .missing),
        Self.claim(1, "university"), Self.claim(2, "sme", .missing), Self.claim(3, "sme"),
      ], responses: responses)
    #expect(
      try Self.lines(survey) == [
        "- shared large_firm sme 1/1", "- shared large_firm university 0/1", "- shared sme sme 1/2",
        "- shared sme university 1/3",
      ])
  }

  @Test func `without responses whoever names a group has answered about groups`() throws {
    let survey = Survey(
      actors: Self.actors,
      claims: [
        Self.claim(0, "sme"), Self.claim(4, "university", .no),
        Claim(respondent: 1, item: .shared, partner: .actor(0)), Self.claim(2, "sme", .missing),
      ])
    #expect(
      try Self.lines(survey) == [
        "- shared - sme 0/1", "- shared - university 0/1", "- shared sme sme 1/1", "- shared sme university 0/1",
      ])
  }

  @Test func `the table is that of a respondent-by-respondent count`() throws {
    var rows = 0
    for seed in 1...300 {
      let survey = RandomSurveys.survey(seed: UInt64(seed))
      let table = try survey.reconciled().groupClaims
      let naive = NaiveReconciling(survey: survey)
      for row in table {
        let answers = survey.actors.indices.filter { survey.actors[$0].kind == row.kind }
          .compactMap { Self.answer(of: $0, row, naive) }
        try #require(row.named == ObservedShare(count: answers.count { $0 }, of: answers.count))
      }
      rows += table.count
    }
    #expect(rows > 200)
  }

  /// Whether a respondent named the group; `nil` where that is not known.
  static func answer(of actor: Int, _ row: GroupClaimShare, _ naive: NaiveReconciling) -> Bool? {
    let about = naive.survey.claims.filter { $0.wave == row.wave && $0.item == row.item }
    let own = about.filter { $0.respondent == actor }
    let answers = own.filter { $0.partner == .group(row.group) }.map(\.answer)
    if !answers.isEmpty { return answers.contains(.yes) ? true : answers.contains(.missing) ? nil : false }
    if naive.survey.responses.isEmpty {
      let isAnswered = own.contains { if case .group = $0.partner { $0.answer != .missing } else { false } }
      return isAnswered ? false : nil
    }
    let statuses = naive.survey.responses
      .filter { $0.wave == row.wave && $0.item == row.item && $0.respondent == actor }.map(\.status)
    return !statuses.isEmpty && statuses.allSatisfy { $0 == .answered } ? false : nil
  }
}

struct ObservedShareTests {
  /// Newcombe (1998), table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval as printed`(count: Int, total: Int, lower: Double, upper: Double) throws {
    let interval = try #require(ObservedShare(count: count, of: total).interval)
    #expect(abs(interval.lowerBound - lower) < 5e-5)
    #expect(abs(interval.upperBound - upper) < 5e-5)
  }

  @Test func `the interval holds the share, stays in bounds and is mirrored`() throws {
    for total in 1...40 {
      for count in 0...total {
        let share = ObservedShare(count: count, of: total)
        let interval = try #require(share.interval)
        let mirror = try #require(ObservedShare(count: total - count, of: total).interval)
        #expect(interval.contains(try #require(share.value)))
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        #expect(abs(interval.lowerBound - (1 - mirror.upperBound)) < 1e-12)
      }
    }
  }

  @Test func `a share of nothing is not defined`() {
    #expect(ObservedShare(count: 0, of: 0).value == nil)
    #expect(ObservedShare(count: 0, of: 0).interval == nil)
  }
}
