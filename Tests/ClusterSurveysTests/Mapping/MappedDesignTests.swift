import ClusterSurveys
import Foundation
import KnowledgeNetworks
import Testing

/// The designs in which surveys ask for ties, each as a small export of our own making.
@Suite struct MappedDesignTests {
  @Test func aFlagMatrixHasATopicAndAGroupInEachHeading() throws {
    let read = try MappedExport(
      """
      "id";"token";"GEG[T1_P1]";"GEG[T1_P3]";"GEG[T2_P1]"\r
      "1";"A";"Y";"N";""\r
      "2";"B";"N";;"Y"\r
      "3";"C";;;\r
      """,
      mapping: """
        codes: {tie: [Y], no_tie: [N, ""], unstated: not_shown}
        sources:
          - file: export.csv
            respondent: token
            items:
              - item: shared
                columns: {match: 'GEG\\[(?<topic>T\\d)_(?<partner>P\\d)\\]'}
                topic: {from: topic, map: {T1: markets, T2: funding}}
                partner: {from: partner, kind: group, map: {P1: sme, P3: research_institute}}
        """)
    #expect(
      read.claims == [
        "A shared group:research_institute markets no", "A shared group:sme funding no",
        "A shared group:sme markets yes",
        "B shared group:research_institute markets missing", "B shared group:sme funding yes",
        "B shared group:sme markets no",
      ])
    #expect(read.responses == ["A shared answered", "B shared partial", "C shared not_asked"])
    #expect(read.cells == [[2, 3, 4, 0]])
  }

  @Test func aRosterHasOneColumnAPartnerAndWordsForStrength() throws {
    let read = try MappedExport(
      """
      who,contact_1,contact_2,contact_3
      1,,I don't know this person,monthly
      2,weekly,,I know them but have no contact
      """,
      mapping: """
        sources:
          - file: export.csv
            respondent: who
            codes:
              no_tie: [I don't know this person, I know them but have no contact]
              strengths: {monthly: 1, weekly: 4}
            items:
              - item: received
                columns: {match: 'contact_(?<partner>\\d)'}
                partner: {from: partner}
                self: who
        """)
    #expect(read.claims == ["1 received 2 no", "1 received 3 yes 1.0", "2 received 1 yes 4.0", "2 received 3 no"])
    #expect(read.cells == [[2, 2, 0, 2]])
    #expect(read.responses == ["1 received partial", "2 received partial"])
  }

  @Test func aClosedGateTurnsSilenceIntoANoAndAnUnansweredOneLeavesItMissing() throws {
    let read = try MappedExport(
      """
      who,knows_B,knows_C,does_B,does_C
      A,yes,no,weekly,
      B,,yes,,
      """,
      mapping: """
        codes: {tie: [weekly, "yes"], no_tie: ["no"]}
        sources:
          - file: export.csv
            respondent: who
            items:
              - item: shared
                columns: {match: 'does_(?<partner>.)'}
                gate: {columns: {match: 'knows_(?<partner>.)'}}
                partner: {from: partner}
                self: who
        """)
    #expect(read.claims == ["A shared B yes", "A shared C no"])
    #expect(read.responses == ["A shared answered", "B shared refused"])
    #expect(read.cells == [[1, 1, 1, 1]])
  }

  @Test func noneOfTheseDeniesARowAndABlankRowWithoutItIsMissing() throws {
    let read = try MappedExport(
      """
      who,collab_1_a,collab_1_b,collab_1_none,collab_2_a,collab_2_b,collab_2_none
      X,joint project,,,,,None of these
      Y,,,,joint project,,None of these
      """,
      mapping: """
        codes: {tie: ["*"]}
        sources:
          - file: export.csv
            respondent: who
            items:
              - item: shared
                columns: {match: 'collab_(?<partner>\\d)_(?<topic>[ab])'}
                exclusive: {match: 'collab_(?<partner>\\d)_none'}
                partner: {from: partner}
                topic: {from: topic}
        """)
    #expect(
      read.claims == [
        "X shared 1 a yes", "X shared 1 b no", "X shared 2 a no", "X shared 2 b no", "Y shared 1 a missing",
        "Y shared 1 b missing", "Y shared 2 a yes", "Y shared 2 b no",
      ])
    #expect(read.cells == [[2, 4, 2, 0]])
    #expect(read.remark("contradicting-cell")?.message.hasPrefix("1 cell affirms") == true)
  }

  @Test func unticksAreNoDenialsWhereNoneOfTheseIsNotTickedEither() throws {
    let read = try MappedExport(
      "org,knows,a,b,none\nX,1,0,0,0\nY,1,0,0,1\nZ,1,,,0\nW,1,1,0,0\nV,0,0,0,0\n",
      mapping: """
        codes: {tie: ["1"], no_tie: ["0"]}
        sources:
          - file: export.csv
            respondent: org
            items: [{item: shared, columns: [a, b], partner: {from: heading}, exclusive: none, gate: {columns: knows}}]
        """)
    #expect(
      read.claims == [
        "V shared a no", "V shared b no", "W shared a yes", "W shared b no", "Y shared a no", "Y shared b no",
      ])
    #expect(
      read.responses == [
        "V shared answered", "W shared answered", "X shared refused", "Y shared answered", "Z shared refused",
      ])
  }

  @Test func cellsListCodesOfTopics() throws {
    let read = try MappedExport(
      """
      Code;ALP;BET
      Contact;Alpha - Ministry;Beta - Institute
      ALP;;"1,3"
      BET;"2";0
      """,
      mapping: """
        codes: {no_tie: ["0"]}
        sources:
          - file: export.csv
            headings: {rows: 2, heading: 1, label: 2}
            respondent: Code
            items:
              - item: shared
                columns: [ALP, BET]
                cell: codes
                partner: {from: heading}
                topic: {from: code, map: {"1": markets, "2": science, "3": funding}}
                self: Code
        """)
    #expect(read.claims == ["ALP shared BET funding yes", "ALP shared BET markets yes", "BET shared ALP science yes"])
    #expect(read.cells == [[2, 1, 1, 0]])
  }

  @Test func slotsNamePartnersAndBlocksDescribeThem() throws {
    let read = try MappedExport(
      """
      id,asked,GEG[1_name],GEG[2_name],GEG[1_topic],GEG[2_topic]
      A,Y,B,C; D,markets,funding
      B,N,,,,
      C,Y,A,,,
      D,,,,,
      """,
      mapping: """
        codes: {tie: [Y], no_tie: [N]}
        sources:
          - file: export.csv
            respondent: id
            items:
              - item: shared
                columns: {match: 'GEG\\[(?<slot>\\d)_name\\]'}
                cell: names
                slots: 2
                gate: {columns: asked}
                partner: {from: code}
                topic: {column: {match: 'GEG\\[(?<slot>\\d)_topic\\]'}}
        """)
    #expect(
      read.claims == [
        "A shared B markets yes", "A shared C funding yes", "A shared D funding yes", "C shared A yes",
      ])
    // A used both slots, so that whoever A did not name may have had no place.
    #expect(
      read.responses == ["A shared partial", "B shared answered", "C shared answered", "D shared refused"])
    #expect(read.remark("censored-slots")?.message.hasPrefix("1 answer uses every slot") == true)
    #expect(read.cells == [[3, 0, 0, 5]])
  }

  @Test func listsOfLabelsAreToldApartByTheKnownOnes() throws {
    let read = try MappedExport(
      """
      org,partners
      Alpha,"Beta, Gamma and Sons, Delta"
      Beta,"Delta;Alpha;"
      """,
      mapping: """
        sources:
          - file: export.csv
            respondent: org
            items:
              - item: received
                columns: partners
                cell: labels
                partner: {from: code, kind: actor, map: {Alpha: Alpha, Beta: Beta, Delta: Delta, "Gamma and Sons, Delta": Gamma}}
        """)
    #expect(
      read.claims == [
        "Alpha received Beta yes", "Alpha received Gamma yes", "Beta received Alpha yes", "Beta received Delta yes",
      ])
  }

  @Test func aLongFileHasARowAPartner() throws {
    let read = try MappedExport(
      "ego;alter;topic;strength\nA;B;markets;2\nA;C;funding;1\nB;A;markets;3\n",
      mapping: """
        sources:
          - file: export.csv
            respondent: ego
            items:
              - item: shared
                partner: {column: alter}
                topic: {column: topic}
                weight: {column: strength}
        """)
    #expect(
      read.claims == ["A shared B markets yes 2.0", "A shared C funding yes 1.0", "B shared A markets yes 3.0"])
  }

  @Test(arguments: [("give", ["A B", "B A", "B C"]), ("receive", ["A B", "B A", "C B"])])
  func aSquareMatrixHasTiesInItsCells(_ rows: String, _ expected: [String]) throws {
    let read = try MappedExport(
      ";A;B;C\nA;0;1;0\nB;1;0;2\nC;0;0;0\n",
      mapping: "sources: [{file: export.csv, matrix: {rows: \(rows)}}]\n")
    let ties = read.survey.ties.map { tie in
      [tie.source, tie.target].map { read.survey.actors[$0].id }.joined(separator: " ")
    }.sorted()
    #expect(ties == expected)
  }
}
