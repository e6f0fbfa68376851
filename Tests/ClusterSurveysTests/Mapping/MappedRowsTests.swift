import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Files in which each row names a partner: what becomes of rows that say less than others.
@Suite struct MappedRowsTests {
  private static let ticks = """
    codes: {tie: ['true'], no_tie: ['false']}
    sources:
      - file: export.csv
        respondent: org
        combine: rows
        items:
          - item: shared
            columns: {match: 'topic_(?<topic>.+)'}
            partner: {column: partner}
            topic: {from: topic}
            channel: {column: how}

    """

  @Test func aRowThatNamesAPartnerAndTicksNothingMayBeATie() throws {
    let export = """
      org,partner,how,topic_law,topic_tax
      A,B,mail,true,false
      A,C,,false,false
      A,D,mail,,
      A,,,false,false

      """
    let mapping = Self.ticks.replacing("columns:", with: "if_none: tie\n        columns:")
    let read = try MappedExport(export, mapping: mapping)
    #expect(
      read.claims == [
        "A shared B law mail yes", "A shared B tax mail no", "A shared C yes", "A shared D mail yes",
      ])
    #expect(read.cells[0][0] == 3)
    let without = try MappedExport(export, mapping: Self.ticks)
    #expect(without.claims.filter { $0.contains("shared C") } == ["A shared C law no", "A shared C tax no"])
  }

  @Test(arguments: [
    ("if_none: tie\n        gate: {columns: how}", "without a 'gate'"),
    ("if_none: no", "'no'"),
  ])
  func whatCannotMakeATieOfANameIsRefused(_ key: String, _ message: String) throws {
    let error = try #require(throws: BuzzlineError.self) {
      try MappedExport(
        "org,partner,how,topic_law\nA,B,,true\n",
        mapping: Self.ticks.replacing("columns:", with: key + "\n        columns:"))
    }
    #expect(error.code == .invalidMapping && error.message.contains(message))
  }

  @Test func aNameIsNoTieWhereCellsTellPartners() throws {
    let partner = "partner: {from: topic}\n        if_none: tie"
    let error = try #require(throws: BuzzlineError.self) {
      try MappedExport(
        "org,partner,how,topic_law\nA,B,,true\n",
        mapping: Self.ticks.replacing("partner: {column: partner}", with: partner))
    }
    #expect(error.message.contains("one column of the row"))
  }

  private static let names = """
    codes: {missing: [dk]}
    sources:
      - file: export.csv
        respondent: org
        combine: rows
        items:
          - item: shared
            columns: partner
            cell: names
            partner: {from: code}
            gate: {columns: gave, codes: {tie: ['yes'], no_tie: ['no']}}

    """

  @Test func rowsTakenTogetherSayWhoAnswered() throws {
    let read = try MappedExport(
      "org,gave,partner\nA,yes,B\nA,yes,C\nB,no,\nC,,\nD,dk,\nE,yes,\nF,yes,A\nF,dk,\n", mapping: Self.names)
    #expect(read.claims == ["A shared B yes", "A shared C yes", "F shared A yes"])
    #expect(
      read.responses == [
        "A shared answered", "B shared answered", "C shared refused", "D shared refused", "E shared refused",
        "F shared partial",
      ])
    #expect(read.survey.actors.map(\.id) == ["A", "B", "C", "D", "E", "F"])
  }

  @Test func aStatementOfRowsStandsAloneOrBesidePartners() throws {
    let mapping = """
      codes: {missing: [dk], no_tie: ['no']}
      sources:
        - file: export.csv
          respondent: org
          combine: rows
          items: [{item: shared, columns: gave, cell: response}]

      """
    let export = "org,gave,partner\nA,yes,B\nA,yes,C\nB,no,\nC,,\nD,dk,\n"
    let statuses = ["A shared answered", "B shared answered", "C shared refused", "D shared refused"]
    let partners = "cell: response}, {item: shared, partner: partner}"
    let both = try MappedExport(export, mapping: mapping.replacing("cell: response}", with: partners))
    #expect(both.claims == ["A shared B yes", "A shared C yes"] && both.responses == statuses)
    let more = ["more.csv": "org,partner\nA,B\n"]
    let second = "  - {file: more.csv, respondent: org, items: [{item: shared, partner: partner}]}\n"
    #expect(try MappedExport(export, mapping: mapping + second, more: more).responses == statuses)
  }

  @Test func aTickedTopicIsAnAnswerWhateverIsOpenOnOthers() throws {
    let read = try MappedExport(
      "org,partner,how,topic_law,topic_tax\nA,B,,true,\nB,A,,true,\nB,C,,,\n", mapping: Self.ticks)
    #expect(read.claims.contains("A shared B tax missing"))
    #expect(read.responses == ["A shared answered", "B shared partial"])
  }

  /// What two files say of one actor is one answer, which may be written and read again.
  @Test func responsesOfTwoFilesAreOne() throws {
    let mapping = """
      sources:
        - {file: form.csv, respondent: org, items: [{item: shared, columns: gave, cell: response}]}

      """
    let rows = Self.ticks.replacing("codes: {", with: "").split(separator: "\n").dropFirst(2).joined(separator: "\n")
    let read = try MappedExport(
      "org,partner,how,topic_law\nA,B,,true\nB,A,,\n",
      mapping: "codes: {tie: ['true'], no_tie: ['false']}\n" + mapping + rows + "\n",
      more: ["form.csv": "org,gave\nA,2\nB,1\nC,0\n"])
    #expect(read.responses == ["A shared answered", "B shared partial", "C shared answered"])
    let files = Dictionary(uniqueKeysWithValues: read.survey.canonicalFiles().map { ($0.name, $0.bytes) })
    #expect(String(decoding: files["responses.csv"] ?? [], as: UTF8.self).split(separator: "\n").count == 4)
  }
}
