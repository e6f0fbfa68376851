#if Spreadsheets
  import DataFiles
  import KnowledgeNetworks
  import Testing

  @Suite struct OpenDocumentReadingTests {
    private func table(_ rows: String, name: String = "Daten", style: String = "") -> String {
      "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\">\(rows)</table:table>"
    }

    private func texts(_ rows: String) throws -> [[String?]] {
      try Sheet(bytes: packed(openDocumentParts(table(rows))), file: "t.ods").texts
    }

    private func cell(_ text: String, _ attributes: String = "office:value-type=\"string\"") -> String {
      "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }

    @Test func cellsOfOdfpyAreReadAsTheyStand() throws {
      let sheet = try Sheet(reference: "answers.ods")
      #expect(sheet.name == "Daten" && sheet.texts == [["a", "ü<&>\""], ["1", "2.5"]])
    }

    @Test func valuesAreTakenRatherThanHowTheyLook() throws {
      let row =
        cell("1,50 €", "office:value-type=\"currency\" office:value=\"1.50\" calcext:value-type=\"x\"")
        + cell("31.01.24", "office:value-type=\"date\" office:date-value=\"2024-01-31\"")
        + cell("8 Uhr", "office:value-type=\"time\" office:time-value=\"PT08H30M00.25S\"")
        + cell("WAHR", "office:value-type=\"boolean\" office:boolean-value=\"true\"")
        + cell("#N/A", "office:value-type=\"string\" calcext:value-type=\"error\"")
      #expect(
        try texts("<table:table-row>\(row)</table:table-row>") == [
          ["1.5", "2024-01-31", "08:30:00.25", "TRUE", "#N/A"]
        ])
    }

    @Test func paragraphsAreLinesAndNotesAreNone() throws {
      let row = """
        <table:table-row><table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s \
        text:c="2"/>b<text:span>c</text:span></text:p><text:p>d<text:line-break/>e</text:p></table:table-cell></table:table-row>
        """
      #expect(try texts(row) == [["a  bc\nd\ne"]])
    }

    @Test func repeatedCellsAndRowsAreRepeated() throws {
      let rows = """
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>\
        \(cell("x", "table:number-columns-repeated=\"2\""))<table:covered-table-cell/>\(cell("y"))\
        <table:table-cell table:number-columns-repeated="16379"/></table:table-row>\
        <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>\
        <table:table-row>\(cell("z"))</table:table-row><table:table-row table:number-rows-repeated="1048570"/>
        """
      let sheet = try Sheet(bytes: packed(openDocumentParts(table(rows))), file: "t.ods")
      #expect(sheet.texts == [[nil, nil, "x", "x", nil, "y"], [nil, nil, "x", "x", nil, "y"], ["z"]])
      #expect((0..<3).map { sheet.place($0).line } == [1, 2, 6])
    }

    @Test func sheetsAreFoundByNameAndHiddenOnesComeLast() throws {
      let style = "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
      let bytes = try packed(
        openDocumentParts(
          style + table("<table:table-row>\(cell("1"))</table:table-row>", name: "eins", style: "ta2")
            + table("<table:table-row>\(cell("2"))</table:table-row>", name: "zwei")))
      #expect(try Sheet(bytes: bytes, file: "t").texts == [["2"]])
      #expect(try Sheet(bytes: bytes, file: "t", sheet: "eins").texts == [["1"]])
      #expect(try refusal(of: bytes, sheet: "x").message.contains("'eins' (hidden), 'zwei'"))
    }

    @Test func whatNoSheetHoldsIsRefused() throws {
      for rows in [
        "<table:table-row>\(cell("x", "table:number-columns-repeated=\"16385\""))</table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1048577\">\(cell("x"))</table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1048576\">\(cell("x", "table:number-columns-repeated=\"16384\""))</table:table-row>",
      ] {
        #expect(try refusal(of: packed(openDocumentParts(table(rows)))).code == .tooLarge)
      }
      let number =
        "<table:table-row>" + cell("x", "office:value-type=\"float\" office:value=\"x\"") + "</table:table-row>"
      #expect(try refusal(of: packed(openDocumentParts(table(number)))).place == Place(file: "t", line: 1, column: 1))
    }

    @Test func aPasswordIsNamed() throws {
      let parts = openDocumentParts(
        table(""), manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
      #expect(try refusal(of: packed(parts)).code == .encrypted)
    }
  }
#endif
