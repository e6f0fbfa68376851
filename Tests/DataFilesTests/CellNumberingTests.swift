import KnowledgeNetworks
import Testing

@testable import DataFiles

@Suite struct CellNumberingTests {
  /// A text of cells, and what each of them is.
  private struct Written {
    var text = ""
    /// As it stands in the file, its text, and where it begins.
    var rows: [[(spelling: String, text: String, offset: Int)]] = []
  }

  private static let cells: [(spelling: String, text: String)] = [
    ("", ""), ("\"\"", ""), ("  ", ""), ("a", "a"), ("\"a\"", "a"), (" a ", "a"), ("'=a", "=a"), ("\"a\"\"b\"", "a\"b"),
    ("a\"\"b", "a\"\"b"), ("ü", "ü"), ("u\u{308}", "ü"), ("\"ü\nü\"", "ü\nü"), ("\"a;b\r\nc\"", "a;b\r\nc"),
    ("abcdefgh", "abcdefgh"), ("abcdefghi", "abcdefghi"), ("abcdefghj", "abcdefghj"), ("\"abcdefghi\"", "abcdefghi"),
  ]

  /// Rows of differing widths, each with a word at its start that makes it no blank line.
  private func written(_ count: Int, seed: UInt64) -> Written {
    var generator = SeededGenerator(seed: seed)
    var written = Written()
    for row in 0..<count {
      var cells: [(String, String, Int)] = []
      for column in 0...(1 + generator.below(5)) {
        if column > 0 { written.text += ";" }
        let cell = column == 0 ? ("x\(generator.below(9))", "") : Self.cells[generator.below(Self.cells.count)]
        cells.append((cell.0, column == 0 ? cell.0 : cell.1, written.text.utf8.count))
        written.text += cell.0
      }
      written.rows.append(cells)
      if row < count - 1 { written.text += generator.below(2) == 0 ? "\n" : "\r\n" }
    }
    return written
  }

  @Test(arguments: 1...8) func numbersTellCellsOfAColumnApart(_ seed: UInt64) throws {
    let written = written(60, seed: seed)
    let sheet = try Sheet(text: Array(written.text.utf8), file: "t", delimiter: .semicolon)
    try #require(sheet.rowCount == written.rows.count)
    // By bytes: equal texts may be spelt with other bytes.
    var spellings: [[UInt32: [UInt8]]] = Array(repeating: [:], count: sheet.width)
    var numbers: [[[UInt8]: UInt32]] = Array(repeating: [:], count: sheet.width)
    for (row, cells) in written.rows.enumerated() {
      #expect(sheet.width(of: row) == cells.count && sheet.number(row, cells.count) == 0)
      for (column, cell) in cells.enumerated() {
        let (number, spelling) = (sheet.number(row, column), Array(cell.spelling.utf8))
        #expect(spellings[column].updateValue(spelling, forKey: number) ?? spelling == spelling)
        #expect(numbers[column].updateValue(number, forKey: spelling) ?? number == number)
        #expect((number == 0) == cell.spelling.isEmpty && sheet.isUnstated(row, column) == cell.spelling.isEmpty)
        #expect(sheet.isQuoted(row, column) == (cell.spelling.first == "\""))
        #expect(sheet.text(row, column) == cell.text)
      }
    }
  }

  @Test(arguments: 1...8) func placesAreCountedFromTheStartOfTheText(_ seed: UInt64) throws {
    let written = written(30, seed: seed)
    let bytes = Array(written.text.utf8)
    let sheet = try Sheet(text: bytes, file: "t", delimiter: .semicolon)
    for (row, cells) in written.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        #expect(sheet.place(row, column) == Place(of: cell.offset, in: bytes, file: "t"))
      }
    }
  }

  /// Columns in which nearly every cell is different are left alone, and keep their texts.
  @Test func variedColumnsKeepTheirTexts() throws {
    var builder = SheetBuilder(file: "t")
    for row in 0..<6_000 {
      for text in ["\(row)", "\(row % 5_000 % 4_999)", "\(row % 7)"] {
        builder.bytes += text.utf8
        try builder.endCell()
      }
      builder.endRow(line: row + 1)
    }
    try builder.repeatRow(2)
    let sheet = builder.sheet(name: nil)
    #expect(sheet.rowCount == 6_002 && sheet.place(6_001).line == 6_002)
    for row in 0..<6_002 {
      let number = min(row, 5_999)
      #expect(sheet.text(row, 0) == "\(number)" && sheet.text(row, 1) == "\(number % 5_000 % 4_999)")
      #expect(sheet.number(row, 2) == UInt32(number % 7 + 1))
    }
  }

  @Test func cellsThatEndWithNULAreNotThoseWithoutIt() {
    let sheet = Sheet(file: "t", rows: [["a"], ["a\0"], ["a"], ["a\0\0"]])
    #expect(sheet.texts == [["a"], ["a\0"], ["a"], ["a\0\0"]] && sheet.number(0, 0) == sheet.number(2, 0))
  }

  @Test func textsOfAPoolHaveOneNumber() {
    let pool = TextPool()
    let texts = ["b", "", "a", "b", "ü", "a"]
    #expect(texts.map(pool.number) == [1, 0, 2, 1, 3, 2] && texts.allSatisfy { pool[pool.number(of: $0)] == $0 })
    let table = CSVTable(
      made: ["x", "y"], numbers: texts.map(pool.number), of: pool, cells: (0..<3).map { Sheet.Position($0) },
      of: Sheet(file: "t", rows: [["1"], ["2"], ["3"]]))
    #expect((0..<3).map { [table.text($0, 0), table.text($0, 1)] } == [["b", nil], ["a", "b"], ["ü", "a"]])
    #expect(table.place(2, 1) == Place(file: "t", line: 3, column: 1))
  }
}
