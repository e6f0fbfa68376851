internal import StudyFindings

/// A small drawing of fixed size, of which a picture has one or more.
///
/// Panels are as wide as a phone and never shrink, so that their words stay legible; side by side where there is room.
enum Frame {
  /// Fits a screen of 400 pixels with the margins of the page.
  static let width = 344.0
  /// About how wide a letter of 12 pixels is on average, a little more than most are.
  static let letterWidth = 6.6

  /// Panels one after the other.
  static func html(_ panels: [String]) -> String { "<div class=\"panels\">\(panels.joined())</div>" }

  static func svg(
    width: Double = width, height: Double, label: Paragraph, in language: Language,
    _ fill: @escaping (inout SVG) -> Void
  ) -> String {
    SVG.drawing(width: width, height: height, class: "panel", label: label, in: language, isFixed: true, fill)
  }

  /// A name of at most so many lines that fit a width: broken between words, the last line shortened with an ellipsis.
  static func lines(_ name: String, width: Double, most: Int = 1) -> [String] {
    let limit = max(4, Int(width / letterWidth))
    var lines = [""]
    for word in SafeText.name(name).split(separator: " ") {
      let joined = lines[lines.count - 1].isEmpty ? String(word) : lines[lines.count - 1] + " " + word
      if joined.count <= limit || lines.count == most || lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = joined
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { SafeText.name($0, limit: limit) }
  }
}

extension SVG {
  /// What words are in the language of the drawing.
  func said(_ words: Paragraph) -> String { words.text(in: language) }

  /// A title, shortened to the width of a panel.
  mutating func title(_ words: Paragraph, x: Double = 0, y: Double, limit: Int = 44) {
    write(text: SafeText.name(said(words), limit: limit), x: x, y: y, class: "title")
  }

  /// Words at a place; `anchor` is where in them it is.
  mutating func write(
    _ words: Paragraph, x: Double, y: Double, class name: String = "label", anchor: String = "start"
  ) {
    write(text: said(words), x: x, y: y, class: name, anchor: anchor)
  }

  /// Words at a place, as they are.
  mutating func write(
    text words: String, x: Double, y: Double, class name: String = "label", anchor: String = "start"
  ) {
    self.words(
      words, in: "text",
      [("class", name), ("x", SVG.number(x)), ("y", SVG.number(y))]
        + (anchor == "start" ? [] : [("text-anchor", anchor)]))
  }

  /// A straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String) {
    element("path", [("class", name), ("d", "M\(SVG.point(x1, y1))L\(SVG.point(x2, y2))")])
  }

  /// A line in a casing of the paper's colour, so that it stands out from any mark below it.
  mutating func cased(_ path: String, class name: String) {
    element("path", [("class", "casing"), ("d", path)])
    element("path", [("class", name), ("d", path)])
  }

  /// A level line with a stroke at both ends.
  mutating func bracket(_ from: Double, _ to: Double, y: Double, reach: Double, class name: String) {
    let ends = [from, to].map { "M\(SVG.point($0, y - reach))V\(SVG.number(y + reach))" }.joined()
    cased("M\(SVG.point(from, y))H\(SVG.number(to))" + ends, class: name)
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, class name: String) {
    element(
      "circle", [("class", name), ("cx", SVG.number(x)), ("cy", SVG.number(y)), ("r", SVG.number(radius))])
  }

  mutating func rect(x: Double, y: Double, width: Double, height: Double, class name: String) {
    element(
      "rect",
      [
        ("class", name), ("x", SVG.number(x)), ("y", SVG.number(y)), ("width", SVG.number(max(0, width))),
        ("height", SVG.number(height)),
      ])
  }
}
