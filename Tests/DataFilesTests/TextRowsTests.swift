import KnowledgeNetworks
import Testing

@testable import DataFiles

/// Reading in chunks, beside reading all rows in one.
@Suite struct TextRowsTests {
  private static let cells = [
    "", "a", "b", "\"a\"", "\"\"", "'=a", "\"a\nb\"", "\"\n\n\"", "\"a;b\r\n\"", "a\"b", "ü", "abcdefgh", "abcdefghi",
    "\"x\"\"\ny\"", "  ", " \"c\nd\"",
  ]

  private func text(rows count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<count {
      let row = (0...generator.below(4)).map { _ in Self.cells[generator.below(Self.cells.count)] }
      text += row.joined(separator: ";") + ["\n", "\r\n", "\n\n", "\n"][generator.below(4)]
    }
    return Array(text.utf8)
  }

  /// Everything that is known of every cell, or what the error says.
  private func read(_ bytes: [UInt8], chunkSize: Int, threads: Int) throws -> [String] {
    let tokenizer = CSVTokenizer(bytes, file: "t", delimiter: .semicolon)
    let rows: TextRows
    do throws(BuzzlineError) {
      rows = try TextRows(of: bytes, tokenizer, chunkSize: chunkSize, workers: Workers(threads: threads))
    } catch {
      return ["\(error.code) \(error.place) \(error.message)"]
    }
    let sheet = Sheet(file: "t", cells: rows.cells, from: .text(rows.places))
    return (0..<sheet.rowCount).flatMap { row in
      (0..<sheet.width(of: row)).map { column in
        "\(sheet.number(row, column)) \(sheet.text(row, column)) \(sheet.isQuoted(row, column)) "
          + "\(sheet.place(row, column))"
      }
    }
  }

  @Test(arguments: 1...12) func chunksAndThreadsAreWithoutEffect(_ seed: UInt64) throws {
    let bytes = text(rows: 40, seed: seed)
    let whole = try read(bytes, chunkSize: bytes.count, threads: 1)
    #expect(whole.count > 40)
    for (size, threads) in [(1, 1), (1, 4), (7, 2), (50, 3)] {
      #expect(try read(bytes, chunkSize: size, threads: threads) == whole)
    }
  }

  @Test(arguments: 1...12) func placesAreThoseCountedFromTheBeginning(_ seed: UInt64) throws {
    let bytes = text(rows: 60, seed: seed)
    var tokenizer = CSVTokenizer(bytes, file: "t", delimiter: .semicolon)
    let rows = try TextRows(of: bytes, tokenizer, chunkSize: 30, workers: .all)
    var (row, cells, finder) = (0, [CSVCell](), CellPlaces.Finder(rows.places))
    while try tokenizer.read(&cells) {
      for (column, cell) in cells.enumerated() {
        var place = tokenizer.place(of: cell)
        // A row's own place is the beginning of its line.
        if column == 0 { place.column = 1 }
        var alone = CellPlaces.Finder(rows.places)
        #expect(alone.place(row, column, file: "t") == place && finder.place(row, column, file: "t") == place)
      }
      let beyond = finder.place(row, cells.count, file: "t")
      #expect(beyond == Place(file: "t", line: tokenizer.place(of: cells[0]).line, column: cells.count + 1))
      row += 1
    }
    #expect(row == rows.cells.rowCount)
  }

  @Test(arguments: 1...12) func theFirstErrorIsThatOfReadingRowByRow(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (before, after) = (text(rows: 10, seed: seed), Array(String(repeating: "y;z\n", count: 20).utf8))
    let odd = ["a;\"b\" c\n", "x;\"never closed\n"][generator.below(2)]
    let bytes = before + Array(odd.utf8) + after
    let whole = try read(bytes, chunkSize: bytes.count, threads: 1)
    #expect(whole.count == 1)
    for (size, threads) in [(1, 1), (1, 4), (7, 2), (50, 3)] {
      #expect(try read(bytes, chunkSize: size, threads: threads) == whole)
    }
  }

  @Test func aQuotedCellMayReachOverManyChunks() throws {
    let long = String(repeating: "line;\n", count: 50)
    let bytes = Array("a;b\nc;\"\(long)\"\nd;e\n".utf8)
    let cells = try read(bytes, chunkSize: 8, threads: 2)
    #expect(cells == (try read(bytes, chunkSize: bytes.count, threads: 1)))
    #expect(cells.count == 6 && cells[4].hasSuffix("t:53:1"))
  }
}
