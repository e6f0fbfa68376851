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
}
