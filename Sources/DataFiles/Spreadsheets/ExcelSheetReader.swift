internal import KnowledgeNetworks

/// Reads the cells of one sheet of an Excel file.
///
/// A cell of a merged range has its text in the first one. Rows without a stated cell are none; the others keep their
/// numbers.
struct ExcelSheetReader {
  private var xml: XMLScanner
  private let file: String
  private let strings: SharedStrings
  private let dates: ExcelDates
  private var builder: SheetBuilder
  /// The row that is being read, from 1.
  private var row = 0
  /// What stands in the cell's `v`.
  private var value: [UInt8] = []

  private enum Kind { case number, shared, inline, text, boolean, word }

  init(_ xml: XMLScanner, file: String, strings: SharedStrings, dates: ExcelDates) {
    (self.xml, self.file, self.strings, self.dates) = (xml, file, strings, dates)
    builder = SheetBuilder(file: file)
    builder.reserve(cells: xml.bytes.count / 64, bytes: xml.bytes.count / 8)
  }

  /// - Throws: `BuzzlineError` with row and column of what is broken.
  mutating func sheet(name: String) throws(BuzzlineError) -> Sheet {
    var isData = false
    while true {
      let event = try xml.next()
      if event == .finished { return builder.sheet(name: name) }
      guard event != .text else { continue }
      if xml.isNamed("sheetData") { isData = event == .start }
      guard isData else { continue }
      if event == .start, xml.isNamed("row") {
        let number = try xml.attributeCount("r") ?? row + 1
        guard number > row else {
          throw BuzzlineError(
            .malformed, at: Place(file: file, line: row), "The row \(number) stands after row \(row).")
        }
        guard number <= SpreadsheetLimits.rows else {
          throw BuzzlineError(.tooLarge, at: Place(file: file, line: number), "A sheet has at most 1048576 rows.")
        }
        row = number
      } else if event == .start, xml.isNamed("c") {
        try readCell()
      } else if event == .end, xml.isNamed("row") {
        builder.endRow(line: row)
      }
    }
  }

  private mutating func readCell() throws(BuzzlineError) {
    if let reference = xml.attribute("r") { try move(to: xml.bytes[reference]) }
    guard builder.column < SpreadsheetLimits.columns else {
      throw error("A sheet has at most 16384 columns.", .tooLarge)
    }
    let kind = try kind()
    let style = try xml.attributeCount("s") ?? 0
    let (hasFormula, isStated) = try readContent(kind)
    switch kind {
    case _ where !isStated && hasFormula:
      throw error(
        "The formula here has no stored result; open the file in a spreadsheet program and save it once more.")
    case _ where !isStated || kind == .number && value.isEmpty: return builder.skip()
    case .shared: try appendShared()
    case .text:
      let start = builder.bytes.count
      builder.bytes += value
      builder.bytes.unescapeControls(from: start)
    case .boolean: builder.bytes += (value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8
    case .word, .inline: builder.bytes += value
    case .number: try appendNumber(style)
    }
    try builder.endCell()
  }

  private mutating func kind() throws(BuzzlineError) -> Kind {
    guard let type = xml.attribute("t") else { return .number }
    return switch xml.bytes[type].first {
    case UInt8(ascii: "n"): .number
    case UInt8(ascii: "s"): type.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"), UInt8(ascii: "d"): .word
    default: throw error("Cells of this type are unknown.")
    }
  }

  /// Reads to the end of the cell: its value, or the text that it holds itself, which goes to the sheet's bytes at once.
  private mutating func readContent(_ kind: Kind) throws(BuzzlineError) -> (hasFormula: Bool, isStated: Bool) {
    value.removeAll(keepingCapacity: true)
    let outer = xml.depth
    var (isValue, hasFormula, isStated) = (false, false, false)
    while true {
      switch try xml.next() {
      case .start:
        isValue = xml.isNamed("v")
        if xml.isNamed("f") { hasFormula = true }
        if isValue { isStated = true }
        if kind == .inline, xml.isNamed("is") {
          isStated = true
          try xml.appendRuns(to: &builder.bytes)
        }
      case .end:
        isValue = false
        if xml.depth < outer { return (hasFormula, isStated) }
      case .text: if isValue { try xml.appendText(to: &value) }
      case .finished: throw xml.broken("a cell does not end")
      }
    }
  }

  private mutating func appendShared() throws(BuzzlineError) {
    guard let position = value[...].wholeNumber, let text = strings[position] else {
      throw error("This cell names a text that the file does not have.")
    }
    builder.bytes += text
  }

  private mutating func appendNumber(_ style: Int) throws(BuzzlineError) {
    if dates.formats.meaning(of: style) != .number,
      let number = Double(String(decoding: value, as: UTF8.self)),
      dates.append(number, style: style, to: &builder.bytes)
    {
      return
    }
    guard builder.bytes.append(numeral: value) else { throw error("This cell is said to hold a number and does not.") }
  }

  /// Passes over the cells that are left out before the one named, as `BC12` names one.
  private mutating func move(to reference: ArraySlice<UInt8>) throws(BuzzlineError) {
    var column = 0
    let letters = reference.prefix { 65...90 ~= $0 }
    for letter in letters.prefix(4) { column = column * 26 + Int(letter - 64) }
    guard 1...4 ~= letters.count, reference[letters.endIndex...].wholeNumber == row, row > 0 else {
      throw error("The cell's address does not fit its row.")
    }
    guard column <= SpreadsheetLimits.columns else { throw error("A sheet has at most 16384 columns.", .tooLarge) }
    guard column > builder.column else { throw error("The cells of this row are out of order.") }
    builder.skip(column - 1 - builder.column)
  }

  private func error(_ sentence: String, _ code: BuzzlineError.Code = .malformed) -> BuzzlineError {
    BuzzlineError(code, at: Place(file: file, line: row, column: builder.column + 1), sentence)
  }
}
