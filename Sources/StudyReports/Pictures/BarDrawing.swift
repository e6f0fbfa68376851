internal import StudyFindings

extension BarPicture {
  private static let (barWidth, noteWidth, barHeight, titleHeight) = (220.0, 130.0, 20.0, 26.0)
  /// About how wide a letter is, and the most letters of a label.
  private static let (letterWidth, longestLabel) = (7.0, 28)

  private var labelWidth: Double {
    let letters = panels.flatMap(\.bars).map { SafeText.name($0.label, limit: Self.longestLabel).count }.max() ?? 0
    return max(110, Double(letters) * Self.letterWidth + 12)
  }

  var svg: String {
    let columns = 2
    let panelWidth = labelWidth + Self.barWidth + Self.noteWidth + 20
    let rows = stride(from: 0, to: panels.count, by: columns).map {
      Array(panels[$0..<min($0 + columns, panels.count)])
    }
    let heights = rows.map { Self.titleHeight + Double($0.map(\.bars.count).max() ?? 0) * Self.barHeight + 14 }
    let shared = panels.map(Self.largest).max() ?? 0
    return SVG.drawing(
      width: Double(columns) * panelWidth, height: heights.reduce(6, +), class: "bars", label: label
    ) { svg in
      var top = 6.0
      for (row, height) in zip(rows, heights) {
        for (column, panel) in row.enumerated() {
          let scale = isScaleShared ? shared : Self.largest(panel)
          draw(panel, &svg, left: Double(column) * panelWidth, top: top, scale: scale)
        }
        top += height
      }
    }
  }

  private static func largest(_ panel: Panel) -> Double {
    panel.bars.flatMap { [$0.value ?? 0, $0.expected ?? 0] }.max() ?? 0
  }

  private func draw(_ panel: Panel, _ svg: inout SVG, left: Double, top: Double, scale: Double) {
    let (barWidth, barHeight) = (Self.barWidth, Self.barHeight)
    func length(_ value: Double) -> Double { scale > 0 ? barWidth * value / scale : 0 }
    let start = left + labelWidth
    svg.words(
      SafeText.name(panel.title, limit: 48), in: "text",
      [("class", "title"), ("x", SVG.number(left + 4)), ("y", SVG.number(top + 14))])
    for (index, bar) in panel.bars.enumerated() {
      let y = top + Self.titleHeight + Double(index) * barHeight
      let middle = SVG.number(y + barHeight / 2 + 3)
      svg.words(
        SafeText.name(bar.label, limit: Self.longestLabel), in: "text",
        [("class", "label"), ("x", SVG.number(start - 6)), ("y", middle), ("text-anchor", "end")])
      svg.element(
        "rect",
        [
          ("class", "bar"), ("x", SVG.number(start)), ("y", SVG.number(y + 4)),
          ("width", SVG.number(length(bar.value ?? 0))), ("height", SVG.number(barHeight - 8)),
        ])
      if let expected = bar.expected {
        let x = SVG.number(start + length(expected))
        svg.element(
          "path", [("class", "expected"), ("d", "M\(x),\(SVG.number(y + 1))V\(SVG.number(y + barHeight - 1))")])
      }
      svg.words(bar.note, in: "text", [("class", "note"), ("x", SVG.number(start + barWidth + 8)), ("y", middle)])
    }
  }
}
