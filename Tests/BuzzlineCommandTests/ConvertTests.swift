import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Whatever `convert` writes is read back by Buzzline as the same.
@Suite struct ConvertTests {
  private static let study = [
    "actors.csv": """
    id,name,kind,cluster,country,staff
    A1,"Müller, Söhne",sme,north,DE,12
    A2,Beta AG,large_firm,north,DE,1.50
    A3,Institut C,research_institute,south,AT,007
    A4,Delta,,south,,

    """,
    "claims.csv": """
    respondent,item,partner,topic,answer,weight,experience
    A1,shared,A2,oil,yes,2,known
    A2,received,A1,oil,yes,3,
    A1,received,A3,gas,yes,,new
    A2,shared,A3,gas,no,,
    A4,received,A1,oil,yes,0.5,
    A4,shared,sme,,yes,,

    """,
    "responses.csv": """
    respondent,item,status
    A1,shared,answered
    A1,received,partial
    A2,shared,answered
    A2,received,answered
    A3,shared,refused
    A4,received,answered
    A4,shared,answered

    """,
    "answers.csv": "respondent,question,answer\nA2,staff,40\nA1,benefit,high\n",
    "questions.csv": "question,text,scale,levels\nbenefit,\"How large, if any?\",ordinal,none|high\n",
  ]

  /// What is the same in every file of a network.
  private struct Said: Equatable {
    var isDirected: Bool
    var kinds: [String: String]
    var pairs: [String]

    /// Of the network that a command makes of a path.
    init(_ path: String, _ options: [String] = []) throws {
      struct Network: Decodable {
        struct Node: Decodable {
          let id: String
          let kind: String?
        }
        struct Link: Decodable {
          let source: String
          let target: String
        }
        let directed: Bool
        let nodes: [Node]
        let links: [Link]
      }
      let network: Network = try CommandRun(["convert", path, "--to", "json"] + options).finding()
      isDirected = network.directed
      kinds = Dictionary(uniqueKeysWithValues: network.nodes.map { ($0.id, $0.kind ?? "") })
      pairs = network.links.map { $0.source + ">" + $0.target }.sorted()
    }
  }

  private static let endings: [String: String] = {
    var endings = [
      "graphml": "graphml", "gexf": "gexf", "gml": "gml", "pajek": "net", "dl": "dl", "vna": "vna", "json": "json",
    ]
    #if Spreadsheets
      endings["xlsx"] = "xlsx"
    #endif
    return endings
  }()

  @Test(arguments: endings.keys.sorted()) func networksAreReadBack(_ format: String) throws {
    let folder = try ScratchFolder(Self.study)
    var said = try Said(folder.url.path)
    #expect(said.kinds["A3"] == "research_institute" && said.pairs == ["A1>A2", "A1>A4", "A3>A1"])
    let file = folder.url.appending(path: "network." + (Self.endings[format] ?? "")).path
    let run = try CommandRun(["convert", folder.url.path, "--to", format, "--output", file])
    try #require(run.status == 0, "\(run.errors)")
    // UCINET's language has no attributes of nodes.
    if format == "dl" { said.kinds = said.kinds.mapValues { _ in "" } }
    #expect(try Said(file) == said)
  }

  #if Spreadsheets
    @Test func workbooksKeepAttributesEvidenceAndDirection() throws {
      let folder = try ScratchFolder(Self.study)
      let file = folder.url.appending(path: "network.xlsx").path
      func rows(_ path: String, _ list: String) throws -> [[String: String]] {
        let run = try CommandRun(["convert", path, "--weights", "strength", "--to", "json"])
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return try #require(tree[list] as? [[String: Any]]).map { $0.mapValues { "\($0)" } }
      }
      let options = ["convert", folder.url.path, "--weights", "strength", "--to", "xlsx", "--output"]
      #expect(try CommandRun(options + [file]).status == 0)
      #expect(try rows(file, "nodes") == rows(folder.url.path, "nodes"))
      #expect(try rows(file, "nodes").map { $0["staff"] } == ["12", "1.50", "007", nil])
      let ties = try Sheet(contentsOf: URL(filePath: file), sheet: "ties")
      #expect(
        (0..<2).map { row in (0..<ties.width).map { ties.text(row, $0) } } == [
          ["source", "target", "weight", "topic", "giver", "receiver", "scope"],
          ["A1", "A2", "2.5", "oil", "affirmed", "affirmed", "local_buzz"],
        ])
      // Ties of a network are given: nobody reported them.
      let made = try rows(folder.url.path, "links").map { $0.filter { !["giver", "receiver"].contains($0.key) } }
      #expect(try rows(file, "links") == made)
      let undirected = folder.url.appending(path: "undirected.xlsx").path
      #expect(try CommandRun(options + [undirected, "--undirected"]).status == 0)
      let said = try Said(undirected)
      #expect(!said.isDirected && said.pairs == ["A1>A2", "A1>A3", "A1>A4"])
    }
  #endif

  @Test func studiesAreReadBackWhole() throws {
    let folder = try ScratchFolder(Self.study)
    let output = folder.url.appending(path: "canonical")
    let run = try CommandRun(["convert", folder.url.path, "--to", "csv", "--output", output.path])
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(
      try ScratchFolder.contents(of: output).keys.sorted()
        == ["actors.csv", "answers.csv", "claims.csv", "manifest.json", "questions.csv", "responses.csv"])
    let (first, again) = (try Survey(contentsOf: [folder.url]), try Survey(contentsOf: [output]))
    #expect(again.actors == first.actors && Set(again.responses) == Set(first.responses))
    #expect(Set(again.answers) == Set(first.answers) && again.questions == first.questions)
    let claims = [first, again].map { survey in
      Set(
        survey.claims.map { claim in
          var claim = claim
          claim.place = Place()
          return claim
        })
    }
    #expect(claims[0].count == 6 && claims[0] == claims[1])
    for file in first.canonicalFiles() {
      #expect(try Data(contentsOf: output.appending(path: file.name)) == Data(file.bytes))
    }
  }

  @Test func givenTiesAreReadBack() throws {
    let folder = try ScratchFolder([
      "actors.csv": "id,kind\nn2,sme\nn10,sme\nn1,\n",
      "ties.csv": "source,target,weight,topic,wave\nn10,n2,1.5,oil,2\nn2,n1,1,,1\nn1,n10,4,\"gas, oil\",1\n",
    ])
    let output = folder.url.appending(path: "canonical")
    #expect(try CommandRun(["convert", folder.url.path, "--to", "csv", "--output", output.path]).status == 0)
    #expect(
      try String(contentsOf: output.appending(path: "ties.csv"), encoding: .utf8) == """
        wave,source,target,topic,weight
        1,n1,n10,"gas, oil",4
        1,n2,n1,,1
        2,n10,n2,oil,1.5

        """)
    #expect(
      try Set(Survey(contentsOf: [output]).ties) == Set(Survey(contentsOf: [folder.url]).ties))
  }

  @Test func pajekHasAPartitionOfKinds() throws {
    let folder = try ScratchFolder(Self.study)
    let file = folder.url.appending(path: "network.net")
    let run = try CommandRun(["convert", folder.url.path, "--to", "pajek", "--output", file.path])
    #expect(run.errors.contains("network.clu: 1 large_firm, 2 research_institute, 3 sme\n"))
    let partition = try String(contentsOf: folder.url.appending(path: "network.clu"), encoding: .utf8)
    #expect(partition == "*Vertices 4\n3\n1\n2\n0\n")
  }

  @Test func matricesAreTurned() throws {
    let folder = try ScratchFolder(["matrix.csv": ",A,B,C\nA,0,1,0\nB,0,0,1\nC,0,0,0\n"])
    let matrix = folder.url.appending(path: "matrix.csv").path
    #expect(try Said(matrix).pairs == ["A>B", "B>C"])
    #expect(try Said(matrix, ["--matrix-rows", "receive"]).pairs == ["B>A", "C>B"])
  }

  @Test(arguments: [["--to", "csv"], ["--to", "xlsx"], ["--to", "docx"], []])
  func whatCannotBeWrittenIsRefused(_ options: [String]) throws {
    let run = try CommandRun(["convert", knoke] + options)
    #expect(run.status == 64 && run.output.isEmpty)
  }
}
