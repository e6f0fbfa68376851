import Foundation
import KnowledgeNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// Our own output, held still: recorded with BUZZLINE_RECORD_SNAPSHOTS set, and the test that records fails.
@Suite struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")

  @Test func knokeReportReadsAsRecorded() throws {
    try expect(MarkdownReport(try KnokeStudy.findings().report).text, as: "knoke-report.md")
  }

  @Test func knokeGroupsAreAsRecorded() throws {
    try expect(try KnokeStudy.findings(by: .kind).groupsTable.csv, as: "knoke-groups.csv")
  }

  private func expect(_ text: String, as name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["BUZZLINE_RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("Recorded \(name); run again without BUZZLINE_RECORD_SNAPSHOTS.")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let lines = (text.split(separator: "\n"), recorded.split(separator: "\n"))
    for (line, expected) in zip(lines.0, lines.1) where line != expected {
      Issue.record("\(name) reads\n  \(line)\nwhere was recorded\n  \(expected)")
      return
    }
    #expect(lines.0.count == lines.1.count)
  }
}
