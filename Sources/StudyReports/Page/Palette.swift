/// The colours of the page and of all pictures, in light and in dark: the one list that styles and tests read.
///
/// Colours of groups are told apart by readers with and without deuteranopia, and stand out from the paper by 3 to 1, words
/// by 4.5 to 1 from whatever they stand on (WCAG 2.2, 1.4.3 and 1.4.11); `PaletteTests` computes it.
enum Palette {
  /// What a colour is for, which decides how far it must stand out.
  enum Use: Hashable {
    /// What words and marks stand on.
    case ground
    /// Words, and lines as thin as letters.
    case words
    /// Marks of pictures, which stand on the paper.
    case mark
    /// Cells of a matrix, on which words stand.
    case cell
    /// Lines that only please the eye and tell nothing.
    case ornament
  }

  struct Colour {
    /// What styles call it, after two hyphens.
    let name: String
    let use: Use
    let light: String
    let dark: String

    init(_ name: String, _ use: Use, _ light: String, _ dark: String) {
      (self.name, self.use, self.light, self.dark) = (name, use, light, dark)
    }
  }

  static let colours = [
    Colour("paper", .ground, "#fdfdfb", "#15191c"), Colour("tint", .ground, "#f1f3ee", "#1d2327"),
    Colour("ink", .words, "#1d2327", "#e4e7e4"), Colour("soft", .words, "#566068", "#9aa4aa"),
    Colour("accent", .words, "#00578a", "#7cc0ee"), Colour("line", .ornament, "#d9dcd8", "#353c41"),
    Colour("pipe", .words, "#ac3602", "#fb923c"),
    // Grades of evidence.
    Colour("good", .words, "#00694a", "#4cc79d"), Colour("some", .words, "#7a5200", "#e0b050"),
    // Groups of actors: g0 to g6, and g7 for those without one.
    Colour("c0", .mark, "#026dc9", "#2e84f9"), Colour("c1", .mark, "#b15b00", "#f9940f"),
    Colour("c2", .mark, "#064b39", "#3c8969"), Colour("c3", .mark, "#721567", "#ce3b9b"),
    Colour("c4", .mark, "#439ab7", "#55cafd"), Colour("c5", .mark, "#b87e75", "#c15a2c"),
    Colour("c6", .mark, "#464e00", "#e1dcab"), Colour("c7", .mark, "#686d73", "#d1d5d8"),
    // Fewer than expected, as many, more.
    Colour("less3", .cell, "#b9a3d6", "#57428a"), Colour("less2", .cell, "#d3c6e6", "#453a66"),
    Colour("less1", .cell, "#e9e3f1", "#343047"), Colour("even", .cell, "#f4f4f1", "#22282c"),
    Colour("more1", .cell, "#f6e3c5", "#443522"), Colour("more2", .cell, "#efc07f", "#66461a"),
    Colour("more3", .cell, "#e5a04a", "#86580c"),
  ]

  /// The colours as properties of the page: light, and dark for readers who prefer it.
  static let css: String = {
    func list(_ hex: KeyPath<Colour, String>) -> String {
      colours.map { "--\($0.name): \($0[keyPath: hex]);" }.joined(separator: " ")
    }
    return """
      :root { color-scheme: light dark; \(list(\.light)) }
      @media (prefers-color-scheme: dark) { :root { \(list(\.dark)) } }
      @media print { :root { color-scheme: light; \(list(\.light)) } }

      """
  }()
}
