import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Waves are networks of their own, of those who belong to the study then.
struct SurveyWaveTests {
  private static let files = [
    "actors.csv": "id,Waves\na,\nb,1 2\nc,1\nd,2\n",
    "claims.csv": """
    respondent,item,partner,wave
    a,shared,b,1
    c,shared,a,1
    a,shared,d,2
    b,shared,a,2

    """,
  ]

  private static func survey(_ changes: [String: String] = [:]) throws -> Survey {
    let folder = try ScratchFolder(files.merging(changes) { $1 })
    return try withExtendedLifetime(folder) { try Survey(contentsOf: [folder.url]) }
  }

  private static func rosters(_ survey: Survey) -> [[String]] { survey.byWave().map { $0.survey.actors.map(\.id) } }

  @Test func eachWaveHasItsActorsAndTies() throws {
    let waves = try Self.survey().byWave()
    #expect(waves.map(\.name) == ["1", "2"])
    #expect(Self.rosters(try Self.survey()) == [["a", "b", "c"], ["a", "b", "d"]])
    let ties = try waves.map { wave in
      let network = try wave.survey.reconciled().network
      return network.ties.map { network.actors[$0.source].id + network.actors[$0.target].id }
    }
    #expect(ties == [["ab", "ca"], ["ad", "ba"]])
  }

  @Test(arguments: [
    ("id,from,until\na,,\nb,1,2\nc,,1\nd,2,\n", "actors.csv"),
    ("id,UNTIL,From\na,,\nb,2,1\nc,1,\nd,,2\n", "actors.csv"),
    ("respondent,item,status,wave\nc,shared,not_member,2\nd,shared,not_member,1\n", "responses.csv"),
  ]) func presenceIsReadFromEachPlace(_ text: String, _ file: String) throws {
    let actors = ["actors.csv": "id\na\nb\nc\nd\n"]
    #expect(Self.rosters(try Self.survey(actors.merging([file: text]) { $1 })) == [["a", "b", "c"], ["a", "b", "d"]])
  }

  @Test func aWaveThatIsNoneIsRefused() throws {
    let error = try #require(
      #expect(throws: BuzzlineError.self) { try Self.survey(["actors.csv": "id,waves\na,1\nb,1 3\nc,\nd,\n"]) })
    #expect(error.message == "'3' under 'waves' is no wave of the study; they are 1, 2.")
    #expect(error.place.line == 3 && error.place.column == 3)
  }

  @Test func aColumnAboutSomethingElseIsKept() throws {
    let survey = try Self.survey(["actors.csv": "id,from\na,Bonn\nb,Jena\nc,\nd,\n"])
    #expect(Self.rosters(survey) == [["a", "b", "c", "d"], ["a", "b", "c", "d"]])
    #expect(survey.remarks.contains { $0.reason == "no-waves" } && survey.actors[0].attributes["from"] == "Bonn")
  }

  @Test func aWaveOfSeveralWordsIsNamedAsItStands() throws {
    let claims = Self.files["claims.csv"]?.replacing(",1\n", with: ",May 2019\n").replacing(",2\n", with: ",Nov 2021\n")
    let actors = "id,waves\na,\nb,May 2019;Nov 2021\nc,May 2019\nd,Nov 2021\n"
    let survey = try Self.survey(["claims.csv": try #require(claims), "actors.csv": actors])
    #expect(Self.rosters(survey) == [["a", "b", "c"], ["a", "b", "d"]])
  }

  @Test func whoIsNamedThoughNoMemberIsTold() throws {
    let survey = try Self.survey([
      "actors.csv": "id\na\nb\nc\nd\n", "responses.csv": "respondent,item,status,wave\nd,shared,not_member,2\n",
    ])
    #expect(survey.remarks.contains { $0.reason == "absent-actor" && $0.message.hasPrefix("1 claims and ties") })
  }

  @Test func whoIsNamedWhileAbsentIsTold() throws {
    let survey = try Self.survey([
      "claims.csv": "respondent,item,partner,wave\na,shared,b,1\na,shared,c,2\nc,shared,b,2\n"
    ])
    let remark = try #require(survey.remarks.first { $0.reason == "absent-actor" })
    #expect(
      remark.message.hasPrefix("2 claims and ties name an actor") && remark.instances.map(\.place.line) == [3, 4])
  }

  @Test(arguments: [",1", ""]) func inAStudyOfOneWaveItCountsToo(_ wave: String) throws {
    let heading = wave.isEmpty ? "" : ",wave"
    let survey = try Self.survey([
      "actors.csv": "id\na\nb\nc\n", "claims.csv": "respondent,item,partner\(heading)\na,shared,b\(wave)\n",
      "responses.csv": "respondent,item,status\(heading)\nc,shared,not_member\(wave)\n",
    ])
    #expect(Self.rosters(survey) == [["a", "b"]])
  }

  @Test func aSelectionKeepsTheWavesAndWhoBelongsToThem() throws {
    let survey = try Self.survey(["claims.csv": "respondent,item,partner,wave,topic\na,shared,b,1,x\na,shared,d,2,y\n"])
    let topic = try survey.selected(by: StudySelection(topics: ["y"])).survey
    #expect(topic.byWave().map(\.name) == ["1", "2"] && Self.rosters(topic) == [["a", "b", "c"], ["a", "b", "d"]])
    let wave = try survey.selected(by: StudySelection(waves: ["2"])).survey
    #expect(wave.byWave().map(\.name) == [nil] && Self.rosters(wave) == [["a", "b", "d"]])
  }

  @Test func oneWaveIsTheWholeStudy() throws {
    let survey = try Self.survey([
      "actors.csv": "id\na\nb\nc\n", "claims.csv": "respondent,item,partner,wave\na,shared,b,1\na,shared,c,\n",
    ])
    let waves = survey.byWave()
    #expect(waves.count == 1 && waves[0].name == nil && waves[0].survey.claims.count == 2)
    #expect(survey.rowsWithoutWave == 1)
  }

  @Test func pooledWavesAreCalledSo() throws {
    let pooled = SurveyWave(pooling: try Self.survey())
    #expect(pooled.name == "all")
    #expect(try pooled.survey.reconciled().network.pairCount == 4)
  }
}
