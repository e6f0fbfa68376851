#if Spreadsheets
  import DataFiles
  import Foundation
  import KnowledgeNetworks
  import TestNetworks
  import Testing

  @Suite struct ExcelReadingTests {
    private func texts(_ rows: String, strings: String = "", styles: String = "", workbook: String = "<workbookPr/>")
      throws -> [[String?]]
    {
      let parts = excelParts(rows, strings: strings, styles: styles, workbook: workbook)
      return try Sheet(bytes: packed(parts), file: "t.xlsx").texts
    }

    private func refusal(_ rows: String, strings: String = "") throws -> BuzzlineError {
      try DataFilesTests.refusal(of: packed(excelParts(rows, strings: strings)))
    }

    @Test func cellsOfOpenpyxlAreReadAsTheyStand() throws {
      let sheet = try Sheet(reference: "answers.xlsx")
      #expect(sheet.name == "Daten")
      #expect(
        sheet.texts == [
          ["a", "ü<&>\"", "x\ny", nil, "TRUE", "FALSE"], ["1", "1.5", "1e-07", "1e+20", "0", "12345678"],
          ["2024-02-29", "2024-01-31T08:30:00", "08:30:00", "30:15:00", "1900-01-01", "1900-03-01"],
          ["far", nil, nil, nil, nil, nil, nil, "right"], [nil, nil, "#DIV/0!"], ["merged"],
        ])
    }

    @Test func emptyRowsKeepTheNumbersOfTheOthers() throws {
      let sheet = try Sheet(reference: "answers.xlsx")
      #expect((0..<6).map { sheet.place($0).line } == [1, 2, 3, 6, 8, 9])
      #expect(sheet.place(3, 7).column == 8)
    }

    @Test func sheetsAreFoundByName() throws {
      #expect(try Sheet(reference: "answers.xlsx", sheet: "Dritte").texts == [[nil, "3"]])
      #expect(try Sheet(reference: "answers.xlsx", sheet: "Verborgen").texts == [["h"]])
      let url = ReferenceFiles.drawer.appending(path: "tables/answers.xlsx")
      #expect(try Sheet.sheetNames(of: url) == ["Daten", "Verborgen", "Dritte"])
      let error = try DataFilesTests.refusal(of: Array(Data(contentsOf: url)), sheet: "daten")
      #expect(error.code == .unknownSheet)
      #expect(error.message == "There is no sheet 'daten'; the file has 'Daten', 'Verborgen' (hidden), 'Dritte'.")
    }

    @Test func textsComeFromTheListFromTheCellOrFromAFormula() throws {
      let strings = "<si><t>one</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>x</t></rPh></si>"
      let rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r>\
        <t>&#x62;</t></r></is></c><c t="str"><f>A1</f><v>f &amp; g</v></c><c t="str"><f>x</f><v></v></c></row>
        """
      #expect(try texts(rows, strings: strings) == [["one", "two runs", "ab", "f & g", ""]])
    }

    @Test func escapedCharactersAreReplaced() throws {
      let rows = "<row><c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x000A__x00C4_</t></is></c></row>"
      #expect(try texts(rows) == [["a\nb_x000A_Ä"]])
    }

    @Test func addressesMayBeLeftOutAndCellsWithoutAValueAreUnstated() throws {
      let rows = "<row><c><v>1</v></c><c s=\"0\"/><c r=\"D1\"><v>2</v></c><c r=\"E1\"/></row><row r=\"7\"><c/></row>"
      #expect(try texts(rows) == [["1", nil, nil, "2"]])
    }

    @Test(arguments: [
      ("1", "1"), ("-0", "0"), ("3.0", "3"), ("0.10", "0.1"), ("1E3", "1000"), ("1.0000000000000001E-5", "1e-05"),
      ("007", "7"), ("0.00012", "0.00012"), ("0.00001", "1e-05"), ("123456789.25", "123456789.25"),
      ("1234567890123456", "1234567890123456"), ("99999999999999999999", "1e+20"),
      ("0.30000000000000004", "0.30000000000000004"),
    ])
    func numbersAreShort(_ stored: String, _ text: String) throws {
      #expect(try texts("<row><c><v>\(stored)</v></c></row>") == [[text]])
    }

    @Test(arguments: [
      ("yyyy\\-mm\\-dd", "2024-01-31"), ("dd/mm/yy;@", "2024-01-31"), ("[$-407]d. mmmm yyyy", "2024-01-31"),
      ("mmm-yy", "2024-01-31"), ("dd.mm.yyyy hh:mm", "2024-01-31T00:00:00"), ("General", "45322"), ("0.00", "45322"),
      ("0 \"days\"", "45322"), ("#,##0 [$€-407]", "45322"), ("[Red]0;[Magenta]0", "45322"), ("[h]:mm", "1087728:00:00"),
      ("0.00E+00", "45322"), ("\\d0", "45322"),
    ])
    func formatsTellDaysFromNumbers(_ code: String, _ text: String) throws {
      let escaped = code.replacing("\"", with: "&quot;")
      let styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(escaped)\"/></numFmts><cellStyleXfs><xf/><xf/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
      #expect(
        try texts("<row><c s=\"1\"><v>45322</v></c><c s=\"9\"><v>45322</v></c></row>", styles: styles) == [
          [text, "45322"]
        ])
    }

    @Test func daysMayBeCountedFrom1904() throws {
      let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
      let rows = "<row><c><v>0</v></c><c><v>43860.5</v></c><c><v>-1</v></c></row>"
      #expect(
        try texts(rows, styles: styles, workbook: "<workbookPr date1904=\"1\"/>")
          == [["1904-01-01", "2024-01-31T12:00:00", "-1"]])
      #expect(try texts("<row><c><v>60</v></c><c><v>0.5</v></c></row>", styles: styles) == [["60", "12:00:00"]])
    }

    @Test(arguments: [
      ("<row><c t=\"s\"><v>1</v></c></row>", 1, 1, "This cell names a text that the file does not have."),
      ("<row><c/><c t=\"s\"><v>-1</v></c></row>", 1, 2, "This cell names a text that the file does not have."),
      ("<row r=\"3\"><c><v>x</v></c></row>", 3, 1, "This cell is said to hold a number and does not."),
      ("<row r=\"3\"><c t=\"q\"><v>x</v></c></row>", 3, 1, "Cells of this type are unknown."),
      ("<row r=\"2\"><c r=\"B3\"><v>1</v></c></row>", 2, 1, "The cell's address does not fit its row."),
      ("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"/></row>", 1, 3, "The cells of this row are out of order."),
      (
        "<row><c><f>1+1</f></c></row>", 1, 1,
        "The formula here has no stored result; open the file in a spreadsheet program and save it once more."
      ),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", 1, 1, "A sheet has at most 16384 columns."),
    ])
    func brokenCellsAreNamed(_ rows: String, _ line: Int, _ column: Int, _ sentence: String) throws {
      let error = try refusal(rows, strings: "<si><t>one</t></si>")
      #expect(error.place == Place(file: "t", line: line, column: column))
      #expect(error.message == sentence && error.code.category == .data)
    }

    @Test func rowsOutOfOrderOrBeyondTheLastAreRefused() throws {
      #expect(try refusal("<row r=\"3\"/><row r=\"2\"/>").message == "The row 2 stands after row 3.")
      #expect(try refusal("<row r=\"1048577\"/>").code == .tooLarge)
      #expect(try texts("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")[0].count == 16_384)
    }

    @Test func tenThousandColumnsAreRead() throws {
      let row = try texts("<row>" + (1...10_000).map { "<c><v>\($0)</v></c>" }.joined() + "</row>")[0]
      #expect(row.count == 10_000 && row.last == "10000")
    }

    @Test func otherFilesAreNamed() throws {
      #expect(
        try DataFilesTests.refusal(of: packed(["a.txt": "x"])).message.contains("zip archive, but no spreadsheet"))
      let binary = [
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": "<R><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>",
      ]
      #expect(try DataFilesTests.refusal(of: packed(binary)).message.contains(".xlsb"))
      let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      #expect(try DataFilesTests.refusal(of: ole).code == .unknownFormat)
      let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      let error = try DataFilesTests.refusal(of: ole + name + ole)
      #expect(error.code == .encrypted && error.message.contains("password"))
    }
  }
#endif
