package import KnowledgeNetworks

/// A table read from delimited text: headings, then rows of cells in three states.
///
/// Cells are ranges of the file's bytes; text is made when it is asked for.
package struct CSVTable: Sendable {
  /// The file's name for messages.
  package let file: String
  /// The headings, without blanks around them.
  package let headings: [String]
  /// The number of rows below the headings.
  package var rowCount: Int { cells.count / max(1, headings.count) }

  private let bytes: [UInt8]
  private let cells: [CSVCell]
  /// The line each row begins in.
  private let lines: [Int]

  /// Reads a table from bytes in any of the known encodings.
  ///
  /// - Throws: ``SurveyError`` with line and column: no text, an unclosed quote, a ragged row, a repeated heading.
  /// - Complexity: O(size) time and space.
  package init(
    _ raw: [UInt8], file: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil
  ) throws(SurveyError) {
    let bytes = try TextDecoder(file: file).utf8(raw, encoding: encoding)
    var tokenizer = CSVTokenizer(bytes, file: file, delimiter: delimiter)
    guard let first = try tokenizer.nextRow() else {
      throw SurveyError(.empty, at: Place(file: file), "The file is empty.")
    }
    let headings = first.map { $0.text(in: bytes).trimmed }
    for (column, heading) in headings.enumerated() where headings[..<column].contains(heading) {
      throw SurveyError(
        .malformed, at: tokenizer.place(of: first[column]), "The heading '\(heading)' stands here a second time.")
    }
    var cells: [CSVCell] = []
    while let row = try tokenizer.nextRow() {
      guard row.count == headings.count else {
        throw SurveyError(
          .malformed, at: tokenizer.place(of: row[0]),
          "This row has \(row.count) \(row.count == 1 ? "cell" : "cells"), the heading has \(headings.count).")
      }
      cells += row
    }
    self.file = file
    self.headings = headings
    self.bytes = bytes
    self.cells = cells
    lines = Self.lines(of: stride(from: 0, to: cells.count, by: headings.count).map { cells[$0].offset }, in: bytes)
  }

  /// The column of a heading.
  package func column(_ heading: String) -> Int? { headings.firstIndex(of: heading) }

  /// The text of a cell, blanks around it taken off; `nil` where it holds nothing.
  package func text(_ row: Int, _ column: Int) -> String? {
    let cell = cells[row * headings.count + column]
    let text = cell.text(in: bytes).trimmed.composed
    return text.isEmpty ? nil : text
  }

  /// Whether a cell is bare of quotes, as programs write what is missing.
  package func isBare(_ row: Int, _ column: Int) -> Bool { !cells[row * headings.count + column].isQuoted }

  /// Where a cell stands in the file.
  package func place(_ row: Int, _ column: Int = 0) -> Place {
    let start = cells[row * headings.count].offset
    let position = LinePosition(
      of: cells[row * headings.count + column].offset, in: bytes, from: (start, lines[row]))
    return Place(file: file, line: position.line, column: position.column)
  }

  /// The lines in which ascending offsets lie, in one pass.
  private static func lines(of offsets: [Int], in bytes: [UInt8]) -> [Int] {
    var (line, position) = (1, 0)
    return offsets.map { offset in
      while position < offset {
        if LinePosition.endsLine(position, in: bytes) { line += 1 }
        position += 1
      }
      return line
    }
  }
}

extension String {
  /// Without blanks at either end; text without any is not copied.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
      return self
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, isBlank(first) || isBlank(last) else {
      return self
    }
    let start = unicodeScalars.firstIndex { !isBlank($0) } ?? endIndex
    guard let end = unicodeScalars[start...].lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(unicodeScalars[start...end])
  }
}
