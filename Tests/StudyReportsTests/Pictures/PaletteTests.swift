import Testing

@testable import StudyReports

/// Whether readers can see and tell apart what the page shows, in light, in dark, and with deuteranopia.
@Suite struct PaletteTests {
  /// A theme as some readers see it.
  struct View: CustomTestStringConvertible {
    let isDark, hasDeuteranopia: Bool

    static let all = [false, true].flatMap { dark in [false, true].map { View(isDark: dark, hasDeuteranopia: $0) } }

    var testDescription: String { (isDark ? "dark" : "light") + (hasDeuteranopia ? ", deuteranopia" : "") }

    func seen(_ colour: Palette.Colour) throws -> Colorimetry {
      let shown = try #require(Colorimetry(isDark ? colour.dark : colour.light))
      return hasDeuteranopia ? shown.withDeuteranopia : shown
    }

    func seen(_ name: String) throws -> Colorimetry {
      try seen(#require(Palette.colours.first { $0.name == name }))
    }
  }

  private func colours(_ use: Palette.Use) -> [Palette.Colour] { Palette.colours.filter { $0.use == use } }

  @Test(arguments: View.all) func wordsStandOutFromEveryGround(_ view: View) throws {
    for words in colours(.words) {
      for ground in colours(.ground) {
        let contrast = try view.seen(words).contrast(with: view.seen(ground))
        #expect(contrast >= 4.5, "\(words.name) on \(ground.name): \(contrast)")
      }
    }
  }

  @Test(arguments: View.all) func numbersStandOutFromTheirCells(_ view: View) throws {
    for cell in colours(.cell) {
      let contrast = try view.seen("ink").contrast(with: view.seen(cell))
      #expect(contrast >= 4.5, "ink on \(cell.name): \(contrast)")
    }
  }

  @Test(arguments: View.all) func marksStandOutFromThePaper(_ view: View) throws {
    for mark in colours(.mark) + colours(.words) {
      let contrast = try view.seen(mark).contrast(with: view.seen("paper"))
      #expect(contrast >= 3, "\(mark.name): \(contrast)")
    }
  }

  /// A CIEDE2000 of 15 is told apart at a glance; 1 is about what side by side can just be told.
  @Test(arguments: View.all) func groupsAreToldApart(_ view: View) throws {
    let groups = Palette.colours.filter { $0.name.hasPrefix("c") && $0.name.count == 2 }
    #expect(groups.count == GroupMark.count)
    for (place, one) in groups.enumerated() {
      for other in groups[..<place] {
        let difference = try view.seen(one).difference(from: view.seen(other))
        #expect(difference >= 15, "\(one.name) and \(other.name): \(difference)")
      }
    }
  }

  /// Parts of a bar, told apart on paper printed without colour.
  @Test(arguments: View.all) func partsDifferInGrey(_ view: View) throws {
    #expect(
      PageParts.style.contains(".part1 { fill: var(--c4); }") && PageParts.style.contains(".part0 { fill: var(--c2); }")
    )
    #expect(try view.seen("c2").contrast(with: view.seen("c4")) >= 2)
  }

  @Test(arguments: View.all) func buzzAndPipelinesAreToldApart(_ view: View) throws {
    #expect(try view.seen("soft").difference(from: view.seen("pipe")) >= 15)
  }

  /// Fewer and more than expected, and each step of either, in order of the distance from what is expected.
  @Test(arguments: View.all) func stepsOfTheMatrixAreToldApart(_ view: View) throws {
    for step in 2...3 {
      #expect(try view.seen("less\(step)").difference(from: view.seen("more\(step)")) >= 15)
    }
    for side in ["less", "more"] {
      let steps = try ["even", side + "1", side + "2", side + "3"].map { try view.seen($0) }
      let distances = steps.map { $0.difference(from: steps[0]) }
      #expect(distances == distances.sorted())
      for (one, other) in zip(steps, steps.dropFirst()) { #expect(one.difference(from: other) >= 4) }
    }
  }

  /// Every colour is in the list: styles and drawings name it and have none of their own.
  @Test func stylesHaveNoColourBesideTheList() throws {
    let styles = PageParts.style.dropFirst(Palette.css.count)
    #expect(PageParts.style.hasPrefix(Palette.css))
    #expect(!styles.contains("rgb(") && !styles.contains("hsl("))
    for rule in styles.split(separator: "}") {
      let declarations = rule.split(separator: "{").last ?? ""
      #expect(!declarations.contains("#"), "\(rule)")
    }
    // The last two are lengths, not colours.
    let names = Set(Palette.colours.map(\.name)).union(["least", "shape"])
    for part in styles.split(separator: "var(--").dropFirst() {
      let name = String(part.prefix { $0 != ")" })
      #expect(names.contains(name), "--\(name) is not in the palette")
    }
  }

  /// Pairs of the table in Sharma, Wu & Dalal (2005).
  @Test(arguments: [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425), ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065), ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
  ])
  func differencesAreAsPrinted(
    _ one: (Double, Double, Double), _ other: (Double, Double, Double), _ printed: Double
  ) {
    #expect(abs(Colorimetry.difference(one, other) - printed) < 0.00006)
  }

  @Test func contrastIsThatOfTheStandard() throws {
    let (black, white) = (try #require(Colorimetry("#000000")), try #require(Colorimetry("#ffffff")))
    #expect(abs(black.contrast(with: white) - 21) < 1e-9)
    #expect(abs(try #require(Colorimetry("#767676")).contrast(with: white) - 4.54) < 0.01)
  }
}
