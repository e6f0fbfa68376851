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

  @Test(arguments: [
    ("any", ["O shared X yes", "O shared Y yes"]), ("all", ["O shared X yes", "O shared Y no"]),
    ("majority", ["O shared X yes", "O shared Y no"]),
    ("{rule: most_senior, rank: role, order: [CEO, staff]}", ["O shared X yes", "O shared Y no"]),
  ])
  func severalPersonsOfAnOrganisationBecomeOneAnswer(_ rule: String, _ claims: [String]) throws {
    let read = try MappedExport(
      "person,org,role,to_X,to_Y\np1,O,staff,1,1\np2,O,CEO,1,0\np3,O,staff,1,0\n",
      mapping: """
        codes: {tie: ["1"], no_tie: ["0"]}
        sources:
          - file: export.csv
            respondent: person
            actor: org
            combine: \(rule)
            items:
              - {item: shared, columns: {match: 'to_(?<partner>.)'}, partner: {from: partner}}
        """)
    #expect(read.claims == claims)
    #expect(read.remark("several-persons")?.message.hasSuffix("in 4 of 6 comparisons.") == true)
  }

  @Test func onePersonAnswersForSeveralOrganisationsAtTheLevelAskedFor() throws {
    let read = try MappedExport(
      "person,orgs,partner\np1,Uni J – Physics|Uni W – Art,Uni E – Law\n",
      mapping: """
        sources:
          - file: export.csv
            respondent: person
            actor: {column: orgs, split: '|', level: {separator: ' – ', keep: 2}}
            items:
              - {item: shared, columns: partner, cell: names, partner: {from: code, level: {separator: ' – ', keep: 1}}}
        """)
    #expect(read.claims == ["Uni J – Physics shared Uni E yes", "Uni W – Art shared Uni E yes"])
  }

  @Test func qualticsColumnsAreToldByTheirNumbersAndPartnersStandInTheMiddle() throws {
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

  @Test func rowsDescribeActorsAndRosterPartnersBelongToThem() throws {
    let read = try MappedExport(
      "org,type,size,to_B,to_C\nA,1,12,1,0\nB,2,900,0,1\n",
      mapping: """
        codes: {tie: ["1"], no_tie: ["0"]}
        sources:
          - file: export.csv
            respondent: org
            wave: {const: "1"}
            attributes:
              kind: {column: type, map: {"1": sme, "2": large_firm}}
              size: size
            items:
              - {item: shared, columns: {match: 'to_(?<partner>.)'}, partner: {from: partner}, self: org}
        """)
    #expect(read.survey.actors.map(\.id) == ["A", "B", "C"])
    #expect(read.survey.actors[1] == NetworkActor(id: "B", kind: .largeFirm, attributes: ["size": "900"]))
    #expect(read.claims == ["1 A shared B yes", "1 A shared C no", "1 B shared C yes"])
  }

  @Test func otherQuestionsBecomeAnswersAndTiesAreDescribed() throws {
    let read = try MappedExport(
      """
      org,partner,known,NUTZEN[1],NUTZEN[2],MA
      A,B,since long,4,-99,12
      B,,,1,5,"3,5"
      """,
      mapping: """
        codes: {missing: ["-99"]}
        sources:
          - file: export.csv
            respondent: org
            items:
              - item: shared
                columns: partner
                cell: names
                partner: {from: code}
                details: {experience: {column: known, map: {since long: known}}}
            questions:
              - id: {from: nr, map: {"1": funding, "2": markets}}
                columns: {match: 'NUTZEN\\[(?<nr>\\d)\\]'}
                scale: ordinal
                levels: [none, little, much]
                map: {"1": none, "4": little, "5": much}
              - {id: staff, columns: MA, scale: numeric}
        """)
    let answers = read.survey.answers.map { answer in
      "\(read.survey.actors[answer.respondent].id) \(answer.question) \(answer.answer) \(answer.number.map { "\($0)" } ?? "-")"
    }
    #expect(
      answers.sorted() == [
        "A funding little -", "A staff 12 12.0", "B funding none -", "B markets much -", "B staff 3,5 3.5",
      ])
    #expect(read.survey.claims[0].details == ["experience": "known"])
    #expect(Set(read.survey.questions.map(\.question)) == ["funding", "markets", "staff"])
    let accounts = read.survey.accounts[0].cells
    #expect(accounts.map(\.answers) == [0, 3, 2] && accounts.map(\.missing) == [0, 1, 0])
  }

  @Test func personsWhoDisagreeLeaveNoAnswer() throws {
    let read = try MappedExport(
      "person,org,relevance,size\np1,O,high,12\np2,O,low,12\n",
      mapping: """
        sources:
          - file: export.csv
            respondent: person
            actor: org
            combine: any
            items: [{item: shared, columns: size, cell: names, partner: {from: code}}]
            questions:
              - {id: relevance, columns: relevance}
              - {id: size, columns: {position: 4}}
        """)
    #expect(read.survey.answers.map(\.question) == ["size"])
  }

  @Test func membersOfProjectsAreAListOfTheirOwn() throws {
    let read = try MappedExport(
      "PIC;Vorhaben;Funktion\nA;1;coordinator\nB;1;participant\nC;1;participant\n",
      mapping: """
        sources:
          - file: export.csv
            memberships: {group: Vorhaben, member: PIC, role: Funktion}
        """)
    #expect(read.survey.actors.map(\.id) == ["A", "B", "C"])
    #expect(read.survey.ties.count == 3 && !read.survey.isDirected)
  }
}
