import DataFiles
import Foundation
import TestStudies
import Testing

@testable import StudyFindings

@Suite struct FindingsTableTests {
  @Test func writesCSV() {
    let table = FindingsTable(
      "t", columns: [.init("a"), .init("b", .number)],
      rows: [[.text("x, \"y\""), .number(0.1)], [.text("two\nlines"), .number(nil)], [.text(nil), .count(3)]])
    #expect(table.csv == "a,b\n\"x, \"\"y\"\"\",0.1\n\"two\nlines\",\n,3\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"]) func masksFormulas(_ text: String) {
    let table = FindingsTable("t", columns: [.init("a")], rows: [[.text(text)]])
    #expect(table.csv.hasPrefix("a\n'") || table.csv.hasPrefix("a\n\"'"))
  }

  @Test func negativeNumbersAreNoFormulas() {
    let table = FindingsTable("t", columns: [.init("a", .number)], rows: [[.number(-0.5)]])
    #expect(table.csv == "a\n-0.5\n")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func whatIsNoNumberIsUndefined(_ number: Double) {
    #expect(FindingsTable.Cell.number(number) == .undefined)
  }

  @Test func hostileNamesReadBackFromCSV() throws {
    let names = HostileNames.all.filter { !$0.contains("\u{0}") }
    let table = FindingsTable(
      "t", columns: [.init("name"), .init("n", .count)], rows: names.map { [.text($0), .count(1)] })
    let read = try CSVTable(Array(table.csv.utf8), file: "t.csv", delimiter: .comma)
    #expect((0..<read.rowCount).map { read.text($0, 0) } == names)
  }

  @Test func hostileNamesReadBackFromJSON() throws {
    let table = FindingsTable("t", columns: [.init("name")], rows: HostileNames.all.map { [.text($0)] })
    let text = table.jsonRows
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
    #expect(read.map { $0["name"] } == HostileNames.all)
    #expect(!text.contains("</script>"))
  }

  @Test func numbersSurviveAsTheyAre() throws {
    let numbers = [0.1, 1.0 / 3, 1e-300, 12345678.9, Double.leastNonzeroMagnitude, 1e22, -0.0, 2]
    let table = FindingsTable("t", columns: [.init("n", .number)], rows: numbers.map { [.number($0)] })
    let lines = table.csv.split(separator: "\n").dropFirst()
    #expect(lines.compactMap { Double($0) } == numbers)
  }
}
