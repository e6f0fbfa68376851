internal import StudyFindings

extension CurvePicture {
  private static let (left, right, top, bottom, height) = (40.0, 12.0, 44.0, 40.0, 150.0)

  func html(in language: Language) -> String { Frame.html(panels.map { svg(of: $0, language) }) }

  private func svg(of panel: Panel, _ language: Language) -> String {
    let (width, lower) = (Frame.width, Self.top + Self.height)
    let most = Self.top(of: max(panel.curve.max() ?? 0, panel.band.map(\.upperBound).max() ?? 0))
    let stepWidth = (width - Self.left - Self.right) / Double(max(1, panel.curve.count - 1))
    func place(_ step: Int, _ number: Double) -> String {
      SVG.point(Self.left + Double(step) * stepWidth, lower - Self.height * number / most)
    }
    func line(_ numbers: [Double]) -> String {
      numbers.enumerated().map { place($0.offset, $0.element) }.joined(separator: "L")
    }
    func area(_ upper: [Double], over below: [Double]) -> String {
      let back = below.enumerated().reversed().map { place($0.offset, $0.element) }.joined(separator: "L")
      return "M" + line(upper) + "L" + back + "Z"
    }
    let floor = panel.curve.map { _ in 0.0 }
    return Frame.svg(height: lower + Self.bottom, label: panel.title, in: language) { svg in
      svg.title(panel.title, y: 14)
      drawKey(&svg, hasParts: !panel.without.isEmpty)
      if panel.without.isEmpty {
        svg.element("path", [("class", "series0"), ("d", area(panel.curve, over: floor))])
      } else {
        svg.element("path", [("class", "part0"), ("d", area(panel.without, over: floor))])
        svg.element("path", [("class", "part1"), ("d", area(panel.curve, over: panel.without))])
      }
      if !panel.band.isEmpty {
        for ends in [panel.band.map(\.lowerBound), panel.band.map(\.upperBound)] {
          svg.cased("M" + line(ends), class: "band")
        }
      }
      svg.cased("M" + line(panel.curve), class: "curve")
      drawAxes(&svg, panel, most, stepWidth)
    }
  }

  /// The next of 1, 2 and 5 times a power of ten, where the scale ends.
  private static func top(of most: Double) -> Double {
    var unit = 1.0
    while unit * 10 < most { unit *= 10 }
    return [1, 2, 5].map { $0 * unit }.first { $0 >= most } ?? 10 * unit
  }

  private func drawKey(_ svg: inout SVG, hasParts: Bool) {
    guard hasParts else { return }
    var x = 0.0
    for (name, words) in [("part0", lower), ("part1", upper)] {
      svg.rect(x: x + 1, y: 24, width: 11, height: 11, class: name)
      svg.write(words, x: x + 17, y: 34)
      x += 30 + Double(svg.said(words).count) * Frame.letterWidth
    }
  }

  private func drawAxes(_ svg: inout SVG, _ panel: Panel, _ most: Double, _ stepWidth: Double) {
    let lower = Self.top + Self.height
    svg.element(
      "path",
      [
        ("class", "axis"),
        ("d", "M\(SVG.point(Self.left, Self.top))V\(SVG.number(lower))H\(SVG.number(Frame.width - Self.right))"),
      ])
    for number in [0, most / 2, most] {
      let y = lower - Self.height * number / most
      svg.write(
        "\(number: number, decimals: number == number.rounded() ? 0 : 1)", x: Self.left - 5, y: y + 4,
        class: "note small", anchor: "end")
    }
    let every = max(1, (panel.curve.count + 7) / 8)
    for step in stride(from: 0, to: panel.curve.count, by: every) {
      svg.write(
        text: String(step), x: Self.left + Double(step) * stepWidth, y: lower + 15, class: "note small",
        anchor: "middle")
    }
    svg.write("\(axis), by \(steps)", x: Frame.width - Self.right, y: lower + 32, class: "note small", anchor: "end")
  }
}
