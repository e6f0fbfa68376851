internal import StudyFindings

/// What the marks of a drawing mean, as a list of words each behind its mark.
struct Legend {
  private var items = SVG()

  /// A group of actors by its colour and shape.
  mutating func add(_ mark: GroupMark, _ words: String) {
    items.element("li", []) { item in
      item.element("svg", [("viewBox", "0 0 16 16"), ("aria-hidden", "true")]) {
        $0.element("path", [("class", mark.className), ("d", mark.path(x: 8, y: 8, radius: 5.5))])
      }
      item.words(words, in: "span")
    }
  }

  /// A stroke by its class.
  mutating func add(stroke name: String, _ words: String) {
    items.element("li", []) { item in
      item.element("svg", [("class", "line"), ("viewBox", "0 0 30 16"), ("aria-hidden", "true")]) {
        $0.element("path", [("class", name), ("d", "M1,8H29")])
      }
      item.words(words, in: "span")
    }
  }

  /// A bar.
  mutating func addBar(_ words: String) {
    items.element("li", []) { item in
      item.element("svg", [("viewBox", "0 0 16 16"), ("aria-hidden", "true")]) {
        $0.element("rect", [("class", "bar"), ("x", "1"), ("y", "4"), ("width", "14"), ("height", "8")])
      }
      item.words(words, in: "span")
    }
  }

  /// The list as HTML.
  var html: String { "<ul class=\"legend\">\(items.text)</ul>" }
}

extension NetworkPicture {
  /// The marks of the groups and strokes that occur.
  var legend: Legend {
    var legend = Legend()
    for (group, name) in groups.prefix(GroupMark.count - 1).enumerated() {
      legend.add(GroupMark(of: group), SafeText.name(name))
    }
    let others = groups.count > GroupMark.count - 1
    if others || spots.contains(where: { $0.group == nil }) || groups.isEmpty {
      legend.add(GroupMark(of: nil), others ? "other groups" : "group not stated")
    }
    let present = Set(strokes.map(\.line))
    for (line, words) in [(Line.buzz, "local buzz"), (.pipeline, "global pipeline"), (.unknown, "scope unknown")]
    where present.contains(line) {
      legend.add(stroke: "tie " + line.rawValue, words)
    }
    return legend
  }
}

extension BarPicture {
  /// A bar and its mark.
  var legend: Legend {
    var legend = Legend()
    legend.addBar("observed")
    legend.add(stroke: "expected", "expected by chance")
    return legend
  }
}
