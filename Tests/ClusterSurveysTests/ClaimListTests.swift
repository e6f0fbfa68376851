import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct ClaimListTests {
  private let claims = [
    Claim(wave: "1", respondent: 0, item: .shared, partner: .actor(1), topic: "markets", weight: 2),
    Claim(respondent: 1, item: .received, partner: .group("sme"), answer: .no, details: ["effect": "initiated"]),
    Claim(
      wave: "1", respondent: 2, item: .shared, partner: .text("somebody"), topic: "markets", answer: .missing,
      place: Place(file: "claims.csv", line: 4, column: 7)),
    Claim(wave: "1", respondent: 2, item: .shared, partner: .actor(0), topic: "markets"),
  ]

  @Test func `two lists are equal if their claims are, however they are kept`() {
    var list = ClaimList(claims.reversed())
    list.reverse()
    #expect(list == ClaimList(claims) && list.hashValue == ClaimList(claims).hashValue && Array(list) == claims)
    #expect(list != ClaimList(claims.reversed()))
  }

  @Test func whatClaimsHaveInCommonIsKeptOnce() {
    #expect(ClaimList(claims).settings.count == 3 && ClaimList(claims).unknownPartners.count == 2)
  }

  @Test func changesTakeEffect() {
    var list = ClaimList(claims)
    list[3].weight = 3
    list[0].weight = nil
    list[1].partner = .text("somebody")
    list[1].wave = "2"
    list.remove(at: 2)
    list.insert(claims[0], at: 1)
    var expected = claims
    expected[3].weight = 3
    expected[0].weight = nil
    expected[1].partner = .text("somebody")
    expected[1].wave = "2"
    expected.remove(at: 2)
    expected.insert(claims[0], at: 1)
    #expect(Array(list) == expected)
  }

  @Test func numbersThatAreNoWeightsAreKept() {
    for weight in [0, -1, Double.infinity, .nan] {
      var claim = claims[0]
      claim.weight = weight
      #expect(ClaimList([claim, claims[1]]).map { $0.weight?.bitPattern } == [weight.bitPattern, nil])
    }
  }

  @Test func positionsOutsideTheRosterAreKept() {
    let odd = Claim(respondent: -1, item: .shared, partner: .actor(70_000))
    #expect(Array(ClaimList([odd])) == [odd])
  }

  @Test func someAreKeptAndActorsMove() {
    var list = ClaimList(claims)
    #expect(Array(list.filter { $0.item == .shared }) == claims.filter { $0.item == .shared })
    list.move(to: [2, 0, 1])
    #expect(list.map(\.respondent) == [2, 0, 1, 1])
    #expect(list.map(\.partner) == [.actor(0), .group("sme"), .text("somebody"), .actor(2)])
  }
}
