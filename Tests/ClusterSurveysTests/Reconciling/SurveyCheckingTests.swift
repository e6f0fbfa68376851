import ClusterSurveys
import KnowledgeNetworks
import Testing

struct SurveyCheckingTests {
  static let actors = [NetworkActor(id: "ada"), NetworkActor(id: "bo")]
  static let place = Place(file: "claims.csv", line: 7)

  static func refusal(of survey: Survey) -> BuzzlineError? {
    do {
      _ = try survey.reconciled()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [-1, 2])
  func `a partner outside the roster`(partner: Int) throws {
    let claim = Claim(respondent: 0, item: .shared, partner: .actor(partner), place: Self.place)
    let error = try #require(Self.refusal(of: Survey(actors: Self.actors, claims: [claim])))
    #expect(error.code == .actorOutOfRange)
    #expect(error.place == Self.place)
    #expect(error.message == "A claim or response names actor number \(partner), but the roster has 2 actors.")
  }

  @Test(arguments: [-1, 2])
  func `a respondent outside the roster`(respondent: Int) {
    let claim = Claim(respondent: respondent, item: .shared, partner: .text("?"))
    #expect(Self.refusal(of: Survey(actors: Self.actors, claims: [claim]))?.code == .actorOutOfRange)
    let response = Response(respondent: respondent, item: .shared, status: .answered)
    #expect(Self.refusal(of: Survey(actors: Self.actors, responses: [response]))?.code == .actorOutOfRange)
  }

  @Test func `a claim about oneself`() throws {
    let claim = Claim(respondent: 1, item: .received, partner: .actor(1), answer: .no, place: Self.place)
    let error = try #require(Self.refusal(of: Survey(actors: Self.actors, claims: [claim])))
    #expect(error.code == .selfTie)
    #expect(error.place == Self.place)
    #expect(error.message.contains("'bo'"))
  }

  @Test(arguments: [0, -1, Double.infinity, Double.nan])
  func `a weight that is none`(weight: Double) {
    let claim = Claim(respondent: 0, item: .shared, partner: .actor(1), weight: weight)
    #expect(Self.refusal(of: Survey(actors: Self.actors, claims: [claim]))?.code == .invalidWeight)
  }

  @Test func `two actors with one identifier`() {
    #expect(Self.refusal(of: Survey(actors: [NetworkActor(id: "x"), NetworkActor(id: "x")]))?.code == .duplicateActor)
  }

  @Test func `a given tie to oneself`() {
    #expect(Self.refusal(of: Survey(actors: Self.actors, ties: [Tie(source: 0, target: 0)]))?.code == .selfTie)
  }
}
