import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// Every drawing but the network: well formed, inert, legible, and as far as its values.
@Suite struct DrawingTests {
  private typealias Drawing = ReportDocument.Picture.Drawing

  /// One of each, all words being the same.
  private static func drawings(_ word: String) -> [Drawing] {
    let name: Paragraph = "\(name: word)"
    let cell = MatrixPicture.Cell(observed: 3, expected: 10)
    let bar = BarPicture.Bar(share: 0.5, interval: 0.4...0.6, total: 30, isSmall: false)
    let row = DotPicture.Row(
      label: name, value: 2, interval: 1...3, expected: 1, null: 0.5...1.5, isSmall: true, note: "2 (1.0)")
    return [
      .matrix(
        MatrixPicture(
          panels: [.init(title: name, groups: [name, name], cells: [[cell, cell], [cell, cell]])], rows: "from",
          columns: "to")),
      .scatter(
        ScatterPicture(
          points: [.init(x: 1, y: 2, label: name), .init(x: 3, y: 1, count: 4, label: name, group: 1)], x: "x", y: "y",
          cut: (2, 2), quadrants: .init(upperLeft: "a", upperRight: "b", lowerLeft: "c", lowerRight: "d"))),
      .dots(
        DotPicture(
          panels: [.init(title: name, icon: .init(giver: .other, receiver: .third), rows: [row])], scale: .ratio,
          axis: "axis")),
      .bars(
        BarPicture(
          panels: [.init(title: name, rows: [.init(label: name, lines: [.init(series: 0, left: bar, right: bar)])])],
          series: [name], left: "gave", right: "received")),
      .stacks(
        StackPicture(
          panels: [
            .init(title: name, parts: ["kept", "formed", "dissolved"], rows: [.init(label: name, counts: [3, 0, 2])])
          ])),
      .curves(
        CurvePicture(
          panels: [.init(title: name, most: 9, curve: [1, 4, 6], band: [1...1, 3...5, 5...7], without: [1, 2, 3])],
          steps: "steps", axis: "actors", lower: "buzz", upper: "pipelines")),
    ]
  }

  private static func page(_ drawings: [Drawing]) -> String {
    let pictures = drawings.map {
      ReportDocument.Picture($0, alternative: "words", caption: "caption", files: ["ties"])
    }
    return HTMLReport(ReportDocument(title: "t", sections: [.init("s", pictures.map { .picture($0) })])).text
  }

  @Test(arguments: HostileNames.all) func namesAreInert(_ name: String) {
    let page = Self.page(Self.drawings(name))
    let check = XMLCheck(page)
    #expect(check.error == nil)
    #expect(check.elements["script"] == 2 && check.elements["img"] == nil)
    // Long names are shortened wherever they stand.
    #expect(!page.contains(String(repeating: "ä", count: 200)))
  }

  @Test func theSameValuesGiveTheSameBytes() {
    #expect(Self.page(Self.drawings("name")) == Self.page(Self.drawings("name")))
  }

  /// Words have 11 pixels or more, and panels fit a phone and are never scaled.
  @Test func panelsFitAPhone() {
    let page = Self.page(Self.drawings("A long name of a group of organisations in a region"))
    #expect(PageParts.style.contains(".panels svg { flex: none;"))
    for size in PageParts.style.split(separator: "svg text").dropFirst() {
      let pixels = size.split(separator: "px").first.flatMap {
        Double($0.split { !$0.isNumber && $0 != "." }.last ?? "")
      }
      if size.split(separator: "}")[0].contains("font") { #expect(pixels ?? 0 >= 11, "\(size.prefix(60))") }
    }
    let panels = page.split(separator: "<svg ").dropFirst().filter { $0.contains("class=\"panel\"") }
    #expect(panels.count == Self.drawings("").count)
    for panel in panels { #expect(panel.contains("width=\"344\" height=\""), "\(panel.prefix(120))") }
  }

  @Test func everyFigureHasItsData() {
    let drawings = Self.drawings("name")
    let page = Self.page(drawings)
    #expect(page.split(separator: "<summary>Data of this figure</summary>").count - 1 == drawings.count)
    #expect(XMLCheck(page).elements["table"] == drawings.count)
    #expect(page.contains("Beside this report: ties.csv."))
    for drawing in drawings { #expect(drawing.data?.rows.isEmpty == false) }
  }

  @Test func cellsAreShadedByHowFarTheyAreFromExpected() {
    func shade(_ observed: Double, _ expected: Double?) -> Set<String> {
      let cell = MatrixPicture.Cell(observed: observed, expected: expected)
      let svg = MatrixPicture(panels: [.init(title: "", groups: ["a"], cells: [[cell]])], rows: "from", columns: "to")
        .html(in: .english)
      return Set(svg.split(separator: "class=\"cell ").dropFirst().map { String($0.prefix { $0 != "\"" }) })
    }
    #expect(shade(4, 10) == ["less3"] && shade(8, 10) == ["less1"] && shade(10, 10) == ["even"])
    #expect(shade(13, 10) == ["more1"] && shade(15, 10) == ["more2"] && shade(30, 10) == ["more3"])
    #expect(shade(30, 4) == ["none"] && shade(3, nil) == ["none"])
  }

  /// Twice as many as expected stands as far right as half as many stands left.
  @Test func ratiosStandEvenly() throws {
    func place(_ value: Double) throws -> Double {
      let row = DotPicture.Row(label: "", value: value, expected: 1, null: 0.25...4, note: "")
      let svg = DotPicture(panels: [.init(title: "", rows: [row])], scale: .ratio, axis: "").html(in: .english)
      let mark = try #require(svg.split(separator: "class=\"dot\" cx=\"").dropFirst().first)
      return try #require(Double(mark.prefix { $0 != "\"" }))
    }
    let (half, one, two) = (try place(0.5), try place(1), try place(2))
    #expect(abs(two - one - (one - half)) < 0.02 && two > one)
    // What lies beyond the scale stands at its end, and 0 apart from all ratios.
    #expect(try place(1e9) == Frame.width - 10 && place(0) == 10 && place(1e-9) > 20)
  }

  @Test func smallCellsAreHollow() {
    func drawn(isSmall: Bool) -> String {
      let bar = BarPicture.Bar(share: 0.5, interval: nil, total: 3, isSmall: isSmall)
      return BarPicture(
        panels: [.init(title: "", rows: [.init(label: "", lines: [.init(series: 0, right: bar)])])], series: [""],
        right: ""
      ).html(in: .english)
    }
    #expect(drawn(isSmall: true).contains("hollow") && !drawn(isSmall: false).contains("hollow"))
  }

  @Test func barsAreAsLongAsTheirShares() throws {
    func length(_ share: Double) throws -> Double {
      let bars = [share, 1].map { BarPicture.Bar(share: $0, interval: nil, total: 9, isSmall: false) }
      let rows = bars.map { BarPicture.Row(label: "", lines: [.init(series: 0, right: $0)]) }
      let svg = BarPicture(panels: [.init(title: "", rows: rows)], series: [""], right: "").html(in: .english)
      let bar = try #require(svg.split(separator: "<rect ").dropFirst().first)
      return try #require(Double(bar.split(separator: " width=\"")[1].prefix { $0 != "\"" }))
    }
    #expect(try abs(length(0.5) - length(1) / 2) < 0.01)
    #expect(try length(0) == 0)
  }

  @Test func namesAreBrokenBetweenWords() {
    #expect(Frame.lines("cluster management offices", width: 122, most: 2) == ["cluster management", "offices"])
    #expect(Frame.lines("short", width: 122) == ["short"])
    #expect(Frame.lines("", width: 100) == [""])
    let long = Frame.lines(String(repeating: "word ", count: 90), width: 122, most: 2)
    #expect(long.count == 2 && long.allSatisfy { $0.count <= 19 } && long[1].hasSuffix("…"))
  }

  @Test func emptyPicturesAreDrawn() {
    let empty: [Drawing] = [
      .matrix(MatrixPicture(panels: [], rows: "", columns: "")),
      .scatter(
        ScatterPicture(
          points: [], x: "", y: "", cut: (0, 0),
          quadrants: .init(upperLeft: "", upperRight: "", lowerLeft: "", lowerRight: ""))),
      .dots(DotPicture(panels: [.init(title: "", rows: [])], scale: .share, axis: "")),
      .bars(BarPicture(panels: [.init(title: "", rows: [])], series: [""], right: "")),
      .stacks(StackPicture(panels: [.init(title: "", parts: [], rows: [])])),
      .curves(CurvePicture(panels: [.init(title: "", most: 0, curve: [])], steps: "", axis: "", lower: "", upper: "")),
    ]
    #expect(XMLCheck(Self.page(empty)).error == nil)
    #expect(!Self.page(empty).contains("nan") && !Self.page(empty).contains("inf\""))
  }
}
