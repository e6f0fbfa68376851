#if Spreadsheets
  internal import KnowledgeNetworks

  /// The parts of an Excel file (`.xlsx`) and how they belong together: ECMA-376, Office Open XML.
  struct ExcelWorkbook {
    private let archive: ZipArchive
    private let file: String
    /// The name of the part that lists the sheets.
    private let main: String
    private let parts: [String: Relationship]
    private(set) var sheets: [SpreadsheetFile.Entry] = []
    private var sheetParts: [String] = []
    /// Whether days are counted from 1904, as old Macintosh programs did.
    private var countsFrom1904 = false

    /// - Throws: `BuzzlineError` if a part is missing or broken.
    init(_ archive: ZipArchive, file: String) throws(BuzzlineError) {
      (self.archive, self.file) = (archive, file)
      let roots = try Relationship.read("_rels/.rels", of: archive, file: file, folder: "")
      main = roots.values.first { $0.isKind("officeDocument") }?.target ?? "xl/workbook.xml"
      guard !main.hasSuffix(".bin") else {
        throw BuzzlineError(
          .unknownFormat, at: Place(file: file),
          "This is a binary Excel file (.xlsb); save it as .xlsx to have it read.")
      }
      let (folder, name) = Relationship.split(main)
      parts = try Relationship.read("\(folder)_rels/\(name).rels", of: archive, file: file, folder: folder)
      try readSheets()
      guard !sheets.isEmpty else {
        throw BuzzlineError(.empty, at: Place(file: file), "The file has no sheet of cells.")
      }
    }

    private mutating func readSheets() throws(BuzzlineError) {
      guard let bytes = try archive.part(main) else {
        throw BuzzlineError(.malformed, at: Place(file: file), "This is no Excel file: its list of sheets is missing.")
      }
      var xml = try XMLScanner(bytes, part: main, file: file)
      while true {
        let event = try xml.next()
        if event == .finished { return }
        guard event == .start else { continue }
        if xml.isNamed("workbookPr"), let flag = try xml.attributeText("date1904") {
          countsFrom1904 = flag == "1" || flag == "true"
        } else if xml.isNamed("sheet"), let name = try xml.attributeText("name"), let id = try xml.attributeText("id"),
          let part = parts[id], part.isKind("worksheet")
        {
          sheets.append(.init(name: name, isHidden: try (xml.attributeText("state") ?? "visible") != "visible"))
          sheetParts.append(part.target)
        }
      }
    }

    /// The cells of a sheet.
    ///
    /// - Throws: `BuzzlineError` with row and column of what is broken.
    func sheet(_ position: Int) throws(BuzzlineError) -> Sheet {
      let name = sheetParts[position]
      guard let bytes = try archive.part(name) else {
        throw BuzzlineError(
          .malformed, at: Place(file: file),
          "The cells of the sheet '\(sheets[position].name)' are missing in the file.")
      }
      let strings = try part("sharedStrings").map { bytes throws(BuzzlineError) in
        try SharedStrings(bytes, file: file)
      }
      let formats = try part("styles").map { bytes throws(BuzzlineError) in try CellFormats(bytes, file: file) }
      var reader = try ExcelSheetReader(
        XMLScanner(bytes, part: name, file: file), file: file, strings: strings ?? SharedStrings(),
        dates: ExcelDates(formats: formats ?? CellFormats(), countsFrom1904: countsFrom1904))
      return try reader.sheet(name: sheets[position].name)
    }

    private func part(_ kind: String) throws(BuzzlineError) -> [UInt8]? {
      guard let target = parts.values.first(where: { $0.isKind(kind) })?.target else { return nil }
      return try archive.part(target)
    }
  }

  /// Where a part of an Office file refers to another.
  private struct Relationship {
    let type: String
    let target: String

    /// The type without the address before it, which differs between the two editions of the standard.
    func isKind(_ kind: String) -> Bool { type.hasSuffix("/" + kind) }

    /// The relationships of a part by their identifiers; none where there is no list.
    static func read(
      _ name: String, of archive: ZipArchive, file: String, folder: String
    ) throws(BuzzlineError) -> [String: Relationship] {
      guard let bytes = try archive.part(name) else { return [:] }
      var found: [String: Relationship] = [:]
      var xml = try XMLScanner(bytes, part: name, file: file)
      while true {
        let event = try xml.next()
        if event == .finished { return found }
        guard event == .start, xml.isNamed("Relationship"), let id = try xml.attributeText("Id"),
          let type = try xml.attributeText("Type"), let target = try xml.attributeText("Target")
        else { continue }
        found[id] = Relationship(type: type, target: resolved(target, in: folder))
      }
    }

    private static func resolved(_ target: String, in folder: String) -> String {
      if target.hasPrefix("/") { return String(target.dropFirst()) }
      var steps: [Substring] = []
      for step in (folder + target).split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
      }
      return steps.joined(separator: "/")
    }

    /// The folder of a part, with its slash, and the name in it.
    static func split(_ part: String) -> (folder: String, name: String) {
      guard let slash = part.lastIndex(of: "/") else { return ("", part) }
      return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }
  }
#endif
