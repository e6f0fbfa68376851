import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct ClaimTests {
  private let place = Place(file: "claims.csv", line: 7, column: 3, actor: "a")

  private var claim: Claim {
    Claim(
      wave: "1", respondent: 0, item: .shared, partner: .actor(1), topic: "markets", channel: "mail", answer: .no,
      weight: 2, details: ["effect": "initiated"], place: place)
  }

  @Test func whatIsStatedIsKept() {
    #expect(claim.wave == "1" && claim.topic == "markets" && claim.channel == "mail")
    #expect(claim.respondent == 0 && claim.item == .shared && claim.partner == .actor(1))
    #expect(claim.answer == .no && claim.weight == 2 && claim.details == ["effect": "initiated"])
    #expect(claim.place == place)
  }

  @Test func whatIsSetChangesNoOtherClaim() {
    let setting = ClaimSetting("1", "markets", nil, [:], Place(file: "claims.csv"))
    let one = Claim(
      respondent: 0, item: .shared, partner: .actor(1), answer: .yes, weight: nil, in: setting, at: Place(line: 2))
    var other = Claim(
      respondent: 0, item: .shared, partner: .actor(1), answer: .yes, weight: nil, in: setting, at: Place(line: 2))
    #expect(one == other)
    other.wave = "2"
    other.topic = nil
    other.channel = "mail"
    other.details = ["range": "national"]
    other.place = Place(file: "other.csv", line: 3)
    #expect(other.wave == "2" && other.topic == nil && other.channel == "mail")
    #expect(other.details == ["range": "national"] && other.place == Place(file: "other.csv", line: 3))
    #expect(one.wave == "1" && one.topic == "markets" && one.channel == nil && one.details.isEmpty)
    #expect(one.place == Place(file: "claims.csv", line: 2))
  }

  @Test func claimsThatSayTheSameAreEqualWhoeverMadeThem() {
    var changed = claim
    changed.topic = "funding"
    #expect(changed != claim && Set([claim, claim, changed]).count == 2)
    changed.topic = "markets"
    #expect(changed == claim && changed.hashValue == claim.hashValue)
  }
}
