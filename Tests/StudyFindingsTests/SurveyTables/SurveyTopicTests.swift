import ClusterSurveys
import KnowledgeNetworks
import Testing

@testable import StudyFindings

@Suite struct SurveyTopicTests {
  private static let actors = [
    NetworkActor(id: "a", kind: .sme), NetworkActor(id: "b", kind: .sme), NetworkActor(id: "c", kind: .sme),
    NetworkActor(id: "d", kind: .largeFirm), NetworkActor(id: "e"),
  ]

  /// Of the givers `a`, `b` and `d` answered in full, `c` in part and `e` not at all; of the receivers `a` and `d`.
  private static var survey: Survey {
    func claim(_ respondent: Int, _ partner: ClaimPartner, _ topic: String, _ answer: Answer = .yes) -> Claim {
      Claim(respondent: respondent, item: .shared, partner: partner, topic: topic, answer: answer)
    }
    let given: [ResponseStatus] = [.answered, .answered, .partial, .answered, .refused]
    return Survey(
      actors: actors,
      claims: [
        claim(0, .actor(1), "markets"), claim(0, .group("sme"), "funding", .no),
        claim(1, .actor(3), "markets", .missing), claim(2, .actor(3), "markets"), claim(3, .actor(0), "funding"),
        claim(3, .text("somebody"), "markets"),
      ],
      responses: given.enumerated().map { Response(respondent: $0.offset, item: .shared, status: $0.element) }
        + [0, 3].map { Response(respondent: $0, item: .received, status: .answered) })
  }

  @Test func cellsAreCountedByHand() throws {
    let finding = try #require(SurveyTopicFinding(of: Self.survey.byWave()))
    func counts(_ topic: SurveyCategory, _ partner: SurveyCategory) -> [String] {
      finding.rows.filter { $0.topic == topic && $0.partner == partner }.map {
        "\($0.kind.name ?? "-") \($0.shared.count)/\($0.shared.total) \($0.received.count)/\($0.received.total)"
      }
    }
    // What `b` left open is about a large firm, so that it counts among those that named no SME.
    #expect(counts(.named("markets"), .named("sme")) == ["- 1/3 0/2", "large_firm 0/1 0/1", "sme 1/2 0/1"])
    #expect(counts(.named("markets"), .named("large_firm")) == ["- 1/3 0/2", "large_firm 0/1 0/1", "sme 1/2 0/1"])
    #expect(counts(.named("markets"), .unstated) == ["- 1/3 0/2", "large_firm 1/1 0/1", "sme 0/2 0/1"])
    #expect(counts(.named("markets"), .all) == ["- 3/3 0/2", "large_firm 1/1 0/1", "sme 2/2 0/1"])
    #expect(counts(.named("funding"), .named("sme")) == ["- 1/3 0/2", "large_firm 1/1 0/1", "sme 0/2 0/1"])
    #expect(counts(.all, .all) == ["- 3/3 0/2", "large_firm 1/1 0/1", "sme 2/2 0/1"])
    #expect(finding.leftOut == 0 && finding.rows.allSatisfy { $0.shared.isSmall })
  }

  @Test func theTableHoldsBothItems() throws {
    let table = try #require(SurveyTopicFinding(of: Self.survey.byWave())).table
    let lines = table.csv.split(separator: "\n")
    #expect(
      lines[0] == """
        wave,kind,topic,partner_kind,shared_n,shared_of,shared_share,shared_from,shared_to,shared_small,\
        received_n,received_of,received_share,received_from,received_to,received_small
        """)
    #expect(lines[1].hasPrefix(",(all),(all),(all),3,3,1,0.43") && lines[1].contains(",yes,0,2,0,0,0.65"))
  }

  @Test func wavesStandSideBySide() throws {
    var survey = Self.survey
    for place in survey.claims.indices { survey.claims[place].wave = place < 3 ? "1" : "2" }
    for place in survey.responses.indices { survey.responses[place].wave = "2" }
    let rows = try #require(SurveyTopicFinding(of: survey.byWave())).rows
    let whole = rows.filter { $0.kind == .all && $0.topic == .all && $0.partner == .all }
    // Of the first wave no response says who answered, so that only who affirms counts.
    #expect(whole.map(\.wave) == ["1", "2"])
    #expect(whole.map(\.shared) == [ObservedShare(count: 1, of: 1), ObservedShare(count: 2, of: 4)])
  }

  @Test func manyTopicsAreCutToTheLargest() throws {
    let claims = (0..<40).flatMap { topic in
      [0, 1].prefix(topic < 20 ? 2 : 1).map { respondent in
        Claim(respondent: respondent, item: .shared, partner: .actor(3), topic: "t\(topic)")
      }
    }
    let finding = try #require(SurveyTopicFinding(of: Survey(actors: Self.actors, claims: claims).byWave()))
    let topics = Set(finding.rows.compactMap(\.topic.name))
    #expect(topics.count == SurveyCategory.mostShown && finding.leftOut == 10)
    #expect((0..<30).allSatisfy { topics.contains("t\($0)") })
  }

  @Test func withoutClaimsThereIsNothing() {
    #expect(SurveyTopicFinding(of: Survey(actors: Self.actors).byWave()) == nil)
  }
}

@Suite struct SurveyKindTests {
  @Test func ratesTakeTheSizeOfTheGroupOut() throws {
    let kinds: [ActorKind] = [.sme, .sme, .sme, .sme, .researchInstitute, .researchInstitute]
    let claims = [0, 1].flatMap { respondent in
      ["sme", "research_institute"].map { group in
        Claim(respondent: respondent, item: .shared, partner: .group(group))
      }
    }
    let survey = Survey(
      actors: kinds.enumerated().map { NetworkActor(id: "n\($0.offset)", kind: $0.element) }, claims: claims,
      responses: (0..<4).map { Response(respondent: $0, item: .shared, status: .answered) })
    let rows = try #require(SurveyKindFinding(of: survey.byWave())).rows
    #expect(rows.map(\.group) == ["research_institute", "sme"] && rows.map(\.partners) == [2, 3])
    #expect(rows.allSatisfy { $0.named == ObservedShare(count: 2, of: 4) && $0.isShared })
    // -ln(1 - 1/2) is 0.6931471805599453; an SME could name three other SMEs.
    #expect(abs((rows[0].rate ?? 0) - 0.6931471805599453 / 2) < 1e-12)
    #expect(abs((rows[1].rate ?? 0) - 0.6931471805599453 / 3) < 1e-12)
    let interval = try #require(rows[0].rateInterval)
    #expect(interval.lowerBound < 0.2 && interval.upperBound > 0.8)
    var all = survey
    all.claims += [2, 3].map { Claim(respondent: $0, item: .shared, partner: .group("sme")) }
    #expect(SurveyKindFinding(of: all.byWave())?.rows[1].rate == nil)
  }
}
