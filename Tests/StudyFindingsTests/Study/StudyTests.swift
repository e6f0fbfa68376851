import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings

@Suite struct StudyTests {
  /// Numbers that Hanneman & Riddle print for this network, and methods that others agree on.
  @Test(arguments: [
    ("density", "0.5444444444444444"), ("reciprocity-arc", "0.6938775510204082"), ("reciprocity-dyad", "0.53125"),
    ("brokerage-total", "71"), ("brokerage-gatekeeper", "16"), ("external-internal-expected", "0.46666666666666667"),
    ("external-internal-maximum", "1"), ("external-internal-minimum", "0.25"), ("triads-300", "9"),
    ("triads-201", "14"),
  ])
  func networkTableHoldsThePrintedNumbers(_ measure: String, _ value: String) throws {
    let table = try KnokeStudy.findings().networkTable
    let row = try #require(table.rows.first { $0[0] == .word(measure) })
    let told = try #require(CSVRow(table, row).value)
    #expect(abs(told - (Double(value) ?? .nan)) < 1e-12)
  }

  @Test func tablesCoverEveryActorAndTie() throws {
    let findings = try KnokeStudy.findings()
    let rows = Dictionary(uniqueKeysWithValues: findings.tables.map { ($0.name, $0.rows.count) })
    #expect(rows["actors"] == 10)
    #expect(rows["brokerage"] == 10)
    #expect(rows["groups"] == 3)
    #expect(rows["ties"] == 49)
  }

  @Test func theSameSeedGivesTheSameFindings() throws {
    let (first, second) = (try KnokeStudy.findings(), try KnokeStudy.findings())
    #expect(first.tables == second.tables)
    #expect(first.report == second.report)
  }

  @Test func actorsOfOneNameAreToldApart() throws {
    let survey = Survey(
      actors: [
        NetworkActor(id: "1", name: "Same"), NetworkActor(id: "2", name: "Same"), NetworkActor(id: "3", name: "Other"),
      ])
    let findings = try Study(survey: survey).findings()
    #expect((0..<3).map(findings.label(of:)) == ["Same (1)", "Same (2)", "Other"])
  }

  @Test func progressNamesTheSteps() throws {
    let survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: "knoke")])
    var steps: [String] = []
    _ = try Study(survey: survey).findings { steps.append($0) }
    #expect(steps.first == "reconciling" && steps.count >= 4)
  }
}

/// One row of a table as text.
struct CSVRow {
  private let cells: [String]

  init(_ table: FindingsTable, _ row: [FindingsTable.Cell]) {
    let line = FindingsTable("row", columns: table.columns, rows: [row]).csv.split(separator: "\n").last ?? ""
    cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// The second cell as a number.
  var value: Double? { Double(cells[1]) }
}
