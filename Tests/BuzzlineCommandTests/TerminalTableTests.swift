import Buzzline
import Testing

@testable import BuzzlineCommand

/// Tables as people read them on a terminal.
@Suite struct TerminalTableTests {
  private let table = FindingsTable(
    "t",
    columns: [
      .init("name"), .init("ties", .count), .init("share", .share), .init("long heading of a number", .number),
    ],
    rows: [
      [.text("Mayor's office of a very long name indeed"), .count(1_200), .number(0.5), .number(1.25)],
      [.text("B\u{1B}[31mred"), .count(3), .number(nil), .number(-2)],
    ])

  private func lines(_ width: Int, isStyled: Bool = false) -> [String] {
    TerminalTable(table, .init(width: width, isStyled: isStyled)).text.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  @Test(arguments: [24, 30, 40, 60, 80, 200]) func noLineIsWiderThanTheWindow(width: Int) {
    #expect(lines(width).allSatisfy { $0.count <= width }, "\(lines(width))")
  }

  @Test func everyColumnStandsSomewhere() {
    for width in [24, 60, 200] {
      let text = lines(width).joined(separator: "\n")
      for word in ["name", "ties", "share", "1,200", "50.0%", "1.25"] {
        #expect(text.contains(word), "\(word) in \(width)")
      }
    }
  }

  @Test func numbersStandRightUnderTheirHeading() {
    let lines = lines(200)
    #expect(lines.count == 4)
    let end = lines[0].firstRange(of: "ties")?.upperBound
    #expect(lines[1].firstRange(of: "1,200")?.upperBound.utf16Offset(in: lines[1]) == end?.utf16Offset(in: lines[0]))
  }

  @Test func colourIsOnlyWhereItIsWanted() {
    #expect(!lines(80).joined().contains("\u{1B}"))
    let styled = lines(80, isStyled: true).joined()
    #expect(styled.contains("\u{1B}[1m") && !styled.contains("\u{1B}[31m"))
  }
}
