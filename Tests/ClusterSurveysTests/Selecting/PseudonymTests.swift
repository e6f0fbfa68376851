import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Codes in the place of names.
@Suite struct PseudonymTests {
  private static let files = [
    "actors.csv": """
    id,name,kind,cluster,parent
    qq1,Quarz Werke,sme,north,Zinn Holding
    qq2,Zinn Holding,sme,north,
    qq3,Kupfer Institut,research_institute,south,

    """,
    "claims.csv": """
    respondent,item,partner,topic,channel,answer,remark
    qq1,shared,qq2,markets,kupfer institut,yes,new
    qq2,received,qq1,markets,,yes,Zinn Holding
    qq3,shared,Blei Hütte,markets,,yes,

    """,
    "ties.csv": "source,target,topic\nqq2,qq3,QQ1\n",
    "answers.csv": "respondent,question,answer\nqq1,best partner,Zinn Holding\nqq2,benefit,3\n",
  ]

  private static func survey(_ change: (inout [String: String]) -> Void = { _ in }) throws -> Survey {
    var files = files
    change(&files)
    let folder = try ScratchFolder(files)
    return try withExtendedLifetime(folder) { try Survey(contentsOf: [folder.url]) }
  }

  @Test func nothingNamesAnActor() throws {
    let (coded, key) = try Self.survey().pseudonymised(seed: 4)
    var text = ""
    dump(coded, to: &text)
    for entry in key.entries {
      for name in [entry.id, entry.name].compactMap(\.self) {
        #expect(!text.lowercased().contains(name.lowercased()), "\(name)")
      }
    }
    #expect(key.entries.map(\.code) == ["A001", "A002", "A003", "T001"])
    #expect(key.entries[3].name == "Blei Hütte" && key.entries[3].id == nil)
    #expect(coded.actors.map(\.id) == ["A001", "A002", "A003"] && coded.actors.map(\.name) == coded.actors.map(\.id))
    #expect(key.csv.hasPrefix("code,id,name\nA001,qq"))
  }

  @Test func codesStandForTheSameTies() throws {
    let survey = try Self.survey()
    let (coded, key) = try survey.pseudonymised(seed: 4)
    func ties(_ survey: Survey, _ name: (String) -> String) throws -> Set<[String]> {
      let network = try survey.reconciled().network
      return Set(
        network.ties.map { [name(network.actors[$0.source].id), name(network.actors[$0.target].id), "\($0.weight)"] })
    }
    let ids = Dictionary(uniqueKeysWithValues: key.entries.map { ($0.code, $0.id ?? "") })
    #expect(try ties(coded) { ids[$0] ?? "" } == ties(survey) { $0 })
    let answers = coded.answers.map { "\(ids[coded.actors[$0.respondent].id] ?? "") \($0.question) \($0.answer)" }
    #expect(answers.contains("qq2 benefit 3"))
    #expect(coded.actors.map(\.kind?.rawValue).sorted { $0 ?? "" < $1 ?? "" } == ["research_institute", "sme", "sme"])
  }

  @Test func theOrderOfRowsIsWithoutEffectOnCodes() throws {
    let turned = try Self.survey { files in
      files["actors.csv"] = """
        id,name,kind,cluster,parent
        qq3,Kupfer Institut,research_institute,south,
        qq2,Zinn Holding,sme,north,
        qq1,Quarz Werke,sme,north,Zinn Holding

        """
    }
    #expect(try turned.pseudonymised(seed: 4).key == Self.survey().pseudonymised(seed: 4).key)
    let keys = try Set((1...20).map { try Self.survey().pseudonymised(seed: $0).key })
    #expect(keys.count == 6, "each order of three occurs")
  }

  @Test func codesHaveOneWidth() throws {
    let survey = Survey(actors: (0..<1_200).map { NetworkActor(id: "n\($0)") })
    let codes = try survey.pseudonymised(seed: 1).key.entries.map(\.code)
    #expect(codes.first == "A0001" && codes.last == "A1200")
    #expect(try survey.pseudonymised(seed: 1).survey.reconciled().network.position(of: "A0700") == 699)
  }

  @Test func undirectedTiesSurvive() throws {
    var survey = try Self.survey()
    survey.isDirected = false
    #expect(
      try survey.pseudonymised(seed: 2).survey.reconciled().network.pairCount == survey.reconciled().network.pairCount)
  }
}
