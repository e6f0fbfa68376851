import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Who was studied, and who of them answered.
struct MembershipTests {
  private static func survey(_ files: [String: String]) throws -> Survey {
    let folder = try ScratchFolder(files)
    return try withExtendedLifetime(folder) { try Survey(contentsOf: [folder.url]) }
  }

  private static func members(_ survey: Survey) -> [String] { survey.actors.filter(\.isMember).map(\.id) }

  @Test(arguments: [
    "id,member\na,yes\nb,no\nc,\n", "id,Member\na,TRUE\nb,false\nc,1\n", "id,MEMBER\na,ja\nb,Nein\nc,\n",
  ])
  func theColumnSaysWhoIsOutside(_ actors: String) throws {
    let survey = try Self.survey(["actors.csv": actors, "ties.csv": "source,target\na,b\nb,c\n"])
    #expect(Self.members(survey) == ["a", "c"])
    #expect(survey.actors.allSatisfy { $0.attributes.isEmpty })
    #expect(try survey.reconciled().network.memberPairCount == 0)
  }

  @Test func aCellThatIsNeitherIsRefused() throws {
    let error = try #require(
      #expect(throws: BuzzlineError.self) {
        try Self.survey(["actors.csv": "id,member\na,yes\nb,maybe\n", "ties.csv": "source,target\na,b\n"])
      })
    #expect(error.message == "'maybe' under 'member' is neither yes nor no." && error.place.line == 3)
  }

  @Test func aColumnAboutSomethingElseIsKept() throws {
    let survey = try Self.survey(["actors.csv": "id,member\na,2010\nb,2012\n", "ties.csv": "source,target\na,b\n"])
    #expect(Self.members(survey) == ["a", "b"] && survey.actors[0].attributes["member"] == "2010")
    #expect(survey.remarks.contains { $0.reason == "no-members" })
  }

  @Test func withoutAnActorFileWhoAnsweredIsAMember() throws {
    let claims = "respondent,item,partner\na,shared,b\nc,received,a\n"
    #expect(try Self.members(Self.survey(["claims.csv": claims])) == ["a", "c"])
    #expect(try Self.members(Self.survey(["ties.csv": "source,target\na,b\n"])) == ["a", "b"])
  }

  @Test func outsidersAreInNoGroupAndNoDensity() throws {
    let survey = try Self.survey([
      "actors.csv": "id,kind,member\na,sme,yes\nb,sme,yes\nc,sme,no\n", "ties.csv": "source,target\na,b\nc,a\nc,b\n",
    ])
    let network = try survey.reconciled().network
    #expect(try network.grouping(by: .kind).sizes == [2])
    #expect(network.memberCount == 2 && network.memberPairCount == 1)
  }

  @Test func observedPairsAreThoseOfMembers() throws {
    let survey = try Self.survey([
      "actors.csv": "id,member\na,\nb,\nc,\nd,no\n",
      "claims.csv": "respondent,item,partner\na,received,b\na,received,d\n",
      "responses.csv": "respondent,item,status\na,received,answered\n",
    ])
    let coverage = try survey.reconciled().coverage[0]
    #expect(coverage.observedPairs == 2 && coverage.unobservedPairs == 4)
    #expect(coverage.seenByBoth == 0 && coverage.seenByOne == 2 && coverage.seenByNobody == 4)
  }

  @Test func everyMemberIsCountedOnce() throws {
    let survey = try Self.survey([
      "actors.csv": "id,kind,member\na,sme,\nb,sme,\nc,sme,\nd,bank,\ne,bank,\nf,bank,no\ng,bank,\n",
      "claims.csv": "respondent,item,partner\na,shared,b\n",
      "responses.csv": """
      respondent,item,status
      a,shared,answered
      a,received,answered
      b,shared,answered
      b,received,refused
      c,shared,not_asked
      d,shared,refused
      e,shared,absent
      f,shared,answered
      g,shared,answered
      g,received,not_asked

      """,
    ])
    let counts = survey.responseCounts()
    #expect(counts.answered == 2 && counts.partial == 1 && counts.refused == 1 && counts.absent == 1)
    #expect(counts.notAsked == 1 && counts.members == 6 && counts.response == ObservedShare(count: 3, of: 6))
    #expect(survey.responseCounts { $0.kind == .sme }.members == 3)
  }

  @Test func withoutResponsesWhoMadeAClaimAnswered() throws {
    let survey = try Self.survey(["actors.csv": "id\na\nb\n", "claims.csv": "respondent,item,partner\na,shared,b\n"])
    #expect(survey.responseCounts().answered == 1 && survey.responseCounts().notAsked == 1)
  }
}
