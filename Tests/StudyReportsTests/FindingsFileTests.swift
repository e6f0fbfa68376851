import Foundation
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// `findings.json` holds every table of the study, and the report's tables in the same shape.
@Suite struct FindingsFileTests {
  @Test func everyTableStandsInTheFile() throws {
    let findings = try KnokeStudy.findings()
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    try findings.write(to: OutputFolder(output.path))
    let data = try Data(contentsOf: output.appending(path: "findings.json"))
    guard case .object(let members) = try JSONDecoder().decode(JSONValue.self, from: data),
      case .object(let tables) = members["tables"], case .object(let report) = members["report"],
      case .list(let sections) = report["sections"]
    else {
      Issue.record("no report and tables")
      return
    }
    #expect(Set(tables.keys) == Set(findings.tables.map(\.name)))
    for table in findings.tables {
      // Read back as well, since a whole number is read as a count.
      let own = try JSONDecoder().decode(JSONValue.self, from: Data(table.json.jsonText.utf8))
      #expect(tables[table.name] == own, "\(table.name)")
    }
    #expect(sections.count == findings.report.sections.count)
    let shown = findings.report.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table, _) = block { table } else { nil }
    }
    #expect(!shown.isEmpty)
    let text = String(decoding: data, as: UTF8.self)
    for table in shown { #expect(text.contains("\"name\" : \"\(table.name)\"")) }
  }
}
