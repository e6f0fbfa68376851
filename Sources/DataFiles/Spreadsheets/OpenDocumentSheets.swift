#if Spreadsheets
  internal import KnowledgeNetworks

  /// The sheets of an OpenDocument file (`.ods`): ISO/IEC 26300.
  struct OpenDocumentSheets {
    private let file: String
    private let content: XMLScanner
    private(set) var sheets: [SpreadsheetFile.Entry] = []

    /// - Throws: `BuzzlineError` if the file has a password, or is broken.
    init(_ archive: ZipArchive, file: String) throws(BuzzlineError) {
      self.file = file
      if let manifest = try archive.part("META-INF/manifest.xml") {
        var xml = try XMLScanner(manifest, part: "META-INF/manifest.xml", file: file)
        while true {
          let event = try xml.next()
          if event == .finished { break }
          if event == .start, xml.isNamed("encryption-data") { throw ZipArchive.encrypted(file) }
        }
      }
      guard let bytes = try archive.part("content.xml") else {
        throw BuzzlineError(.malformed, at: Place(file: file), "The cells are missing in the file.")
      }
      content = try XMLScanner(bytes, part: "content.xml", file: file)
      try readNames()
    }

    private mutating func readNames() throws(BuzzlineError) {
      var xml = content
      var (style, hidden, depth) = ("", Set<String>(), 0)
      while true {
        let event = try xml.next()
        if event == .finished { break }
        if event == .end, xml.isNamed("table") { depth -= 1 }
        guard event == .start else { continue }
        if xml.isNamed("style") { style = try xml.attributeText("style:name") ?? "" }
        if xml.isNamed("table-properties"), try xml.attributeText("table:display") == "false" { hidden.insert(style) }
        guard xml.isNamed("table") else { continue }
        if depth == 0 {
          let name = try xml.attributeText("table:name") ?? ""
          let look = try xml.attributeText("table:style-name") ?? ""
          sheets.append(.init(name: name, isHidden: hidden.contains(look)))
        }
        depth += 1
      }
      guard !sheets.isEmpty else {
        throw BuzzlineError(.empty, at: Place(file: file), "The file has no sheet of cells.")
      }
    }

    /// The cells of a sheet, the first one that is not hidden if none is named.
    mutating func sheet(_ name: String?) throws(BuzzlineError) -> Sheet {
      let position = try SpreadsheetFile.position(of: name, in: sheets, file: file)
      var xml = content
      var (depth, seen) = (0, -1)
      while true {
        let event = try xml.next()
        if event == .finished { throw xml.broken("a sheet is missing") }
        guard event != .text, xml.isNamed("table") else { continue }
        if event == .start, depth == 0 { seen += 1 }
        depth += event == .start ? 1 : -1
        guard event == .start, depth == 1, seen == position else { continue }
        var reader = OpenDocumentReader(xml, file: file)
        return try reader.sheet(name: sheets[position].name)
      }
    }
  }

  /// Reads the cells of one sheet of an OpenDocument file.
  private struct OpenDocumentReader {
    private var xml: XMLScanner
    private let file: String
    private var builder: SheetBuilder
    /// The row that is being read, from 1.
    private var row = 1

    /// - Parameter xml: The content at the start of the sheet.
    init(_ xml: XMLScanner, file: String) {
      (self.xml, self.file) = (xml, file)
      builder = SheetBuilder(file: file)
    }

    mutating func sheet(name: String) throws(BuzzlineError) -> Sheet {
      let outer = xml.depth
      while true {
        let event = try xml.next()
        if event == .end, xml.depth < outer { return builder.sheet(name: name) }
        if event == .start, xml.isNamed("table-row") { try readRow() }
        if event == .finished { throw xml.broken("a sheet does not end") }
      }
    }

    private mutating func readRow() throws(BuzzlineError) {
      let times = max(1, try xml.attributeCount("table:number-rows-repeated") ?? 1)
      let outer = xml.depth
      while true {
        let event = try xml.next()
        if event == .end, xml.depth < outer { break }
        if event == .finished { throw xml.broken("a row does not end") }
        if event == .start, xml.isNamed("table-cell") || xml.isNamed("covered-table-cell") { try readCell() }
      }
      let hasRow = builder.endRow(line: row)
      // Programs repeat the last, empty row to the end of the sheet and beyond.
      if hasRow {
        guard row + times - 1 <= SpreadsheetLimits.rows else {
          throw error("A sheet has at most 1048576 rows.", .tooLarge)
        }
        try builder.repeatRow(times - 1)
      }
      row += times
      if row > 1 << 40 { throw error("A sheet has at most 1048576 rows.", .tooLarge) }
    }

    private mutating func readCell() throws(BuzzlineError) {
      let times = max(1, try xml.attributeCount("table:number-columns-repeated") ?? 1)
      let isCovered = xml.isNamed("covered-table-cell")
      let start = builder.bytes.count
      let (type, isStated) = try appendValue()
      let hasText = try readContent(takesText: !isStated && !isCovered && type != "void")
      guard isStated || hasText, !isCovered else {
        builder.bytes.removeSubrange(start...)
        // An empty cell repeated to the end of the row and beyond.
        return builder.skip(min(times, 2 * SpreadsheetLimits.columns))
      }
      guard builder.column + times <= SpreadsheetLimits.columns else {
        throw error("A sheet has at most 16384 columns.", .tooLarge)
      }
      try builder.endCell()
      try builder.repeatCell(times - 1)
    }

    /// Appends the value that the cell's attributes state.
    private mutating func appendValue() throws(BuzzlineError) -> (type: String, isStated: Bool) {
      let type = try xml.attributeText("office:value-type") ?? ""
      switch type {
      case "float", "percentage", "currency":
        guard let value = xml.attribute("office:value"), builder.bytes.append(numeral: Array(xml.bytes[value])) else {
          throw error("This cell is said to hold a number and does not.")
        }
      case "date": builder.bytes += (try xml.attributeText("office:date-value") ?? "").utf8
      case "time":
        let text = try xml.attributeText("office:time-value") ?? ""
        if let span = Self.milliseconds(text) {
          builder.bytes.append(milliseconds: span)
        } else {
          builder.bytes += text.utf8
        }
      case "boolean":
        builder.bytes += (try xml.attributeText("office:boolean-value") == "true" ? "TRUE" : "FALSE").utf8
      case "string":
        guard let text = try xml.attributeText("office:string-value") else { return (type, false) }
        builder.bytes += text.utf8
      default: return (type, false)
      }
      return (type, true)
    }

    /// Reads to the end of the cell; its paragraphs are lines of its text, and notes are none.
    ///
    /// - Returns: Whether there was a paragraph that was taken.
    private mutating func readContent(takesText: Bool) throws(BuzzlineError) -> Bool {
      let outer = xml.depth
      var (paragraphs, notes, inParagraph) = (0, 0, 0)
      while true {
        switch try xml.next() {
        case .start:
          if xml.isNamed("annotation") || xml.isNamed("table") || xml.isNamed("shapes") { notes += 1 }
          guard takesText, notes == 0 else { continue }
          if xml.isNamed("p") {
            if paragraphs > 0 { builder.bytes.append(lineFeed) }
            (paragraphs, inParagraph) = (paragraphs + 1, inParagraph + 1)
          } else if inParagraph > 0 {
            try appendBlank()
          }
        case .end:
          if xml.isNamed("annotation") || xml.isNamed("table") || xml.isNamed("shapes") { notes -= 1 }
          if takesText, notes == 0, xml.isNamed("p") { inParagraph -= 1 }
          if xml.depth < outer { return paragraphs > 0 }
        case .text: if takesText, notes == 0, inParagraph > 0 { try xml.appendText(to: &builder.bytes) }
        case .finished: throw xml.broken("a cell does not end")
        }
      }
    }

    /// Several blanks, a tabulator or the end of a line, which OpenDocument writes as elements.
    private mutating func appendBlank() throws(BuzzlineError) {
      if xml.isNamed("s") {
        let count = min(try xml.attributeCount("text:c") ?? 1, 1000)
        builder.bytes.append(contentsOf: repeatElement(space, count: count))
      } else if xml.isNamed("tab") {
        builder.bytes.append(tabulator)
      } else if xml.isNamed("line-break") {
        builder.bytes.append(lineFeed)
      }
    }

    /// A span such as `PT08H30M00S`, `nil` if it is none.
    private static func milliseconds(_ text: String) -> Int? {
      let isNegative = text.hasPrefix("-")
      guard text.dropFirst(isNegative ? 1 : 0).hasPrefix("PT") else { return nil }
      var (sum, number) = (0.0, "")
      for character in text.dropFirst(isNegative ? 3 : 2) {
        guard let unit = ["H": 3_600_000.0, "M": 60_000, "S": 1000][character] else {
          number.append(character)
          continue
        }
        guard let value = Double(number), value.isFinite else { return nil }
        (sum, number) = (sum + value * unit, "")
      }
      return number.isEmpty && sum < 1e15 ? Int(sum.rounded()) * (isNegative ? -1 : 1) : nil
    }

    private func error(_ sentence: String, _ code: BuzzlineError.Code = .malformed) -> BuzzlineError {
      BuzzlineError(code, at: Place(file: file, line: row, column: builder.column + 1), sentence)
    }
  }
#endif
