internal import StudyFindings

extension BarPicture {
  private static let (lineHeight, barHeight, rowGap, labelHeight) = (18.0, 10.0, 8.0, 18.0)

  func html(in language: Language) -> String {
    let places = Places(of: self, in: language)
    return Frame.html(panels.map { svg(of: $0, places, language) })
  }

  private func svg(of panel: Panel, _ places: Places, _ language: Language) -> String {
    let width = Frame.width
    let titles = panel.title.isEmpty ? [] : Frame.lines(panel.title.text(in: language), width: width, most: 3)
    let top = 17 * Double(titles.count) + 22
    let heights = panel.rows.map { Self.labelHeight + Double($0.lines.count) * Self.lineHeight + Self.rowGap }
    return Frame.svg(
      height: top + heights.reduce(0, +), label: panel.title.isEmpty ? right : panel.title, in: language
    ) { svg in
      for (line, words) in titles.enumerated() {
        svg.write(text: words, x: 0, y: 14 + 17 * Double(line), class: "title")
      }
      if let left { svg.write("← \(left)", x: places.zero - 6, y: top - 8, class: "note", anchor: "end") }
      svg.write("\(right) →", x: places.zero + 6, y: top - 8, class: "note")
      var y = top
      for (row, height) in zip(panel.rows, heights) {
        draw(row, &svg, places, y: y)
        y += height
      }
    }
  }

  private func draw(_ row: Row, _ svg: inout SVG, _ places: Places, y: Double) {
    let label = Frame.lines(svg.said(row.label), width: Frame.width)[0]
    svg.write(text: label, x: 0, y: y + 13)
    let top = y + Self.labelHeight
    for (place, line) in row.lines.enumerated() {
      let middle = top + (Double(place) + 0.5) * Self.lineHeight
      let series = Frame.lines(svg.said(series[line.series]), width: places.seriesWidth)[0]
      svg.write(text: series, x: 0, y: middle + 4, class: "note small")
      // The latest wave, or all ranges, is the one that stands out.
      let style = line.series == self.series.count - 1 ? "series1" : "series0"
      if let bar = line.left { draw(bar, &svg, places, y: middle, towards: -1, style) }
      if let bar = line.right { draw(bar, &svg, places, y: middle, towards: 1, style) }
    }
    svg.line(places.zero, top, places.zero, top + Double(row.lines.count) * Self.lineHeight, class: "axis")
  }

  private func draw(_ bar: Bar, _ svg: inout SVG, _ places: Places, y: Double, towards side: Double, _ style: String) {
    let anchor = side < 0 ? "end" : "start"
    guard let share = bar.share else {
      svg.write("–", x: places.zero + side * 6, y: y + 4, class: "note small", anchor: anchor)
      return
    }
    let length = share * places.unit
    svg.rect(
      x: side < 0 ? places.zero - length : places.zero, y: y - Self.barHeight / 2, width: length,
      height: Self.barHeight,
      class: bar.isSmall ? "hollow" : style)
    var end = length
    if let interval = bar.interval {
      let ends = [interval.lowerBound, interval.upperBound].map { places.zero + side * $0 * places.unit }
      svg.bracket(min(ends[0], ends[1]), max(ends[0], ends[1]), y: y, reach: 3, class: "interval")
      end = max(end, interval.upperBound * places.unit)
    }
    svg.write(
      "\(share: share, decimals: 0)", x: places.zero + side * (end + 5), y: y + 4, class: "small",
      anchor: anchor)
  }
}

/// Where bars begin and how long a whole is.
private struct Places {
  let zero: Double
  let unit: Double
  let seriesWidth: Double

  init(of picture: BarPicture, in language: Language) {
    let longest = picture.series.map { $0.text(in: language).count }.max() ?? 0
    seriesWidth = longest == 0 ? 0 : min(110, Double(longest) * Frame.letterWidth + 4)
    let bars = picture.panels.flatMap(\.rows).flatMap(\.lines).flatMap { [$0.left, $0.right].compactMap(\.self) }
    let most = bars.map { max($0.share ?? 0, $0.interval?.upperBound ?? 0) }.max() ?? 1
    // Behind the longest bar stands its number.
    let (note, isMirrored) = (40.0, picture.left != nil)
    let free = Frame.width - seriesWidth - note * (isMirrored ? 2 : 1)
    let length = isMirrored ? free / 2 : free
    unit = most > 0 ? length / most : 0
    zero = seriesWidth + (isMirrored ? note + length : 1)
  }
}
