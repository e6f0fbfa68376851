import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Lists of who takes part in what become ties between actors, never between actors and groups.
@Suite struct MembershipReadingTests {
  private static let projects =
    "project;org;role\n1;A;coordinator\n1;B;participant\n2;A;Koordinator\n2;C;participant\n"

  private func survey(
    _ files: [String: String], by rule: MembershipTies? = nil, _ configure: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> Survey {
    let folder = try StudyFolder(files)
    var options = ReadingOptions()
    options.membershipTies = rule
    configure(&options)
    return try Survey(contentsOf: files.keys.sorted().map { folder.url.appending(path: $0) }, options: options)
  }

  /// Who is tied to whom by identifier, with weights.
  private func ties(_ survey: Survey) -> [String] {
    survey.ties.map { "\(survey.actors[$0.source].id)-\(survey.actors[$0.target].id) \($0.weight)" }.sorted()
  }

  private func message(_ survey: Survey) -> String? { survey.remarks.first { $0.reason == "memberships" }?.message }

  @Test func membersOfOneProjectAreTiedAndThatIsSaid() throws {
    let survey = try survey(["members.csv": Self.projects])
    #expect(survey.actors.map(\.id) == ["A", "B", "C"] && !survey.isDirected)
    #expect(ties(survey) == ["A-B 1.0", "A-C 1.0"])
    #expect(
      message(survey)
        == "Read as a list of members: 4 memberships of 3 actors in 2 groups. By the rule 'co-membership' actors of a "
        + "group are tied to each other; the weight is the number of groups they share.")
    let memberships = try #require(survey.memberships)
    #expect(memberships.groupCounts == [2, 1, 1] && memberships.groupSizes == [2, 2])
    #expect(memberships.density == 4.0 / 6)
  }

  @Test func theCoordinatorIsTiedToParticipantsOnRequest() throws {
    let more = Self.projects + "3;C;coordinator\n3;A;\n4;B;participant\n"
    let survey = try survey(["members.csv": more], by: .coordinator)
    #expect(survey.isDirected && ties(survey) == ["A-B 1.0", "A-C 1.0", "C-A 1.0"])
    #expect(
      message(survey)?.hasSuffix("is the number of such groups; 1 group without a coordinator makes no tie.") == true)
    let undirected = try self.survey(["members.csv": more], by: .coordinator) { $0.isDirected = false }
    #expect(!undirected.isDirected && ties(undirected) == ["A-B 1.0", "A-C 2.0"])
  }

  @Test func newmansWeightsAreThoseOfTheGroupsSizes() throws {
    let survey = try survey(
      ["memberships.csv": "group,actor\np,a\np,b\np,c\nq,a\nq,b\nr,d\n"], by: .newman
    ) { $0.weightMeaning = .strength }
    #expect(ties(survey) == ["a-b 1.5", "a-c 0.5", "b-c 0.5"] && survey.actors.count == 4)
    #expect(message(survey)?.hasSuffix("; 1 group of one member makes no tie.") == true)
    #expect(try survey.reconciled().network.tieCount == 3)
  }

  @Test(arguments: [
    "Project,Organisation,Role", "event,actor,x", "projectID,organisationID,role", "Gruppe,Mitglied,Rolle",
    "consortium,participant,country",
  ])
  func headingsTellAListOfMembers(_ headings: String) throws {
    let survey = try survey(["list.csv": headings + "\n1,A,\n1,B,\n"])
    #expect(survey.accounts.map(\.role) == ["memberships"] && ties(survey) == ["A-B 1.0"])
  }

  @Test func anActorFileWithAColumnOfGroupsStaysOne() throws {
    let survey = try survey(["a.csv": "id,group,org,member\nA,1,x,yes\nB,1,y,no\n", "ties.csv": "source,target\nA,B\n"])
    #expect(survey.accounts.map(\.role) == ["actors", "ties"] && survey.memberships == nil)
  }

  @Test func rowsAreAccountedFor() throws {
    let survey = try survey(
      [
        "members.csv": "project,org,role\n1,A,participant\n1,A,coordinator\n1,B,\n1,B,\nNA,B,\n1,NA,\n2,A,\n"
      ], by: .coordinator)
    #expect(ties(survey) == ["A-B 1.0"])
    let account = try #require(survey.accounts.first)
    #expect(account.rowsRead == 7 && account.rowsUsed == 3)
    #expect(account.rowsSetAside == ["duplicate-membership": 2, "missing-actor": 1, "missing-group": 1])
    #expect(survey.remarks.contains { $0.message == "'A' stands in '1' a second time; it counts as its coordinator." })
  }

  @Test func membersAreActorsOfTheActorFileOrTheirAliases() throws {
    let files = [
      "actors.csv": "id\nA\nB\nC\n", "aliases.csv": "label,actor\nBee,B\n",
      "memberships.csv": "group,actor\np,A\np,Bee\n",
    ]
    let survey = try survey(files)
    #expect(ties(survey) == ["A-B 1.0"] && survey.memberships?.groupCounts == [1, 1, 0])
    var unknown = files
    unknown["memberships.csv"] = "group,actor\np,A\np,Z\n"
    let error = #expect(throws: BuzzlineError.self) { try self.survey(unknown) }
    #expect(error?.code == .unknownActor && error?.place.line == 3 && error?.place.column == 3)
  }

  @Test func besideStatedTiesMembershipsMakeNone() throws {
    let files = ["ties.csv": "source,target\nA,B\n", "memberships.csv": "group,actor\np,A\np,B\n"]
    let survey = try survey(files)
    #expect(ties(survey) == ["A-B 1.0"] && survey.isDirected && survey.memberships?.count == 2)
    #expect(message(survey)?.hasSuffix("They make no ties beside those that the study states.") == true)
    #expect(throws: BuzzlineError.self) { try self.survey(files, by: .newman) }
  }

  @Test func whatCannotBeMeantIsRefused() throws {
    let roleless = ["m.csv": "group,actor\np,A\np,B\n"]
    let coordinator = #expect(throws: BuzzlineError.self) { try survey(roleless, by: .coordinator) }
    #expect(coordinator?.message.contains("needs a column role") == true)
    let distance = #expect(throws: BuzzlineError.self) { try survey(roleless) { $0.weightMeaning = .distance } }
    #expect(distance?.code == .invalidOptions)
    let idle = #expect(throws: BuzzlineError.self) { try survey(["t.csv": "source,target\nA,B\n"], by: .newman) }
    #expect(idle?.message == "--memberships says how a list of members makes ties, but no file is one.")
    let twice = #expect(throws: BuzzlineError.self) {
      try survey(["m.csv": "group,actor\np,A\np,B\n", "n.csv": "group,actor\np,A\np,B\n"])
    }
    #expect(twice?.message == "This is a second file of memberships; a study has one.")
  }

  @Test func groupsNamedAsEndsOfTiesAreNotReadSoInSilence() throws {
    let survey = try survey(["members.csv": Self.projects]) { ($0.sourceColumn, $0.targetColumn) = ("project", "org") }
    #expect(survey.ties.count == 4 && survey.memberships == nil)
    #expect(survey.remarks.contains { $0.reason == "two-mode-ties" })
  }

  @Test func theOrderOfRowsIsWithoutEffect() throws {
    var generator = SeededGenerator(seed: 8)
    var rows = (0..<60).map { _ in
      "p\(generator.below(9)),o\(generator.below(14)),\(generator.below(5) == 0 ? "lead" : "")"
    }
    for rule in MembershipTies.allCases {
      let before = try survey(["m.csv": "group,actor,role\n" + rows.joined(separator: "\n")], by: rule)
      generator.shuffle(&rows)
      let after = try survey(["m.csv": "group,actor,role\n" + rows.joined(separator: "\n")], by: rule)
      #expect(before.ties == after.ties && before.memberships == after.memberships)
      #expect(message(before) == message(after))
    }
  }

  @Test func aPartOfAStudyKeepsTheMembershipsOfItsActors() throws {
    let survey = try survey(
      [
        "actors.csv": "id,cluster\nA,x\nB,x\nC,y\n", "memberships.csv": "group,actor\np,A\np,B\np,C\nq,C\n",
      ], by: .newman)
    let part = try survey.selected(by: StudySelection(clusters: ["x"])).survey
    #expect(part.memberships?.groups == ["p"] && part.memberships?.groupCounts == [1, 1])
    #expect(ties(part) == ["A-B 0.5"])
  }

  @Test func aLargeProjectIsRefusedBeforeItsTiesAreMade() throws {
    let rows = (0..<4_000).map { "fair,o\($0)" }.joined(separator: "\n")
    let folder = try StudyFolder(["m.csv": "event,org\n" + rows])
    let error = #expect(throws: BuzzlineError.self) {
      try Survey(
        contentsOf: [folder.url.appending(path: "m.csv")],
        workers: Workers(memory: MemoryBudget(limit: 2_000_000_000)))
    }
    #expect(error?.code == .outOfMemory && error?.message.hasPrefix("Making ties of memberships") == true)
  }
}
