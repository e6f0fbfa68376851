import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Drafts of exports in several files: each takes the respondent from the interview a row belongs to.
@Suite struct JoinedDraftTests {
  private static let odk = [
    "form.csv": """
    SubmissionDate,token,wave,org_name,shared,received,SET-OF-shared_partners,KEY
    2024,A,1,Alpha,yes,no,uuid:1/s,uuid:1
    2024,B,1,Beta,no,,uuid:2/s,uuid:2

    """,
    "form-shared_partners.csv": """
    partner,topic,PARENT_KEY,KEY
    B,markets,uuid:1,uuid:1/s[1]
    C,funding,uuid:1,uuid:1/s[2]

    """,
  ]

  @Test(arguments: [
    ["form.csv", "form-shared_partners.csv"], ["form-shared_partners.csv", "form.csv"], ["form-shared_partners.csv"],
  ])
  func aRepeatOfODKTakesItsRespondentFromTheInterview(_ names: [String]) throws {
    let drafted = try Drafted(Self.odk, of: names)
    let text = drafted.draft.text
    #expect(text.contains("join: {file: 'form.csv', key: 'PARENT_KEY', to: 'KEY'}"))
    #expect(text.contains("# Who answered, told by the heading 'token' of the interview.\n    respondent: 'token'\n"))
    let survey = try drafted.survey()
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "wave,respondent,item,partner,topic,answer\n1,A,shared,B,markets,yes\n1,A,shared,C,funding,yes\n")
    #expect(
      try drafted.file("responses.csv", of: survey)
        == "wave,respondent,item,status\n1,A,shared,answered\n1,B,shared,answered\n")
    #expect(
      drafted.draft.recognised.first == "form.csv: an export of ODK"
        + (names.count == 1 ? ", found beside what was named" : ""))
  }

  @Test func aRepeatAloneSaysWhichFileIsMissing() throws {
    let drafted = try Drafted(
      Self.odk.filter { $0.key != "form.csv" }, of: ["form-shared_partners.csv"])
    #expect(drafted.draft.text.contains("# Missing: the file of interviews, FORM.csv. Name it with this one"))
    #expect(drafted.draft.text.contains("respondent: 'PARENT_KEY'") && !drafted.draft.text.contains("join:"))
  }

  @Test func aFileThatLooksRightButLacksAKeyIsToldWhy() throws {
    var files = Self.odk
    files["form.csv"] = Self.odk["form.csv"]?.replacing(",uuid:1\n", with: ",uuid:7\n")
    let text = try Drafted(files, of: ["form.csv", "form-shared_partners.csv"]).draft.text
    #expect(
      text.contains("# 'form.csv' cannot be joined: ")
        && text.contains("'form.csv' has no row with 'uuid:1' under 'KEY'"))
    #expect(text.contains("# Repeats lie in files of their own; name them with this one"))
  }

  @Test func ticksOfARepeatOfKoboToolboxArePartsOfOneAnswer() throws {
    let drafted = try Drafted(
      [
        "form.csv": """
        "token";"received";"_id";"_uuid";"_submission_time";"_index"
        "A";"yes";"70";"u1";"2024";"1"
        "B";"no";"71";"u2";"2024";"2"

        """,
        "received.csv": """
        "received/partner";"received/topic";"received/topic/1";"received/topic/2";"_index";"_parent_table_name";"_parent_index"
        "B";"1 2";"1";"1";"1";"form";"1"
        "C";"2";"0";"1";"2";"form";"1"

        """,
      ], of: ["received.csv", "form.csv"])
    #expect(drafted.draft.text.contains("# Put what the codes mean on the right."))
    let survey = try drafted.survey {
      $0.replacing("map: {'1': '1', '2': '2'}", with: "map: {'1': markets, '2': funding}")
    }
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "respondent,item,partner,topic,answer\nA,received,B,funding,yes\nA,received,B,markets,yes\nA,received,C,funding,yes\n"
    )
  }

  #if Spreadsheets
    @Test func sheetsOfAWorkbookOfKoboToolboxAreJoined() throws {
      let folder = try ScratchFolder()
      let workbook = Workbook([
        Workbook.Page(
          name: "form",
          rows: [
            ["token", "shared", "_id", "_uuid", "_submission_time", "_index"],
            ["A", "yes", 70, "u1", "2024", 1], ["B", "no", 71, "u2", "2024", 2],
          ]),
        Workbook.Page(
          name: "shared_partners",
          rows: [
            ["partner", "_index", "_parent_table_name", "_parent_index"],
            ["B", 1, "form", 1], ["C", 2, "form", 1],
          ]),
        Workbook.Page(
          name: "meetings",
          rows: [
            ["shared_topic", "_index", "_parent_table_name", "_parent_index"], ["markets", 1, "shared_partners", 2],
          ]),
      ])
      let url = folder.url.appending(path: "export.xlsx")
      try Data(workbook.bytes(file: "export.xlsx")).write(to: url)
      let text = try MappingDraft(of: [url], writtenTo: folder.url).text
      #expect(text.contains("join: {file: 'export.xlsx', sheet: 'form', key: '_parent_index', to: '_index'}"))
      // Of a repeat within a repeat the key of the second join comes from the first.
      #expect(text.contains("sheet: 'form', key: 'shared_partners._parent_index', to: '_index'}"))
      let mapping = folder.url.appending(path: "mapping.yaml")
      try Data(text.replacing(#/\n  - file: 'export.xlsx'\n    sheet: 'meetings'[\s\S]*/#, with: "\n").utf8).write(
        to: mapping)
      let survey = try Survey(contentsOf: [mapping])
      let claims = try #require(survey.canonicalFiles().first { $0.name == "claims.csv" })
      #expect(
        String(decoding: claims.bytes, as: UTF8.self)
          == "respondent,item,partner,answer\nA,shared,B,yes\nA,shared,C,yes\n")
    }
  #endif

  @Test func networkCanvasNamesBothEndsOfATie() throws {
    let drafted = try Drafted(
      [
        "x_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,organisation\ne1,c1,Alpha\ne2,c2,Beta\n",
        "x_attributeList_Partner.csv": """
        nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,topic_1,topic_2
        1,e1,n1,Gamma,true,false
        2,e1,n2,Delta,false,true
        1,e2,n3,Alpha,true,false

        """,
        "x_edgeList_Knows.csv": """
        edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID
        1,1,2,e1,d1,n1,n2

        """,
      ], of: ["x_edgeList_Knows.csv", "x_attributeList_Partner.csv", "x_ego.csv"])
    #expect(drafted.draft.text.contains("# Fill in whether the respondent gives to its alters"))
    let survey = try drafted.survey { Self.filled($0) }
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "respondent,item,partner,topic,answer\ne1,shared,Delta,2,yes\ne1,shared,Gamma,1,yes\ne2,shared,e1,1,yes\n"
    )
    #expect(try drafted.file("ties.csv", of: survey).contains("Gamma,Delta"))
    #expect(survey.responses.count == 2)
  }

  @Test func promptsTellTheDirectionAndAFileWithoutTiesIsNoSource() throws {
    let drafted = try Drafted(
      [
        "x_ego.csv":
          "networkCanvasEgoUUID,networkCanvasCaseID,token,gives,receives\ne1,c1,A,true,false\ne2,c2,B,false,\n",
        "x_attributeList_Partner.csv": """
        nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,gives,receives
        1,e1,n1,B,true,
        2,e1,n2,C,true,true

        """,
        "x_edgeList_Knows.csv":
          "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID\n",
      ], of: ["x_ego.csv", "x_attributeList_Partner.csv", "x_edgeList_Knows.csv"])
    #expect(drafted.draft.text.contains("# 'x_edgeList_Knows.csv' has no ties, and is no source."))
    #expect(drafted.draft.text.contains("when: {column: 'receives', is: ['true']}"))
    let survey = try drafted.survey()
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "respondent,item,partner,answer\nA,received,C,yes\nA,shared,B,yes\nA,shared,C,yes\n")
    #expect(
      try drafted.file("responses.csv", of: survey)
        == "respondent,item,status\nA,received,answered\nA,shared,answered\nB,received,refused\nB,shared,answered\n")
  }

  @Test func egorHasThreeFiles() throws {
    let drafted = try Drafted(
      [
        "egos.csv": ".egoID,organisation\n1,Alpha\n2,Beta\n",
        "alters.csv": ".egoID,.altID,name,topic\n1,1,Gamma,markets\n1,2,Delta,funding\n2,1,Gamma,markets\n",
        "aaties.csv": ".egoID,.srcID,.tgtID,weight\n1,1,2,3\n1,2,1,0\n",
      ], of: ["egos.csv", "alters.csv", "aaties.csv"])
    #expect(
      drafted.draft.text.contains(
        "{file: 'alters.csv', as: target, key: ['.egoID', '.tgtID'], to: ['.egoID', '.altID']}"))
    let survey = try drafted.survey { Self.filled($0) }
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "respondent,item,partner,topic,answer\n1,shared,Delta,funding,yes\n1,shared,Gamma,markets,yes\n2,shared,Gamma,markets,yes\n"
    )
    let ties = try drafted.file("ties.csv", of: survey)
    #expect(ties.contains("Gamma,Delta,3") && !ties.contains("Delta,Gamma"))
  }

  /// Items with their signs # taken off, of respondents who give.
  private static func filled(_ draft: String) -> String {
    draft.replacing(#/(?m)^    # (items:|  - \{|  - item:|    columns|    cell|    partner|    topic|    # )/#) {
      "    \($0.output.1)"
    }
    .replacing("item: ,", with: "item: shared,").replacing(#/item: ?\n/#, with: "item: shared\n")
  }
}
