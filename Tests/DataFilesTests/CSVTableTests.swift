import Foundation
import KnowledgeNetworks
import Testing

@testable import DataFiles

@Suite struct CSVTableTests {
  private func rows(_ text: String, delimiter: Delimiter? = nil) throws -> [[String?]] {
    let table = try CSVTable(Array(text.utf8), file: "t.csv", delimiter: delimiter)
    return (0..<table.rowCount).map { row in table.headings.indices.map { table.text(row, $0) } }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func allThreeLineEnds(_ end: String) throws {
    #expect(try rows(["a,b", "1,2", "3,4", "", ""].joined(separator: end)) == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: Delimiter.allCases.filter { $0 != .blank }) func delimitersAreFoundInTheHeading(
    _ delimiter: Delimiter
  ) throws {
    let mark = String(decoding: [delimiter.byte], as: UTF8.self)
    #expect(try rows("\"a;,\t|\(mark)\"\(mark)b\(mark)c\n1\(mark)2\(mark)3\n") == [["1", "2", "3"]])
  }

  @Test func aDeclaredDelimiterWins() throws {
    #expect(try rows("sep=;\na;b\n1;2,5\n") == [["1", "2,5"]])
    #expect(try rows("a;b,c\n1;2,3\n", delimiter: .comma) == [["1;2", "3"]])
  }

  @Test func quotesHoldDelimitersLinesAndQuotes() throws {
    #expect(try rows("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n") == [["x, \"y\"", "two\nlines"]])
  }

  @Test func cellsHaveThreeStates() throws {
    let table = try CSVTable(Array("a,b,c\n,\"\",x\n".utf8), file: "t.csv")
    #expect(table.text(0, 0) == nil && table.isBare(0, 0))
    #expect(table.text(0, 1) == nil && !table.isBare(0, 1))
    #expect(table.text(0, 2) == "x")
  }

  @Test func formulaMasksComeOff() throws {
    #expect(try rows("a,b\n'=1+1,'quoted'\n") == [["=1+1", "'quoted'"]])
  }

  @Test func placesAreCountedInLinesAndCharacters() throws {
    let table = try CSVTable(Array("a,b\n\"ü\nü\",x\né🐝,y\n".utf8), file: "t.csv")
    #expect(table.place(0, 1) == Place(file: "t.csv", line: 3, column: 4))
    #expect(table.place(1, 1) == Place(file: "t.csv", line: 4, column: 4))
  }

  @Test(arguments: [
    ("", 0, 0, "The file is empty."), ("\n\n", 0, 0, "The file is empty."),
    ("a,b\n1,\"2\n3,4\n", 2, 3, "The quote that opens here is never closed."),
    ("a,b\n1,\"2\"x\n", 2, 6, "Text follows a closing quote; a quote inside a cell is written twice."),
    ("a,b\n1\n", 2, 1, "This row has 1 cell, the heading has 2."),
    ("a,b\n1,2,3\n", 2, 5, "This cell stands under no heading: the row has 3 cells, the heading has 2."),
    ("a,b,a\n", 1, 5, "The heading 'a' stands here a second time."),
    ("a,b\n1,\u{0}\n", 2, 3, "A NUL byte stands here; this is no text file."),
  ])
  func brokenTablesAreToldWhereAndHow(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try rows(text) }
    #expect(error.message == message)
    #expect(error.place.line ?? 0 == line && error.place.column ?? 0 == column)
  }

  /// Random tables with random quoting, delimiters and line ends read back as they were.
  @Test func randomTablesReadBack() throws {
    var generator = SeededGenerator(seed: 8)
    let letters = ["a", "ü", "\"", ",", ";", "\n", "\r", " x", "\t", "|", "🐝", "'"]
    for _ in 0..<300 {
      let delimiter = Delimiter.allCases[generator.below(4)]
      let end = ["\n", "\r\n", "\r"][generator.below(3)]
      let width = 2 + generator.below(3)
      let table = (0..<generator.below(5)).map { _ in
        (0..<width).map { _ in
          "c" + (0..<generator.below(6)).map { _ in letters[generator.below(letters.count)] }.joined() + "c"
        }
      }
      let heading = (0..<width).map { "h\($0)" }
      let lines = ([heading] + table).map { row in
        row.map { cell in
          let needsQuotes = cell.unicodeScalars.contains { "\",;\n\r\t|".unicodeScalars.contains($0) }
          guard needsQuotes || generator.below(2) == 0 else { return cell }
          return "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: String(decoding: [delimiter.byte], as: UTF8.self))
      }
      #expect(try rows(lines.joined(separator: end) + end, delimiter: delimiter) == table)
    }
  }

  /// On random soup the tokeniser agrees with a slow state machine: the same rows, or both refuse.
  @Test func theNaiveTwinAgrees() throws {
    var generator = SeededGenerator(seed: 21)
    let letters = Array("aab\",,\n\r")
    for _ in 0..<3_000 {
      let text = "h,i\n" + String((0..<generator.below(14)).map { _ in letters[generator.below(letters.count)] })
      #expect((try? rows(text, delimiter: .comma)) == NaiveCSV.rows(text), "\(text.debugDescription)")
    }
  }
}

/// CSV with commas by the book, one scalar after the other.
private enum NaiveCSV {
  static func rows(_ text: String) -> [[String?]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var state = "start"
    for scalar in Array(text.unicodeScalars) + ["\n"] {
      let isEnd = scalar == "\n" || scalar == "\r"
      switch (state, scalar) {
      case ("quoted", "\""): state = "closed"
      case ("quoted", _): cell.unicodeScalars.append(scalar)
      case ("closed", "\""):
        cell.append("\"")
        state = "quoted"
      case ("start", "\""): state = "quoted"
      case (_, _) where scalar == "," || isEnd:
        if isEnd, row.isEmpty, cell.isEmpty, state == "start" { continue }
        row.append(cell)
        cell = ""
        state = "start"
        if isEnd {
          rows.append(row)
          row = []
        }
      case ("closed", _): return nil
      default:
        cell.unicodeScalars.append(scalar)
        state = "bare"
      }
    }
    guard state == "start" else { return nil }
    let width = rows[0].count
    let filled = rows.dropFirst().filter { $0.contains { !$0.trimmed.isEmpty } }
    guard filled.allSatisfy({ $0.count >= width && $0[width...].allSatisfy(\.isEmpty) }) else { return nil }
    return filled.filter { Array($0[..<width]) != rows[0] }.map { row in
      row[..<width].map { cell in cell.trimmed.isEmpty ? nil : cell.trimmed }
    }
  }
}
