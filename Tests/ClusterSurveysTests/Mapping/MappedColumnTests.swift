import ClusterSurveys
import Testing

/// How columns are told where headings repeat, take several rows, or are numbers of the survey tool.
@Suite struct MappedColumnTests {
  @Test func qualtricsColumnsAreToldByTheirNumbersAndPartnersStandInTheMiddle() throws {
    let read = try MappedExport(
      """
      ResponseId,Finished,Q7#1_1_1,Q7#1_2_1,Q7#1_1_2
      Response ID,Finished,Collab - A Smith - Joint project,Collab - B - C Ltd - Joint project,Collab - A Smith - Other
      "{""ImportId"":""_recordId""}","{""ImportId"":""finished""}","{""ImportId"":""QID7_1"",""choiceId"":""1""}","{""ImportId"":""QID7_2"",""choiceId"":""1""}","{""ImportId"":""QID7_1"",""choiceId"":""2""}"
      R1,True,Joint project,,Other
      R2,False,Joint project,,
      """,
      mapping: """
        codes: {tie: ["*"], unstated: no_tie}
        sources:
          - file: export.csv
            headings: {rows: 3, heading: 1, label: 2, import: 3}
            keep_when: {column: Finished, is: "True"}
            respondent: ResponseId
            items:
              - item: shared
                columns: {import: 'QID7_(?<row>\\d+)', choice: '(?<choice>\\d+)'}
                partner: {from: label, between: [' - ', ' - ']}
                topic: {from: choice, map: {"1": project, "2": other}}
        """)
    #expect(
      read.claims == ["R1 shared A Smith other yes", "R1 shared A Smith project yes", "R1 shared B - C Ltd project no"])
    #expect(read.survey.accounts[0].rowsSetAside == ["not-kept": 1])
  }

  @Test func repeatedHeadingsAreToldByPositionAndJoinedOnesByBothRows() throws {
    let read = try MappedExport(
      "Respondent,Whom do you inform?,,Comment,Comment\n,Beta,Gamma,,\n1,Beta,,x,y\n",
      mapping: """
        codes: {tie: ["*"], unstated: no_tie}
        sources:
          - file: export.csv
            headings: {rows: 2, joined: ' / '}
            respondent: Respondent
            items:
              - item: shared
                columns: {match: 'Whom do you inform\\? / (?<partner>.*)'}
                partner: {from: partner}
                channel: {column: {position: 5}}
        """)
    #expect(read.claims == ["1 shared Beta y yes", "1 shared Gamma y no"])
  }
}
