import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Exports of survey tools are told by their headings, and never read as something else.
@Suite struct ExportDialectTests {
  @Test func everyDialectHasAHeader() {
    #expect(ExportHeaders.all.map(\.dialect) == ExportDialect.all.map(\.name))
  }

  @Test(arguments: ExportHeaders.all) func aDialectIsToldByItsHeadings(_ header: ExportHeaders) throws {
    let folder = try ScratchFolder(["export.csv": header.text])
    let sheet = try Sheet(contentsOf: folder.url.appending(path: "export.csv"))
    #expect(ExportDialect.recognised(in: sheet)?.name == header.dialect)
    let draft = try MappingDraft(of: [folder.url.appending(path: "export.csv")], writtenTo: folder.url)
    #expect(draft.recognised == ["export.csv: an export of \(header.dialect)"])
  }

  @Test(arguments: ExportHeaders.all) func anExportWithoutAMappingIsRefused(_ header: ExportHeaders) throws {
    let folder = try ScratchFolder(["export.csv": header.text])
    let error = try #require(throws: BuzzlineError.self) { try folder.survey(of: "export.csv") }
    let tool = String(header.dialect.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
    #expect(error.message.contains(" This looks like an export of \(tool): 'buzzline init "), "\(error)")
    #expect(error.message.hasSuffix("export.csv' writes a mapping for it."), "\(error)")
    #expect([.data, .usage].contains(error.code.category))
  }

  @Test func anotherTableIsNoExport() throws {
    let folder = try ScratchFolder(["export.csv": "org,to_B\nA,1\n"])
    let sheet = try Sheet(contentsOf: folder.url.appending(path: "export.csv"))
    #expect(ExportDialect.recognised(in: sheet) == nil)
  }

  /// Headings that are long or many, as nobody writes them, take no longer than others.
  @Test func headingsOfAnySortAreDrafted() throws {
    let long = String(repeating: "1a", count: 20_000)
    let many = (1...2_000).map { "V\($0)" }.joined(separator: ",")
    let folder = try ScratchFolder(["export.csv": "\(long),\(many)\n"])
    let draft = try MappingDraft(of: [folder.url.appending(path: "export.csv")], writtenTo: folder.url)
    #expect(draft.text.contains("respondent: '1a1a"))
  }
}
