import ClusterSurveys
import DiffusionRoles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import StudyFindings

/// Sources outside that actors state as counts: which tables they enter, and which they do not.
@Suite struct StatedPipelinesTests {
  private static let rows = [
    "a,sme,north,R1,DE,2,,3", "b,sme,north,R1,DE,,0,", "c,bank,north,R1,DE,,,", "d,bank,south,R1,DE,,,",
    "e,sme,south,R2,DE,,,",
  ]
  private static let ties = ["d,a", "a,b", "b,c", "e,b", "c,d"]

  private static func findings(
    _ rows: [String] = rows, ties: [String] = ties, withCounts: Bool = true, workers: Workers = .all
  ) throws -> Findings {
    let names = withCounts ? "pipelines_regional,pipelines_national,pipelines_international" : "x,y,z"
    let folder = try ScratchFolder([
      "actors.csv": "id,kind,cluster,region,country,\(names)\n" + rows.joined(separator: "\n") + "\n",
      "ties.csv": "source,target\n" + ties.joined(separator: "\n") + "\n",
    ])
    return try withExtendedLifetime(folder) {
      try Study(survey: Survey(contentsOf: [folder.url])).findings(workers: workers)
    }
  }

  /// Cells of a table by row and column heading, but for the columns and rows that counts may enter.
  private static func cells(_ table: FindingsTable, but entered: [String]) -> [[FindingsTable.Cell]] {
    let columns = table.columns.indices.filter { column in
      !entered.contains { table.columns[column].heading.hasPrefix($0) }
    }
    return table.rows.map { row in columns.map { row[$0] } }
  }

  /// The shares of pipelines by range, the nearest first.
  private static func shares(_ findings: Findings) -> [String] {
    PipelineRange.allCases.map { findings.scopes.share(of: $0).map { NumberText.number($0, decimals: 3) } ?? "none" }
  }

  private static func figure(_ name: String, _ findings: Findings) -> FindingsTable.Cell? {
    findings.networkTable.rows.first { $0[0] == .word(name) }?[1]
  }

  @Test func sharesByRangeCountThem() throws {
    let findings = try Self.findings()
    // d gives to a in the region, which is one of the two that a counts there.
    #expect(findings.scopes.counts.map(\.pairs) == [2, 2, 1, 0, 0, 0])
    #expect(findings.scopes.counts.map(\.stated) == [nil, 1, 0, 3, nil, nil] && findings.scopes.stated == 4)
    #expect(Self.shares(findings) == ["0.429", "0.143", "0.429", "0.000"])
    #expect(Self.figure("pairs-regional_pipeline", findings) == .count(2))
    #expect(Self.figure("stated-regional_pipeline", findings) == .count(1))
    #expect(Self.figure("share-international_pipeline", findings) == .number(3.0 / 7))
    #expect(Self.figure("gatekeepers-graf-stated", findings) == .count(0))
    let tables = findings.pipelinesSection.blocks.compactMap { block -> FindingsTable? in
      if case .table(let table, _) = block { table } else { nil }
    }
    let scopes = try #require(tables.first)
    #expect(scopes.columns.map(\.heading) == ["scope", "connected pairs", "sources stated as counts", "share"])
    let shares: [Double] = [2, 3, 1, 3]
    #expect(scopes.rows.map { $0[3] } == shares.map { FindingsTable.Cell.number($0 / 9) })
  }

  @Test func withoutCountsThereAreNoSuchColumns() throws {
    let findings = try Self.findings(withCounts: false)
    #expect(findings.scopes.stated == nil && findings.scopes.counts.allSatisfy { $0.stated == nil })
    #expect(Self.shares(findings) == ["0.667", "0.333", "0.000", "0.000"])
    for table in findings.tables {
      #expect(!table.columns.contains { $0.heading.hasSuffix("_stated") }, "\(table.name)")
    }
    #expect(!findings.networkTable.csv.contains("stated-") && !findings.networkTable.csv.contains("-stated"))
    #expect(try Self.findings(ties: ["a,b"], withCounts: false).scopes.share(of: .regional) == nil)
  }

  @Test func theyEnterNothingElse() throws {
    let (counted, plain) = (try Self.findings(), try Self.findings(withCounts: false))
    let positions = [
      "external_relations", "pipelines_stated", "gatekeeper_graf", "brings_in", "gatekeeper_intensity",
      "cognitive_position",
    ]
    #expect(Self.cells(counted.actorsTable, but: positions) == Self.cells(plain.actorsTable, but: positions))
    let kept = Set(counted.actorsTable.columns.map(\.heading))
    #expect(kept.isSuperset(of: ["in_degree", "betweenness", "regional_pipeline_in", "external_relations_stated"]))
    let entry = ["pipeline_entry", "gatekeepers_graf"]
    #expect(Self.cells(counted.groupsTable, but: entry) == Self.cells(plain.groupsTable, but: entry))
    #expect(counted.brokerageTable == plain.brokerageTable && counted.tiesTable == plain.tiesTable)
    let entered = ["stated-", "share-", "gatekeepers-graf", "bring-in", "position-"]
    let figures = [counted, plain].map { findings in
      findings.networkTable.rows.filter { row in !entered.contains { "\(row[0].content)".contains("\"" + $0) } }
    }
    #expect(figures[0] == figures[1] && figures[0].count > 30)
  }

  @Test func tablesOfActorsAndGroupsSayHowManyAreCounts() throws {
    let findings = try Self.findings()
    func column(_ heading: String, _ table: FindingsTable) throws -> [String] {
      let lines = table.csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let place = try #require(lines[0].firstIndex { $0 == heading })
      return lines.dropFirst().map { String($0[place]) }
    }
    #expect(try column("external_relations", findings.actorsTable) == ["5", "1", "1", "2", "1"])
    #expect(try column("external_relations_stated", findings.actorsTable) == ["4", "0", "0", "0", "0"])
    #expect(try column("pipelines_stated", findings.actorsTable) == ["4", "0", "0", "0", "0"])
    #expect(try column("pipeline_entry", findings.groupsTable) == ["1", "6"])
    #expect(try column("pipeline_entry_stated", findings.groupsTable) == ["0", "4"])
    #expect(try column("gatekeepers_graf_stated", findings.groupsTable) == ["0", "0"])
    #expect(findings.remarksTable.csv.contains("2 actors state 5 sources outside as counts"))
    #expect(findings.remarksTable.csv.contains("Sources outside include 4 that 1 actors state as counts"))
  }

  @Test func countsAloneMakeThePipelinesOfAStudy() throws {
    let findings = try Self.findings(ties: ["a,b", "b,c"])
    #expect(
      findings.scopes.pipelines == 0 && findings.scopes.stated == 5 && findings.scopes.share(of: .regional) == 0.4)
    #expect(findings.positions.gatekeepers.gatekeepersByCount == [0])
    #expect(findings.pipelinesSection.blocks.count > 1)
  }

  @Test func theOrderOfRowsAndThreadsAreWithoutEffect() throws {
    let first = try Self.findings(workers: Workers(threads: 1))
    let second = try Self.findings(
      Self.rows.reversed(), ties: Self.ties.reversed(), workers: Workers(threads: 3))
    #expect(first.tables == second.tables && first.report == second.report)
  }
}
