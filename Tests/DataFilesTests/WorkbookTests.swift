#if Spreadsheets
  import DataFiles
  import Foundation
  import KnowledgeNetworks
  import TestNetworks
  import Testing

  @Suite struct WorkbookTests {
    private let book = Workbook([
      .init(
        name: "Ties",
        rows: [["source", "weight"], ["=1+1", 1.5], ["Müller & \"Söhne\"\n<GmbH>", .empty], [.empty, 12_345_678]]),
      .init(name: "Empty", rows: []),
      .init(name: "Numbers", rows: [[.number(0.1), .number(1e-300), .number(.nan), .number(-7)]], hasHeading: false),
    ])

    @Test func whatIsWrittenIsReadBack() throws {
      let folder = try ScratchFolder()
      let url = folder.url.appending(path: "t.xlsx")
      try book.write(to: url)
      #expect(try Sheet.sheetNames(of: url) == ["Ties", "Empty", "Numbers"])
      let ties = try Sheet(contentsOf: url)
      #expect(
        ties.texts == [["source", "weight"], ["=1+1", "1.5"], ["Müller & \"Söhne\"\n<GmbH>"], [nil, "12345678"]])
      #expect(try Sheet(contentsOf: url, sheet: "Empty").rowCount == 0)
      #expect(try Sheet(contentsOf: url, sheet: "Numbers").texts == [["0.1", "1e-300", nil, "-7"]])
    }

    @Test func equalSheetsGiveEqualBytes() throws {
      let folder = try ScratchFolder()
      let files = ["a.xlsx", "b.xlsx"].map { folder.url.appending(path: $0) }
      for file in files { try book.write(to: file) }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    }

    @Test(arguments: ["", "a/b", "[x]", "'x'", String(repeating: "x", count: 32), "TIES"])
    func namesThatExcelDoesNotTakeAreRefused(_ name: String) throws {
      let folder = try ScratchFolder()
      let url = folder.url.appending(path: "t.xlsx")
      let error = #expect(throws: BuzzlineError.self) {
        try Workbook([.init(name: "Ties", rows: []), .init(name: name, rows: [])]).write(to: url)
      }
      #expect(error?.code == .unwritable && !FileManager.default.fileExists(atPath: url.path))
    }

    @Test func textsThatAreTooLongAndFoldersThatAreNotThereAreRefused() throws {
      let folder = try ScratchFolder()
      let long = Workbook([.init(name: "t", rows: [["x"], [.text(String(repeating: "x", count: 32_768))]])])
      let error = #expect(throws: BuzzlineError.self) { try long.write(to: folder.url.appending(path: "t.xlsx")) }
      #expect(error?.message.contains("row 2 of the sheet 't'") == true)
      #expect(throws: BuzzlineError.self) { try book.write(to: folder.url.appending(path: "none/t.xlsx")) }
    }
  }
#endif
