internal import StudyFindings

/// Builds SVG text; every attribute and text is escaped here and nowhere else.
struct SVG {
  private(set) var text = ""
  /// The language of its words.
  let language: Language

  /// A drawing with its proportions, or its size where that is fixed, a name for readers who cannot see it, and what it
  /// holds.
  static func drawing(
    width: Double, height: Double, class name: String, label: Paragraph, in language: Language, isFixed: Bool = false,
    _ fill: @escaping (inout SVG) -> Void
  ) -> String {
    var svg = SVG(language: language)
    let size = [("width", number(width)), ("height", number(height))]
    svg.element(
      "svg",
      [("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(number(width)) \(number(height))")]
        + (isFixed ? size : []) + [
          ("class", name), ("role", "img"), ("aria-label", SafeText.name(label.text(in: language))),
        ],
      fill)
    return svg.text
  }

  mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ fill: ((inout SVG) -> Void)? = nil) {
    text += "<\(name)"
    for (attribute, value) in attributes { text += " \(attribute)=\"\(SafeText.escaped(SafeText.plain(value)))\"" }
    if let fill {
      text += ">"
      fill(&self)
      text += "</\(name)>"
    } else {
      text += "/>"
    }
  }

  mutating func words(_ words: String, in name: String, _ attributes: [(String, String)] = []) {
    element(name, attributes) { $0.text += SafeText.escaped(SafeText.plain(words)) }
  }

  static func number(_ number: Double) -> String { NumberText.coordinate(number) }

  static func point(_ x: Double, _ y: Double) -> String { "\(number(x)),\(number(y))" }
}

/// What the marks of a drawing mean, as a list of words each behind its mark.
struct Legend {
  private var items: SVG

  init(in language: Language) { items = SVG(language: language) }

  /// Adds a mark; a script may let readers choose by it what is shown.
  mutating func add(_ mark: GroupMark, _ words: Paragraph, choice: String? = nil) {
    add(words, "path", [("class", mark.className), ("d", mark.path(x: 8, y: 8, radius: 5.5))], choice: choice)
  }

  mutating func add(stroke name: String, _ words: Paragraph, choice: String? = nil) {
    add(words, "path", [("class", name), ("d", "M1,8H29")], isLine: true, choice: choice)
  }

  mutating func add(bracket name: String, _ words: Paragraph) {
    add(words, "path", [("class", name), ("d", "M1,8H29M1,3V13M29,3V13")], isLine: true)
  }

  mutating func addDot(_ name: String, _ words: Paragraph) {
    add(words, "circle", [("class", name), ("cx", "8"), ("cy", "8"), ("r", "5")])
  }

  private mutating func add(
    _ words: Paragraph, _ shape: String, _ attributes: [(String, String)], isLine: Bool = false, choice: String? = nil
  ) {
    let box = isLine ? [("class", "line"), ("viewBox", "0 0 30 16")] : [("viewBox", "0 0 16 16")]
    items.element("li", choice.map { [("data-choice", $0)] } ?? []) { item in
      item.element("svg", box + [("aria-hidden", "true")]) { $0.element(shape, attributes) }
      item.words(item.said(words), in: "span")
    }
  }

  var html: String { "<ul class=\"legend\">\(items.text)</ul>" }
}

/// How actors of a group look: a colour and a shape each, so that neither is needed alone.
///
/// Colours are styled by class (`g0` … `g7`) as the ``Palette`` has them, which readers with deuteranopia can tell apart.
/// Groups beyond the seventh share the last mark.
struct GroupMark {
  static let count = 8

  /// How many corners each outline has, and how far it is turned; `nil` for a circle.
  private static let outlines: [(count: Int, turn: Double)?] = [
    nil, (4, .pi / 4), (3, -.pi / 2), (4, 0), (6, 0), (3, .pi / 2), (5, -.pi / 2), nil,
  ]
  private let index: Int

  /// The mark of a group; `nil` stands for actors without one.
  init(of group: Int?) { index = min(group ?? Self.count - 1, Self.count - 1) }

  var className: String { "g\(index)" }

  /// The outline around a centre, as path data.
  func path(x: Double, y: Double, radius: Double) -> String {
    guard let sides = Self.outlines[index] else {
      let (start, arc, width) = (SVG.point(x - radius, y), SVG.point(radius, radius), SVG.number(2 * radius))
      return "M\(start)a\(arc) 0 1 0 \(width),0a\(arc) 0 1 0 -\(width),0"
    }
    // Corners stand out a little so that all shapes cover about the same area.
    let reach = radius * (sides.count == 3 ? 1.45 : 1.2)
    let corners = (0..<sides.count).map { corner in
      let angle = sides.turn + 2 * .pi * Double(corner) / Double(sides.count)
      return SVG.point(x + reach * Self.cosine(angle), y + reach * Self.cosine(angle - .pi / 2))
    }
    return "M" + corners.joined(separator: "L") + "Z"
  }

  /// The cosine by its series, so that pictures are the same on every machine.
  private static func cosine(_ angle: Double) -> Double {
    let angle = angle.remainder(dividingBy: 2 * .pi)
    var (term, sum) = (1.0, 1.0)
    for step in 1...14 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
