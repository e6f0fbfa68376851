internal import StudyFindings

/// Builds SVG text; every attribute and text is escaped here and nowhere else.
struct SVG {
  private(set) var text = ""

  /// A drawing with its size, a name for readers who cannot see it, and what it holds.
  static func drawing(
    width: Double, height: Double, class name: String, label: String, _ fill: (inout SVG) -> Void
  ) -> String {
    var svg = SVG()
    svg.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(number(width)) \(number(height))"), ("class", name),
        ("role", "img"), ("aria-label", label),
      ], fill)
    return svg.text
  }

  /// An element with content.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ fill: (inout SVG) -> Void) {
    open(name, attributes)
    text += ">"
    fill(&self)
    text += "</\(name)>"
  }

  /// An element without content.
  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    text += "/>"
  }

  /// An element that holds words.
  mutating func words(_ words: String, in name: String, _ attributes: [(String, String)] = []) {
    element(name, attributes) { $0.text += SafeText.escaped(SafeText.plain(words)) }
  }

  /// A coordinate with two decimals at most.
  static func number(_ number: Double) -> String { NumberText.coordinate(number) }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)"
    for (attribute, value) in attributes { text += " \(attribute)=\"\(SafeText.escaped(SafeText.plain(value)))\"" }
  }
}
