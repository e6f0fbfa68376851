#if Spreadsheets
  import DataFiles
  import Foundation
  import KnowledgeNetworks
  import TestNetworks
  import Testing

  /// Spreadsheets that are damaged, or made to harm their readers.
  @Suite struct HostileSpreadsheetTests {
    @Test(arguments: ["answers.xlsx", "answers.ods"]) func whatIsCutOffIsRefused(_ name: String) throws {
      let bytes = Array(try Data(contentsOf: ReferenceFiles.drawer.appending(path: "tables/\(name)")))
      for twentieth in 1...19 {
        let error = try refusal(of: Array(bytes[..<(bytes.count * twentieth / 20)]))
        #expect(error.code == .malformed && error.place.file == "t")
      }
    }

    @Test func zipBombsAreRefusedBeforeTheyAreUnpacked() throws {
      var parts = excelParts("")
      parts["xl/worksheets/sheet1.xml"] = String(repeating: " ", count: 40_000_000)
      let bytes = try packed(parts)
      #expect(bytes.count < 200_000)
      let error = try refusal(of: bytes)
      #expect(error.code == .tooLarge && error.message.contains("unpacks to 40000000 bytes"))
    }

    @Test func aPartThatUnpacksToMoreThanItDeclaresIsRefused() throws {
      var bytes = try packed(excelParts("<row><c><v>1</v></c></row>"))
      // The size in the list at the end, behind the name's own length and two sizes before it.
      let name = Array("xl/worksheets/sheet1.xml".utf8)
      let last = try #require(bytes.indices.last { bytes[$0...].starts(with: name) })
      bytes[last - 22] -= 1
      #expect(try refusal(of: bytes).code == .malformed)
    }

    @Test(arguments: [
      "<!DOCTYPE worksheet [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]><worksheet/>",
      "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>",
      "<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row><c t=\"str\"><v>&#0;</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row><c></row></c></sheetData></worksheet>",
      "<worksheet><sheetData>", "<worksheet", "<worksheet a=b/>", "<worksheet/><worksheet/>", "x<worksheet/>", "",
      "<worksheet><!-- ", "<worksheet><![CDATA[ ", "<a>\u{0}</a>",
    ])
    func whatIsNoPlainXMLIsRefused(_ xml: String) throws {
      var parts = excelParts("")
      parts["xl/worksheets/sheet1.xml"] = xml
      #expect([.malformed, .encoding].contains(try refusal(of: packed(parts)).code))
    }

    @Test func whereATypeIsDeclaredIsSaid() throws {
      var parts = excelParts("")
      parts["xl/worksheets/sheet1.xml"] = "<?xml version=\"1.0\"?>\n <!DOCTYPE worksheet><worksheet/>"
      #expect(
        try refusal(of: packed(parts)).message
          == "In its line 2, column 2, the part 'xl/worksheets/sheet1.xml' of the file declares a document type or entities, "
          + "which are not read; take the declaration out.")
    }

    @Test func deepElementsAreRefused() throws {
      let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
      #expect(try refusal(of: packed(excelParts(deep))).message.contains("too deep"))
    }

    /// Bytes that mean something to a reader of XML, put anywhere in a part or in the archive.
    @Test func damagedFilesAreReadOrRefused() throws {
      let cell =
        "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"3\"/>"
      let whole = [
        excelParts(
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>45000.5</v></c></row><row r=\"9\"><c "
            + "t=\"inlineStr\"><is><t>a &amp; b</t></is></c><c t=\"b\"><v>1</v></c></row>",
          strings: "<si><t>ä_x000D_</t></si>", styles: "<cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs>"),
        openDocumentParts(
          "<table:table table:name=\"t\"><table:table-row table:number-rows-repeated=\"2\">\(cell)</table:table-row></table:table>"
        ),
      ]
      var (read, refused) = (0, 0)
      for seed in searchSeeds(200) {
        var generator = SeededGenerator(seed: seed)
        var parts = whole[generator.below(2)]
        if generator.below(4) > 0, let name = parts.keys.sorted().randomElement(using: &generator) {
          parts[name] = String(
            decoding: damaged(Array((parts[name] ?? "").utf8), "<>/&;\"='!x90r- \u{0}".utf8, &generator), as: UTF8.self)
        }
        var bytes = try packed(parts)
        if generator.below(3) == 0 { bytes = damaged(bytes, "PK\u{0}\u{1}\u{7F}\u{8}".utf8, &generator) }
        do throws(BuzzlineError) {
          let sheet = try Sheet(bytes: bytes, file: "t")
          read += sheet.texts.allSatisfy { $0.count <= sheet.width } ? 1 : 0
        } catch {
          #expect(error.place.file == "t" && !error.message.contains("\n"), "seed \(seed)")
          refused += 1
        }
      }
      #expect(read > 20 && refused > 20, "\(read) read, \(refused) refused")
    }
  }
#endif
