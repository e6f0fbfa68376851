internal import StudyFindings

extension StackPicture {
  private static let (barHeight, rowHeight, top) = (13.0, 58.0, 46.0)

  var html: String { Frame.html(panels.map(svg)) }

  private func svg(of panel: Panel) -> String {
    let most = panel.rows.map(\.total).max() ?? 0
    let unit = most > 0 ? (Frame.width - 2) / Double(most) : 0
    return Frame.svg(
      height: Self.top + Double(panel.rows.count) * Self.rowHeight, label: SafeText.name(panel.title)
    ) { svg in
      svg.write(SafeText.name(panel.title, limit: 46), x: 0, y: 14, class: "title")
      var x = 0.0
      for (part, name) in panel.parts.enumerated() {
        svg.rect(x: x + 1, y: 25, width: 11, height: 11, class: "part\(part)")
        svg.write(name, x: x + 17, y: 35)
        x += 30 + Double(name.count) * Frame.letterWidth
      }
      for (place, row) in panel.rows.enumerated() {
        draw(row, of: panel, &svg, y: Self.top + Double(place) * Self.rowHeight, unit)
      }
    }
  }

  /// The label above, the bar, the counts below in the order of its parts.
  private func draw(_ row: Row, of panel: Panel, _ svg: inout SVG, y: Double, _ unit: Double) {
    svg.write(Frame.lines(row.label, width: Frame.width)[0], x: 0, y: y + 13)
    var x = 1.0
    for (part, count) in row.counts.enumerated() where count > 0 {
      let width = Double(count) * unit
      // A gap sets parts apart where there is room for it.
      svg.rect(x: x, y: y + 19, width: width > 3 ? width - 1.5 : width, height: Self.barHeight, class: "part\(part)")
      x += width
    }
    let words = zip(panel.parts, row.counts).map { "\(NumberText.count($1)) \($0)" }.joined(separator: ", ")
    svg.write(words, x: 0, y: y + 46, class: "note small")
  }
}
