import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct ActorReadingTests {
  private func survey(_ actors: String, ties: String = "source,target\n") throws -> Survey {
    try StudyFolder(["actors.csv": actors, "ties.csv": ties]).survey()
  }

  @Test func everyColumnFindsItsPlace() throws {
    let survey = try survey(
      "id,name,kind,cluster,region,country,size\na,Acme GmbH,Large firm,Optics,Jena,DE,250\nb,,SME,,NA,\"NA\",NA\n")
    #expect(
      survey.actors[0]
        == NetworkActor(
          id: "a", name: "Acme GmbH", kind: .largeFirm, cluster: "Optics", region: "Jena", country: "DE",
          attributes: ["size": "250"]))
    // A bare NA is what R writes for missing; in quotes it is Namibia.
    #expect(survey.actors[1] == NetworkActor(id: "b", kind: .sme, country: "NA"))
  }

  @Test(arguments: [
    ("sme", "sme"), ("SME", "sme"), ("Research Institute", "research_institute"),
    ("cluster-management", "cluster_management"), ("Museum", "Museum"),
  ])
  func kindsAreKnownHoweverSpelt(_ word: String, _ kind: String) throws {
    #expect(try survey("id,kind\na,\(word)\n").actors[0].kind?.rawValue == kind)
  }

  @Test func identifiersAreUnique() throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try survey("id\na\nb\na\n") }
    #expect(error.code == .duplicateActor)
    #expect(error.message == "The actor 'a' stands here a second time; the first is in line 2.")
    #expect(error.place.line == 4)
  }

  @Test func anActorNeedsAnIdentifier() throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try survey("id,name\n,Nameless\n") }
    #expect(error.message == "The cell under 'id' is empty.")
  }

  @Test func namesThatTwoShareAreRemarked() throws {
    let survey = try survey("id,name\nb,Same\na,Same\nc,Other\n")
    #expect(survey.remarks.first { $0.reason == "same-name" }?.message == "2 actors are called 'Same': a, b.")
  }

  @Test func tiesOfStrangersAreRefusedWithTheNearestName() throws {
    let error = try #require(throws: BuzzlineError.self) {
      _ = try survey("id\nanna\nbert\n", ties: "source,target\nanna,bret\n")
    }
    #expect(error.message == "'bret' is not in the actor file. Did you mean 'bert'?")
  }

  @Test func otherFilesOfTheFolderAreRemarked() throws {
    let survey = try StudyFolder(["ties.csv": "source,target\na,b\n", "notes.csv": "x\n"]).survey()
    #expect(survey.remarks.contains { $0.reason == "unread-file" && $0.place.file == "notes.csv" })
  }

  @Test func aFolderWithoutTiesOrClaimsIsNoStudy() throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try StudyFolder(["actors.csv": "id\na\n"]).survey() }
    #expect(error.code == .noInput)
    #expect(error.message == "The folder holds neither claims.csv nor ties.csv nor memberships.csv.")
  }
}
