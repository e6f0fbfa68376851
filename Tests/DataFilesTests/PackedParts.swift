#if Spreadsheets
  import CZip
  import Foundation
  import TestNetworks
  import Testing

  /// A zip archive of parts, as a hostile or an odd program might have made it.
  func packed(_ parts: [String: String]) throws -> [UInt8] {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "t.zip").path
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil))
    for name in parts.keys.sorted() {
      let text = Array((parts[name] ?? "").utf8)
      // Freed by libzip, which packs the parts when the archive is closed.
      let copy = text.isEmpty ? nil : malloc(text.count)
      copy?.copyMemory(from: text, byteCount: text.count)
      let source = try #require(zip_source_buffer(archive, copy, UInt64(text.count), 1))
      let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
      try #require(index >= 0)
      zip_file_set_mtime(archive, UInt64(index), 946_684_800, 0)
    }
    try #require(zip_close(archive) == 0)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// The parts of an Excel file with one sheet.
  func excelParts(
    _ rows: String, strings: String = "", styles: String = "", workbook: String = "<workbookPr/>"
  ) -> [String: String] {
    let kinds = ["worksheet", "sharedStrings", "styles"].map { "http://schemas.openxmlformats.org/r/\($0)" }
    return [
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "</Relationships>",
      "xl/workbook.xml": "<workbook xmlns:r=\"r\">\(workbook)<sheets><sheet name=\"Daten\" sheetId=\"1\" r:id=\"r0\"/>"
        + "</sheets></workbook>",
      "xl/_rels/workbook.xml.rels": "<Relationships>"
        + zip(kinds, ["worksheets/sheet1.xml", "/xl/sharedStrings.xml", "styles.xml"]).enumerated().map {
          "<Relationship Id=\"r\($0)\" Type=\"\($1.0)\" Target=\"\($1.1)\"/>"
        }.joined() + "</Relationships>",
      "xl/worksheets/sheet1.xml": "<?xml version=\"1.0\"?><worksheet><sheetData>\(rows)</sheetData></worksheet>",
      "xl/sharedStrings.xml": "<sst>\(strings)</sst>",
      "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>",
    ]
  }

  /// The parts of an OpenDocument file with such tables.
  func openDocumentParts(_ tables: String, manifest: String = "") -> [String: String] {
    [
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "META-INF/manifest.xml": "<manifest:manifest>\(manifest)</manifest:manifest>",
      "content.xml": "<office:document-content><office:body><office:spreadsheet>\(tables)"
        + "</office:spreadsheet></office:body></office:document-content>",
    ]
  }
#endif
