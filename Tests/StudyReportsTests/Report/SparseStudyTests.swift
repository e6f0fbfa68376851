import ClusterSurveys
import KnowledgeNetworks
import Testing

@testable import StudyFindings
@testable import StudyReports

/// Reports of studies that hold next to nothing.
@Suite struct SparseStudyTests {
  @Test func withoutAnyGroupThereIsStillAReport() throws {
    let survey = Survey(
      actors: ["a", "b", "c"].map { NetworkActor(id: $0) },
      ties: [Tie(source: 0, target: 1), Tie(source: 1, target: 2)])
    let findings = try Study(survey: survey).findings()
    #expect(findings.groupsTable.rows.isEmpty)
    #expect(findings.brokerageTable.rows.count == 3)
    #expect(XMLCheck(HTMLReport(findings.report).text).error == nil)
  }

  @Test func anEmptyStudyIsTold() throws {
    let findings = try Study(survey: Survey(actors: [])).findings()
    #expect(MarkdownReport(findings.report).text.contains("0 actors"))
    #expect(findings.actorsTable.rows.isEmpty)
  }
}
