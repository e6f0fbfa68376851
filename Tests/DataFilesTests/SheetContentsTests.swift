import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct SheetContentsTests {
  @Test func whatIsNoOtherFileIsText() throws {
    let folder = try ScratchFolder(["t.xlsx": "a;b\n1,5;\"\"\n"])
    let url = folder.url.appending(path: "t.xlsx")
    #expect(try Sheet(contentsOf: url).texts == [["a", "b"], ["1,5", ""]])
    #expect(try Sheet(contentsOf: url, delimiter: .comma).texts == [["a;b"], ["1", "5;\"\""]])
    #expect(try Sheet.sheetNames(of: url).isEmpty)
    let cells = try Sheet(
      bytes: Array("ort\nK\u{F6}ln\n".unicodeScalars.map { UInt8($0.value) }), file: "t", encoding: .windows1252)
    #expect(cells.texts == [["ort"], ["Köln"]])
  }

  @Test func textHasNoSheets() throws {
    #expect(try refusal(of: Array("a,b\n".utf8), sheet: "x").code == .unknownSheet)
    #expect(try refusal(of: []).code == .empty)
    let missing = #expect(throws: BuzzlineError.self) { try Sheet(contentsOf: URL(filePath: "/none.xlsx")) }
    #expect(missing?.code == .noInput)
  }

  @Test(arguments: ["~$t.xlsx", ".~lock.t.ods#"]) func locksOfOpenFilesAreNamed(_ name: String) throws {
    let folder = try ScratchFolder([name: "me"])
    let error = #expect(throws: BuzzlineError.self) { try Sheet(contentsOf: folder.url.appending(path: name)) }
    #expect(error?.code == .unknownFormat && error?.message.contains("lock") == true)
  }

  @Test(arguments: ["$FL2", "h\u{1}", "PK", "<stata_dta", "\u{D0}"]) func aFewBytesAreNoOtherFile(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { TableSource($0) } == .text)
  }

  #if !Spreadsheets
    @Test func withoutSpreadsheetsTheTraitIsNamed() throws {
      let error = #expect(throws: BuzzlineError.self) { try Sheet(reference: "answers.xlsx") }
      #expect(error?.code == .notBuilt && error?.message.contains("trait Spreadsheets") == true)
    }
  #endif

  #if !Statistics
    @Test(arguments: ["answers.zsav", "answers8.dta", "answers15.dta"])
    func withoutStatisticsTheTraitIsNamed(_ name: String) throws {
      let error = #expect(throws: BuzzlineError.self) { try Sheet(reference: name) }
      #expect(error?.code == .notBuilt && error?.message.contains("trait Statistics") == true)
    }
  #endif
}
