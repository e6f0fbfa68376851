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

  /// Foundation writes the same rows, of names and headings of all sorts.
  @Test func rowsAreThoseOfFoundation() throws {
    let numbers = [0.1, 1.0 / 3, 1e-300, 12345678.9, 1e22, -0.0, 2, 1e15, 123_456_789_012_345_680]
    let headings = ["b", "B", "a/b", "é", "\u{1F600}", "\u{FF5E}", "a", "a\"b", "a\nb", "_"]
    let table = FindingsTable(
      "t", columns: headings.map { .init($0) },
      rows: HostileNames.all.enumerated().map { place, name in
        headings.indices.map { column -> FindingsTable.Cell in
          switch (place + column) % 4 {
          case 0: .text(name)
          case 1: .number(numbers[(place + column) % numbers.count])
          case 2: .count(place - 3)
          default: .undefined
          }
        }
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let encoded = try table.rows.map { row in
      let members = zip(headings, row).map { heading, cell -> (String, JSONValue) in
        switch cell.content {
        case .text(let text): (heading, .text(text))
        case .number(let number): (heading, .number(number))
        case .count(let count): (heading, .count(count))
        default: (heading, .null)
        }
      }
      return String(decoding: try encoder.encode(Dictionary(uniqueKeysWithValues: members)), as: UTF8.self)
    }
    #expect(table.jsonRows == "[\n" + encoded.joined(separator: ",\n") + "\n]\n")
    #expect(FindingsTable("t", columns: [.init("a")]).jsonRows == "[]\n")
  }

  @Test func numbersSurviveAsTheyAre() throws {
    let numbers = [0.1, 1.0 / 3, 1e-300, 12345678.9, Double.leastNonzeroMagnitude, 1e22, -0.0, 2]
    let table = FindingsTable("t", columns: [.init("n", .number)], rows: numbers.map { [.number($0)] })
    let lines = table.csv.split(separator: "\n").dropFirst()
    #expect(lines.compactMap { Double($0) } == numbers)
  }
}
