import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Rows that should name a partner, or a question about it, and do not.
@Suite struct UnnamedPartnerTests {
  private static let interviews = "org,gave,KEY\nA,yes,1\nB,no,2\nC,yes,3\nD,-99,4\n"
  private static let form = """
    codes: {tie: ['yes', 'true'], no_tie: ['no', 'false'], missing: ['-99', NA]}
    sources:
      - file: form.csv
        respondent: org
        items: [{item: shared, columns: gave, cell: response}]
      - file: export.csv
        join: {file: form.csv, key: PARENT, to: KEY}
        respondent: org

    """

  private func read(_ partners: String, _ items: String) throws -> MappedExport {
    try MappedExport(partners, mapping: Self.form + items, more: ["form.csv": Self.interviews])
  }

  @Test(arguments: [
    "    items: [{item: shared, partner: name}]\n",
    "    combine: rows\n    items: [{item: shared, columns: law, partner: {column: name}, topic: {from: heading}}]\n",
  ])
  func whoeverIsUnnamedIsNotDenied(_ items: String) throws {
    let read = try read("name,law,PARENT\nB,true,1\nC,true,1\n,true,3\nA,true,3\n-99,true,4\n", items)
    #expect(
      read.responses == ["A shared answered", "B shared answered", "C shared partial", "D shared partial"])
    #expect(read.claims.map { $0.prefix(10) } == ["A shared B", "A shared C", "C shared A"])
  }

  @Test func aListOfPartnersStillTellsWhoAnsweredWhereOneIsUnnamed() throws {
    let mapping = """
      sources:
        - {file: export.csv, respondent: org, items: [{item: shared, partner: name}]}
        - {file: more.csv, respondent: org, items: [{item: received, partner: name}]}

      """
    func read(_ export: String) throws -> MappedExport {
      try MappedExport(export, mapping: mapping, more: ["more.csv": "org,name\nB,C\n"])
    }
    #expect(try read("org,name\nA,B\nC,B\n").responses.isEmpty)
    #expect(
      try read("org,name\nA,B\nC,B\nC,\n").responses == [
        "A shared answered", "B received answered", "C shared partial",
      ])
  }

  @Test func anEmptyPartnerIsNobodyWhereItsRowSaysSo() throws {
    let read = try MappedExport(
      "org,gave,name\nA,yes,B\nB,no,\nC,yes,\n",
      mapping: """
        codes: {no_tie: ['no']}
        sources:
          - file: export.csv
            respondent: org
            items: [{item: shared, columns: gave, cell: response}, {item: shared, partner: name}]

        """)
    #expect(read.responses == ["A shared answered", "B shared answered", "C shared partial"])
  }

  private static let directions = """
        combine: rows
        items:
          - item: shared
            when: {column: gives, is: ['true']}
            columns: {match: 'topic_(?<topic>.+)'}
            partner: {column: name}
            topic: {from: topic}
          - item: received
            when: {column: gets, is: ['true']}
            columns: {match: 'topic_(?<topic>.+)'}
            partner: {column: name}
            topic: {from: topic}

    """

  @Test func aDirectionThatIsNotStatedMakesTheAnswerPartial() throws {
    let read = try read(
      "name,gives,gets,topic_law,PARENT\nB,true,false,true,1\nA,,true,true,2\nA,false,false,true,3\n,,,,4\n",
      Self.directions)
    #expect(read.claims == ["A shared B law yes", "B received A law yes"])
    #expect(
      read.responses == [
        "A shared answered", "B received answered", "B shared partial", "C shared answered", "D shared refused",
      ])
    let cells = read.survey.accounts[1].cells.map { [$0.ties, $0.missing, $0.ignored] }
    #expect(cells == [[1, 1, 2], [1, 0, 3]])
  }

  @Test func whereTicksAloneAreWrittenAnEmptyDirectionIsNone() throws {
    let read = try read("name,gives,gets,topic_law,PARENT\nB,true,,true,1\nA,,true,true,2\n", Self.directions)
    #expect(read.claims == ["A shared B law yes", "B received A law yes"])
    #expect(
      read.responses == [
        "A shared answered", "B received answered", "B shared answered", "C shared answered", "D shared refused",
      ])
  }

  @Test func rowsThatNameAPartnerUnderNoItemAreTold() throws {
    let items = """
          items:
            - {item: shared, when: {column: direction, is: shared}, partner: name}
            - {item: received, when: {column: direction, is: received}, partner: name}

      """
    let read = try read("name,direction,PARENT\nB,shared,1\nC,NA,1\nA,received,2\nB,other,3\n,other,4\n", items)
    let remark = try #require(read.remark("no-item"))
    #expect(remark.message == "2 rows name a partner under no item; what they say is not read.")
    #expect(remark.instances.map(\.text) == ["'C'", "'B'"] && remark.instances.map(\.place.line) == [3, 5])
    #expect(read.survey.accounts[1].rowsSetAside == ["no-item": 2] && read.survey.accounts[1].rowsUsed == 3)
    #expect(read.responses.prefix(2) == ["A received partial", "A shared partial"])
  }

  @Test func aRowThatAnotherSourceReadsIsNotTold() throws {
    let items = ["shared", "received"].map { item in
      "  - {file: export.csv, respondent: org, items: [{item: \(item), when: {column: dir, is: \(item)}, partner: name}]}\n"
    }
    let export = "org,name,dir\nA,B,shared\nB,A,received\nA,C,unknown\n"
    let read = try MappedExport(export, mapping: "sources:\n" + items.joined())
    #expect(read.remark("no-item")?.instances.map(\.place.line) == [4])
  }

  @Test func wordsForNobodyDenyAndAreNoActors() throws {
    let long = try MappedExport(
      "org,alter\nA,keine\nB,A\nB,Niemand\nC,0\n",
      mapping: """
        codes: {no_tie: [keine, niemand, '0']}
        sources:
          - {file: export.csv, respondent: org, items: [{item: shared, partner: {column: alter}}]}

        """)
    #expect(long.claims == ["B shared A yes", "C shared 0 yes"] && long.cells == [[2, 2, 0, 0]])
    #expect(long.responses.contains("A shared answered"))
    let slots = try MappedExport(
      "org,p1,p2\nA,keine,\nB,A,\nC,,\n",
      mapping: """
        codes: {no_tie: [keine]}
        sources:
          - file: export.csv
            respondent: org
            items: [{item: shared, columns: {match: 'p(?<slot>[0-9])'}, cell: names, partner: {from: code}}]

        """)
    #expect(slots.claims == ["B shared A yes"])
    #expect(slots.responses == ["A shared answered", "B shared answered", "C shared refused"])
  }
}
