import ClusterSurveys
import TestNetworks
import Testing

/// Drafts of repeats: of what was asked for, and of files that hold no partner.
@Suite struct RepeatDraftTests {
  private static let form = """
    SubmissionDate,token,wave,shared,received,SET-OF-shared_partners,KEY
    2024,A,1,yes,no,uuid:1/s,uuid:1
    2024,B,1,no,,uuid:2/s,uuid:2

    """

  @Test func repeatsWithoutRowsAndLevelsBetweenAreNoSources() throws {
    var files = ["form.csv": Self.form]
    files["form-shared_partners.csv"] = "partner,PARENT_KEY,KEY\nB,uuid:1/p[1],uuid:1/p[1]/s[1]\n"
    files["form-projects.csv"] = "title,PARENT_KEY,KEY\nP1,uuid:1,uuid:1/p[1]\nP2,uuid:2,uuid:2/p[1]\n"
    files["form-received_partners.csv"] = "partner,PARENT_KEY,KEY\n"
    let drafted = try Drafted(files, of: files.keys.sorted())
    #expect(drafted.text.contains("# 'form-received_partners.csv' has no rows, and is no source."))
    #expect(
      drafted.text.contains(
        "# 'form-projects.csv' names no partner, but is what others are joined by, and is no source."))
    let survey = try drafted.survey()
    #expect(
      try drafted.file("claims.csv", of: survey) == "wave,respondent,item,partner,answer\n1,A,shared,B,yes\n")
    #expect(
      try drafted.file("responses.csv", of: survey)
        == "wave,respondent,item,status\n1,A,received,answered\n1,A,shared,answered\n1,B,received,refused\n1,B,shared,answered\n"
    )
  }

  @Test(arguments: ["an_wen", "kontakt"]) func theCountOfARepeatSaysThatItWasAskedFor(_ stem: String) throws {
    let drafted = try Drafted(
      [
        "form.csv": """
        token,grp/\(stem)_count,_id,_uuid,_submission_time,_index
        A,1,70,u1,2024,1
        B,,71,u2,2024,2

        """,
        "\(stem).csv": "\(stem)/partner,_index,_parent_table_name,_parent_index\nB,1,form,1\n",
      ], of: ["form.csv", "\(stem).csv"])
    let text = drafted.text
    if stem == "an_wen" {
      #expect(text.contains("- item: shared\n        columns: 'grp/an_wen_count'\n        cell: response"))
    } else {
      #expect(text.contains("#   - {item: , columns: 'grp/kontakt_count', cell: response}"))
    }
  }

  @Test func anInterviewThatWasNotFinishedNamesNotNobody() throws {
    let drafted = try Drafted(
      [
        "x_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,sessionFinish,token\ne1,c1,2024,A\ne2,c2,,B\n",
        "x_attributeList_Partner.csv": """
        nodeID,networkCanvasEgoUUID,networkCanvasUUID,name_shared,topic_1,topic_2
        1,e1,n1,B,true,false
        2,e1,n2,C,false,false

        """,
      ], of: ["x_attributeList_Partner.csv", "x_ego.csv"])
    #expect(drafted.text.contains("answered_when: {column: 'sessionFinish', is_not: ''}"))
    // A partner without a topic is a tie all the same.
    let survey = try drafted.survey { $0.replacing("map: {'1': '1', '2': '2'}", with: "map: {'1': a, '2': b}") }
    #expect(
      try drafted.file("claims.csv", of: survey)
        == "respondent,item,partner,topic,answer\nA,shared,B,a,yes\nA,shared,C,,yes\n")
    #expect(
      try drafted.file("responses.csv", of: survey)
        == "respondent,item,status\nA,shared,answered\nB,shared,not_asked\n")
  }
}
