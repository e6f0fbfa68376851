import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Partners that are no actors are named with their lines and what was made of them.
@Suite struct PartnersTests {
  private static let actors = "id,name,kind\n1,Alpha GmbH,sme\n2,Beta AG,large_firm\n3,Gamma,lf\nd,Delta,university\n"

  private func survey(_ partners: [String]) throws -> Survey {
    let rows = partners.map { "1,shared,\($0)" }.joined(separator: "\n")
    return try StudyFolder(["actors.csv": Self.actors, "claims.csv": "respondent,item,partner\n" + rows]).survey()
  }

  private func lines(_ survey: Survey, _ reason: String) -> [String] {
    (survey.remarks.first { $0.reason == reason }?.instances ?? []).map { "\($0.place.position) \($0.text)" }
  }

  @Test func groupsAndTextsAreListed() throws {
    let survey = try survey(["Betta AG", "SMEs", "various", "D", "SMEs"])
    #expect(survey.claims.map(\.partner) == [.text("Betta AG"), .group("sme"), .text("various"), .text("D")])
    #expect(lines(survey, "group-partner") == ["claims.csv:3:10 'SMEs' counts as the group 'sme'"])
    #expect(
      lines(survey, "text-partner") == [
        "claims.csv:2:10 'Betta AG' is kept as text; nearest is the actor 'Beta AG' (2)",
        "claims.csv:5:10 'D' is kept as text; nearest is the actor 'Delta' (d)",
        "claims.csv:4:10 'various' is kept as text; no actor is near",
      ])
    let message = survey.remarks.first { $0.reason == "text-partner" }?.message
    #expect(
      message
        == "Claims that name words of no known actor or group: 3 ('Betta AG', 'D', 'various'). They make no ties.")
  }

  @Test(arguments: [
    ("SME", "sme"), ("Large firms", "large_firm"), ("research institutes", "research_institute"), ("LF", "lf"),
    ("Universities", "university"),
  ])
  func kindsAreGroupsInSingularAndPlural(_ label: String, _ group: String) throws {
    #expect(try survey([label]).claims.map(\.partner) == [.group(group)])
  }

  @Test func severalActorsInACellAreText() throws {
    let survey = try survey(["\"2; d\""])
    #expect(survey.claims.map(\.partner) == [.text("2; d")])
    #expect(
      lines(survey, "text-partner") == [
        "claims.csv:2:10 '2; d' is kept as text; it seems to name several actors ('2', 'd'), each of which needs a row of "
          + "its own"
      ])
  }

  @Test func formsOfDifferentFirmsAreNotTakenForOne() throws {
    let files = [
      "actors.csv":
        "id,name,kind\nS1,SAS Institute GmbH,large_firm\nE1,EG Energie,sme\nU1,U Ltd,sme\nR1,Fraunhofer X,research_institute\n",
      "claims.csv":
        "respondent,item,partner\nR1,shared,Institute\nR1,shared,AG Energie e.V.\nR1,shared,U.S.A. Inc.\n"
        + "E1,shared,Sas Institute\nE1,received,institut\n",
    ]
    let survey = try StudyFolder(files).survey()
    let sas = try #require(survey.actors.firstIndex { $0.id == "S1" })
    #expect(
      survey.claims.map(\.partner)
        == [.text("Institute"), .text("AG Energie e.V."), .text("U.S.A. Inc."), .actor(sas), .text("institut")])
  }

  @Test func manyLinesOfOneLabelAreBounded() throws {
    let topics = (0..<30).map { "1,shared,nobody,t\($0)" }.joined(separator: "\n")
    let survey = try StudyFolder([
      "actors.csv": Self.actors, "claims.csv": "respondent,item,partner,topic\n" + topics,
    ]).survey()
    let line = try #require(lines(survey, "text-partner").first)
    #expect(line.hasPrefix("claims.csv:2:10 'nobody' is kept as text; no actor is near (also in line 3, 4, "))
    #expect(line.hasSuffix(", 22 and 9 more)"))
  }
}
