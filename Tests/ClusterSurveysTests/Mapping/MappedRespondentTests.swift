import ClusterSurveys
import Foundation
import KnowledgeNetworks
import Testing

/// Who answers for whom, what rows say of them, and what else they answer.
@Suite struct MappedRespondentTests {
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
