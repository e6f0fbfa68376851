import Foundation
import KnowledgeNetworks
import Testing

@testable import DataFiles

@Suite struct SheetBuilderTests {
  private func builder(_ rows: [[String?]], spare: Int = 1 << 24) throws -> SheetBuilder {
    var builder = SheetBuilder(file: "t", spare: spare)
    for (line, row) in rows.enumerated() {
      for text in row {
        guard let text else {
          builder.skip()
          continue
        }
        builder.bytes += text.utf8
        try builder.endCell()
      }
      builder.endRow(line: line + 1)
    }
    return builder
  }

  @Test func cellsAreThoseOfRowsOfTexts() throws {
    let rows: [[String?]] = [["a", nil, "", "ü"], [nil, "b"], ["c"]]
    let (built, plain) = (try builder(rows).sheet(name: "s"), Sheet(file: "t", name: "s", rows: rows))
    #expect(built.texts == rows && plain.texts == rows && built.width == plain.width && built.name == "s")
    #expect((0..<3).allSatisfy { built.place($0, 1) == plain.place($0, 1) })
  }

  @Test func emptyRowsAreNoneAndTheEndOfARowIsNotKept() throws {
    let sheet = try builder([["a", nil, nil], [nil, nil], [], ["b"]]).sheet(name: nil)
    #expect(sheet.texts == [["a"], ["b"]] && sheet.place(1).line == 4)
  }

  @Test func repeatedCellsAndRows() throws {
    var builder = try builder([["a"]])
    builder.bytes += "b".utf8
    try builder.endCell()
    try builder.repeatCell(2)
    builder.endRow(line: 2)
    try builder.repeatRow(2)
    let sheet = builder.sheet(name: nil)
    #expect(sheet.texts == [["a"], ["b", "b", "b"], ["b", "b", "b"], ["b", "b", "b"]] && sheet.place(3).line == 4)
  }

  @Test func fewCellsFarToTheRightDoNotFillTheMemory() throws {
    let rows = [[nil, nil, nil, "a"], [nil, nil, nil, "b"]]
    #expect(try builder(rows, spare: 6).sheet(name: nil).rowCount == 2)
    let error = #expect(throws: BuzzlineError.self) { try builder(rows, spare: 5) }
    #expect(error?.code == .tooLarge && error?.place == Place(file: "t", line: 2))
  }

  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (19_782, "2024-02-29"), (-25_567, "1900-01-01"),
    (-719_162, "0001-01-01"), (2_932_896, "9999-12-31"),
  ])
  func daysOfTheCalendar(_ day: Int, _ text: String) {
    var bytes: [UInt8] = []
    bytes.append(day: day)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func momentsAndSpans() {
    var bytes: [UInt8] = []
    bytes.append(moment: -1)
    bytes.append(milliseconds: -90_061_500)
    #expect(String(decoding: bytes, as: UTF8.self) == "1969-12-31T23:59:59.999-25:01:01.5")
  }

  /// What needs no parsing must be what parsing gives.
  @Test func numeralsAreTheShortestOfTheirNumber() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let digits = (0...generator.below(17)).map { _ in
        UInt8(ascii: "0") + UInt8(generator.below(4) * generator.below(4))
      }
      var numeral = digits
      if generator.below(3) > 0 { numeral.insert(UInt8(ascii: "."), at: 1 + generator.below(numeral.count)) }
      if generator.below(3) == 0 { numeral.insert(UInt8(ascii: "-"), at: 0) }
      let text = String(decoding: numeral, as: UTF8.self)
      var (bytes, parsed): ([UInt8], [UInt8]) = ([], [])
      let isNumber = bytes.append(numeral: numeral)
      if let number = Double(text) { parsed.append(number: number) }
      #expect(isNumber == (Double(text) != nil) && bytes == parsed, "\(text)")
    }
  }
}
