internal import StudyFindings

extension StackPicture {
  /// As wide as the column of a phone, so that no letter is ever drawn smaller than it is written.
  private static let (width, rowHeight, barTop, barHeight) = (340.0, 40.0, 18.0, 12.0)
  private static let longestLabel = 30
  /// One look for each part from the first to what is missing, which is drawn hollow.
  private static let looks = ["part first", "part second", "part missing"]

  private func look(_ part: Int) -> String {
    part == parts.count - 1 ? Self.looks[2] : Self.looks[min(part, 1)]
  }

  var svg: String {
    SVG.drawing(width: Self.width, height: Double(rows.count) * Self.rowHeight + 4, class: "stacks", label: label) {
      svg in
      for (number, row) in rows.enumerated() { draw(row, &svg, top: Double(number) * Self.rowHeight) }
    }
  }

  private func draw(_ row: Row, _ svg: inout SVG, top: Double) {
    let baseline = SVG.number(top + 13)
    svg.words(
      SafeText.name(row.label, limit: Self.longestLabel), in: "text", [("class", "label"), ("x", "0"), ("y", baseline)])
    svg.words(
      row.note, in: "text",
      [
        ("class", row.isMarked ? "note marked" : "note"), ("x", SVG.number(Self.width)), ("y", baseline),
        ("text-anchor", "end"),
      ])
    let total = Double(row.counts.reduce(0, +))
    guard total > 0 else { return }
    var left = 0.5
    for (part, count) in row.counts.enumerated() where count > 0 {
      let width = (Self.width - 1) * Double(count) / total
      svg.element(
        "rect",
        [
          ("class", look(part)), ("x", SVG.number(left)), ("y", SVG.number(top + Self.barTop)),
          // A gap tells neighbours apart also in print.
          ("width", SVG.number(max(0.5, width - 1.5))), ("height", SVG.number(Self.barHeight)),
        ]
      ) { $0.words("\(parts[part]): \(NumberText.count(count))", in: "title") }
      left += width
    }
  }

  var legend: Legend {
    var legend = Legend()
    for (part, name) in parts.enumerated() { legend.addBar(name, class: look(part)) }
    return legend
  }
}
