internal import StudyFindings

extension DotPicture {
  private static let (left, right, rowHeight, top) = (10.0, 10.0, 38.0, 30.0)

  func html(in language: Language) -> String {
    let axis = Axis(of: self)
    return Frame.html(panels.map { svg(of: $0, axis, language) })
  }

  private func svg(of panel: Panel, _ axis: Axis, _ language: Language) -> String {
    let bottom = Self.top + Double(panel.rows.count) * Self.rowHeight
    return Frame.svg(height: bottom + 38, label: panel.title, in: language) { svg in
      if let icon = panel.icon { icon.draw(&svg, x: 8, y: 12) }
      svg.title(panel.title, x: panel.icon == nil ? 0 : 56, y: 16)
      for place in axis.ticks {
        let isReference = place.value == axis.reference
        svg.line(
          axis.x(place.value), isReference ? Self.top : bottom, axis.x(place.value), bottom + 4,
          class: isReference ? "cut" : "axis")
        svg.write(
          place.words, x: axis.x(place.value), y: bottom + 17, class: "note",
          anchor: place.value == axis.ticks.last?.value ? "end" : place.value == 0 ? "start" : "middle")
      }
      svg.line(axis.start, bottom, axis.end, bottom, class: "axis")
      svg.write(self.axis, x: Frame.width - Self.right, y: bottom + 33, class: "note small", anchor: "end")
      for (place, row) in panel.rows.enumerated() {
        draw(row, &svg, axis, y: Self.top + Double(place) * Self.rowHeight)
      }
    }
  }

  /// A label and a note above, the marks below.
  private func draw(_ row: Row, _ svg: inout SVG, _ axis: Axis, y: Double) {
    let width = Frame.width
    let noteWidth = Double(svg.said(row.note).count) * Frame.letterWidth
    svg.write(text: Frame.lines(svg.said(row.label), width: width - noteWidth - 12)[0], x: 0, y: y + 12)
    svg.write(row.note, x: width, y: y + 12, class: "note", anchor: "end")
    let middle = y + 25
    if let null = row.null {
      svg.bracket(axis.x(null.lowerBound), axis.x(null.upperBound), y: middle, reach: 5, class: "null")
    }
    if let expected = row.expected, axis.reference == nil {
      svg.line(axis.x(expected), middle - 7, axis.x(expected), middle + 7, class: "null")
    }
    if let interval = row.interval {
      svg.bracket(axis.x(interval.lowerBound), axis.x(interval.upperBound), y: middle, reach: 4, class: "interval")
    }
    if let value = row.value {
      svg.circle(axis.x(value), middle, radius: 5.5, class: row.isSmall ? "hollow" : "dot")
    }
  }

  func legend(in language: Language) -> Legend {
    var legend = Legend(in: language)
    let rows = panels.flatMap(\.rows)
    legend.addDot("dot", "observed")
    if rows.contains(where: \.isSmall) { legend.addDot("hollow", "few") }
    if rows.contains(where: { $0.null != nil }) { legend.add(bracket: "null", "usual by chance") }
    if rows.contains(where: { $0.interval != nil }) { legend.add(bracket: "interval", "95 % interval") }
    return legend
  }
}

/// The places of numbers on the level axis of a panel of dots.
private struct Axis {
  /// How far 0 stands from the smallest ratio.
  private static let gap = 24.0

  let start = 10.0
  let end = Frame.width - 10
  let ticks: [(value: Double, words: Paragraph)]
  /// Where a line is drawn all the way; `nil` for none.
  let reference: Double?
  private let scale: DotPicture.Scale
  private let lowest: Double
  private let highest: Double

  init(of picture: DotPicture) {
    let rows = picture.panels.flatMap(\.rows)
    let numbers = rows.flatMap { row in
      [row.value, row.expected, row.interval?.upperBound, row.null?.upperBound, row.null?.lowerBound].compactMap(\.self)
    }
    scale = picture.scale
    guard scale == .ratio else {
      let step = Self.step(for: numbers.max() ?? 1)
      let count = max(1, Int(((numbers.max() ?? 1) / step).rounded(.up)))
      let isShare = scale == .share
      (lowest, highest, reference) = (0, step * Double(count), nil)
      ticks = (0...count).map { place in
        let value = step * Double(place)
        return (
          value,
          isShare ? "\(share: value, decimals: 0)" : "\(number: value, decimals: step < 1 ? 1 : 0)"
        )
      }
      return
    }
    // As many doublings as the numbers need, at least two and at most four to either side; 0 stands apart on the left.
    let most = numbers.reduce(1.0) { max($0, $1) }
    let least = rows.compactMap(\.value).reduce(1.0) { $1 > 0 ? min($0, $1) : $0 }
    let doublings = (2...4).first { Double(1 << $0) >= max(most, 1 / least) } ?? 4
    (lowest, highest, reference) = (1 / Double(1 << doublings), Double(1 << doublings), 1)
    ticks =
      [(0, "0")]
      + (-doublings...doublings).map { power in
        let size = Double(1 << abs(power))
        return power < 0 ? (1 / size, "1/\(count: Int(size))") : (size, "\(count: Int(size))×")
      }
  }

  /// 1, 2 or 5 times a power of ten, so that up to five steps reach a number.
  private static func step(for most: Double) -> Double {
    guard most > 0 else { return 1 }
    var unit = 1.0
    while unit * 10 <= most { unit *= 10 }
    while unit > most { unit /= 10 }
    return [0.2, 0.5, 1, 2].map { $0 * unit }.first { $0 * 5 >= most } ?? 2 * unit
  }

  /// Where a number stands; what lies beyond the ends stands at them.
  func x(_ value: Double) -> Double {
    guard scale == .ratio else { return start + (end - start) * min(max(value, 0), highest) / highest }
    guard value > 0 else { return start }
    let first = start + Self.gap
    let share = Self.log2(min(max(value, lowest), highest) / lowest) / Self.log2(highest / lowest)
    return first + (end - first) * share
  }

  /// The binary logarithm of a number from 1 up, by halving and squaring, the same on every machine.
  private static func log2(_ number: Double) -> Double {
    var (rest, whole) = (number, 0.0)
    while rest >= 2 { (rest, whole) = (rest / 2, whole + 1) }
    var digit = 0.5
    for _ in 0..<24 {
      rest *= rest
      if rest >= 2 { (rest, whole) = (rest / 2, whole + digit) }
      digit /= 2
    }
    return whole
  }
}

extension DotPicture.Icon {
  /// Giver, broker and receiver, the broker raised; filled where they are of its group, a square for a third one.
  fileprivate func draw(_ svg: inout SVG, x: Double, y: Double) {
    svg.line(x, y + 4, x + 17, y - 5, class: "icon")
    svg.line(x + 17, y - 5, x + 34, y + 4, class: "icon")
    svg.circle(x + 17, y - 5, radius: 4, class: "icon")
    for (side, place) in [(giver, x), (receiver, x + 34)] {
      switch side {
      case .own: svg.circle(place, y + 4, radius: 4, class: "icon")
      case .other: svg.circle(place, y + 4, radius: 4, class: "icon open")
      case .third: svg.rect(x: place - 3.5, y: y + 0.5, width: 7, height: 7, class: "icon open")
      }
    }
  }
}
