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

  @Test(arguments: ExportHeaders.all) func aFolderWithNothingButAnExportIsRefused(_ header: ExportHeaders) throws {
    let folder = try ScratchFolder(["export.csv": header.text])
    let error = try #require(throws: BuzzlineError.self) { try folder.survey() }
    let tool = String(header.dialect.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
    #expect(
      error.message.hasPrefix(
        "The folder holds neither claims.csv nor ties.csv nor memberships.csv. 'export.csv' looks like an export of "
          + "\(tool): 'buzzline init "), "\(error)")
    #expect(error.message.hasSuffix("/export.csv' writes a mapping for it.") && error.code == .noInput)
  }

  @Test func theExportsOfAFolderAreNamedTogether() throws {
    let text = try #require(ExportHeaders.all.first { $0.dialect == ExportDialect.redcap.name }?.text)
    let folder = try ScratchFolder(["a.csv": text, "b.csv": text, "notes.txt": "x\n", "actors.csv": "id\nA\n"])
    let error = try #require(throws: BuzzlineError.self) { try folder.survey() }
    let path = folder.url.relativePath
    #expect(
      error.message.hasSuffix(
        " 'a.csv' looks like an export of REDCap, 'b.csv' looks like an export of REDCap: "
          + "'buzzline init \(path)/a.csv \(path)/b.csv' writes a mapping for them."), "\(error)")
  }

  @Test(arguments: ExportHeaders.all) func anExportThatIsStreamedIsRefused(_ header: ExportHeaders) throws {
    let folder = try ScratchFolder()
    let pipe = folder.url.appending(path: "pipe")
    try #require(mkfifo(pipe.path, 0o600) == 0)
    let writer = Thread { try? Data(header.text.utf8).write(to: pipe) }
    writer.start()
    let error = try #require(throws: BuzzlineError.self) { try folder.survey(of: "pipe") }
    let tool = String(header.dialect.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
    #expect(
      error.message.hasSuffix(
        " This looks like an export of \(tool). Save it as a file; 'buzzline init FILE' writes a mapping for it."),
      "\(error)")
    let other = try #require(throws: BuzzlineError.self) {
      try MappingDraft(of: [URL(filePath: "/dev/stdin")], writtenTo: folder.url)
    }
    #expect(other.message == "A mapping names the files that it reads; save this as a file first.")
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
