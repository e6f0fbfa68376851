import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// What drafts make of questions whose cells are not what their headings suggest.
@Suite struct MappingDraftTests {
  private func draft(_ export: String) throws -> String {
    let folder = try ScratchFolder(["export.csv": export])
    return try MappingDraft(of: [folder.url.appending(path: "export.csv")], writtenTo: folder.url).text
  }

  @Test func wordsOfARosterAreNoNames() throws {
    let text = try draft(
      """
      Timestamp,Email Address,With whom do you share knowledge? [Alpha],With whom do you share knowledge? [Beta]
      1,a@b,Often,Never
      2,c@d,Never,Often

      """)
    #expect(text.contains("# Put each of these into no_tie, missing, tie or strengths: 'Never', 'Often'."))
    #expect(text.contains("partner: {from: row}") && !text.contains("cell: names"))
  }

  @Test func noneOfTheseDeniesAndOtherIsAQuestionOfItsOwn() throws {
    let text = try draft(
      """
      Respondent ID,Collector ID,To whom did you give knowledge?,,,
      ,,Alpha,Beta,None of the above,Other
      1,7,Alpha,,,Delta Ltd
      2,7,,,None of the above,

      """)
    #expect(
      text.contains(
        "columns: ['To whom did you give knowledge? - Alpha', 'To whom did you give knowledge? - Beta']"))
    #expect(text.contains("exclusive: ['To whom did you give knowledge? - None of the above']"))
    #expect(text.contains("codes: {tie: ['*']}"))
    #expect(text.contains("columns: 'To whom did you give knowledge? - Other'"))
  }

  @Test func aFormThatWasNotCompletedDeniesNothing() throws {
    let folder = try ScratchFolder([
      "export.csv": """
      record_id,share___1,share___2,network_complete
      A,1,0,2
      B,0,0,0

      """
    ])
    let export = folder.url.appending(path: "export.csv")
    let draft = try MappingDraft(of: [export], writtenTo: folder.url).text
    #expect(draft.contains("answered_when: {column: 'network_complete', is: '2'}"))
    let mapping = folder.url.appending(path: "mapping.yaml")
    try Data(draft.utf8).write(to: mapping)
    let survey = try Survey(contentsOf: [mapping])
    let states = survey.responses.map { "\(survey.actors[$0.respondent].id) \($0.status.rawValue)" }
    #expect(states.sorted() == ["A answered", "B not_asked"])
  }

  @Test func thePersonIsNotTheOrganisation() throws {
    let head = "ID,Start time,Completion time,Email,Name"
    let alone = try draft("\(head),To whom do you give information?\n1,2024,2024,a@b,Ada Byron,Beta;Gamma;\n")
    #expect(!alone.contains("attributes:") && !alone.contains("Ada"))
    #expect(alone.contains("# 'Name' is the person who filled in the form."))
    #expect(alone.contains("columns: 'To whom do you give information?'"))
    let asked = try draft("\(head),Which organisation do you work for?\n1,2024,2024,a@b,Ada Byron,Alpha\n")
    #expect(asked.contains("name: 'Which organisation do you work for?'") && !asked.contains("is the person"))
    let german = try draft(
      "ID,Startzeit,Fertigstellungszeit,E-Mail,Name,Ihre Organisation\n1,2,3,a@b,Ada Byron,Alpha\n")
    #expect(german.contains("name: 'Ihre Organisation'"))
  }

  @Test func choicesThatEndWithASemicolonAreParted() throws {
    let text = try draft(
      """
      ID,Start time,Completion time,To whom do you give information?,On which topics did you give it?
      1,2024,2024,Beta,markets;funding;
      2,2024,2024,Gamma,markets;

      """)
    #expect(text.contains("topic: {column: 'On which topics did you give it?', split: ';'}"))
  }

  @Test func ticksUnderNumbersAreRosters() throws {
    let sosci = try draft(
      """
      CASE,QUESTNNR,MODE,FINISHED,AB01_01,AB01_02,AB01_03,AB02_01,AB02_02,AB02_03,AB03
      1,base,interview,T,1,2,1,2,2,1,4
      2,base,interview,T,2,2,1,2,1,1,3

      """)
    #expect(sosci.contains("- item: shared\n        columns: {match: 'AB01_(?<slot>\\d+)'}"))
    #expect(sosci.contains("- item: received\n        columns: {match: 'AB02_(?<slot>\\d+)'}"))
    #expect(sosci.contains("partner: {from: slot, map: {'01': '01', '02': '02', '03': '03'}}"))
    let unipark = try draft(
      """
      lfdn;dispcode;v_9;v_10;v_11;v_12;v_20
      1;31;4;0;1;1;1
      2;31;3;1;0;1;2

      """)
    #expect(unipark.contains("columns: ['v_10', 'v_11', 'v_12']"))
    #expect(unipark.contains("partner: {from: heading, map: {'v_10': 'v_10', 'v_11': 'v_11', 'v_12': 'v_12'}}"))
    let neither = try draft("lfdn;dispcode;v_9\n1;31;4\n2;31;3\n")
    #expect(neither.contains("# items:") && !neither.contains("    items:"))
  }

  @Test func equalHeadingsAreNamedByTheirPositions() throws {
    let text = try draft(
      """
      id;submitdate;lastpage;token;To whom did you give knowledge? [A];To whom did you give knowledge? [A]
      1;x;1;O;Yes;No

      """)
    #expect(text.contains("{position: 5}") && text.contains("{position: 6}"))
  }

  @Test func aMappingSaysWhatItDoesNotRead() throws {
    let folder = try ScratchFolder([
      "export.csv": "org,partner,comment\nA,B,hello\n",
      "mapping.yaml": """
      sources:
        - {file: export.csv, respondent: org, items: [{item: shared, columns: partner, cell: names, partner: {from: code}}]}

      """,
    ])
    let survey = try Survey(contentsOf: [folder.url])
    #expect(survey.accounts[0].format.unreadColumns == ["comment"])
    #expect(survey.remarks.contains { $0.reason == "unread-column" && $0.message.contains("'comment'") })
  }
}
