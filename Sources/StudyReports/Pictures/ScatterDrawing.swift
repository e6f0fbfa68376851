internal import StudyFindings

extension ScatterPicture {
  private static let (left, right, top, bottom) = (36.0, 8.0, 36.0, 58.0)
  private static let side = Frame.width - left - right

  func html(in language: Language) -> String {
    let (across, up) = (axis(points.map(\.x) + [cut.x]), axis(points.map(\.y) + [cut.y]))
    let (lower, side) = (Self.top + Self.side, Self.side)
    return Frame.html([
      Frame.svg(height: lower + Self.bottom, label: "\(y) by \(x)", in: language) { svg in
        func place(_ point: Point) -> (x: Double, y: Double) {
          (Self.left + side * across.share(point.x), lower - side * up.share(point.y))
        }
        svg.write("↑ \(y)", x: 0, y: 12, class: "note")
        svg.write("\(x) →", x: Frame.width - Self.right, y: lower + 52, class: "note", anchor: "end")
        drawFrame(&svg, across, up)
        for point in points where point.group == nil {
          svg.circle(place(point).x, place(point).y, radius: radius(of: point), class: "many")
        }
        for point in points {
          guard let group = point.group else { continue }
          let mark = GroupMark(of: group)
          svg.element(
            "path",
            [("class", "mean \(mark.className)"), ("d", mark.path(x: place(point).x, y: place(point).y, radius: 7))])
        }
        drawLabels(&svg, points.map { ($0, place($0)) })
      }
    ])
  }

  private func drawFrame(_ svg: inout SVG, _ across: PlaneAxis, _ up: PlaneAxis) {
    let (lower, side) = (Self.top + Self.side, Self.side)
    svg.element(
      "path",
      [
        ("class", "axis"),
        ("d", "M\(SVG.point(Self.left, Self.top))V\(SVG.number(lower))H\(SVG.number(Self.left + side))"),
      ])
    for tick in across.ticks {
      let x = Self.left + side * across.share(tick)
      svg.line(x, lower, x, lower + 4, class: "axis")
      svg.write(across.words(tick), x: x, y: lower + 17, class: "note small", anchor: "middle")
    }
    for tick in up.ticks {
      let y = lower - side * up.share(tick)
      svg.line(Self.left - 4, y, Self.left, y, class: "axis")
      svg.write(up.words(tick), x: Self.left - 6, y: y + 4, class: "note small", anchor: "end")
    }
    let (x, y) = (Self.left + side * across.share(cut.x), lower - side * up.share(cut.y))
    svg.line(x, Self.top, x, lower, class: "cut")
    svg.line(Self.left, y, Self.left + side, y, class: "cut")
    // Outside the frame, where they cover nothing.
    for (words, place) in [(quadrants.upperLeft, Self.top - 7), (quadrants.lowerLeft, lower + 34)] {
      svg.write(words, x: Self.left, y: place, class: "note")
    }
    for (words, place) in [(quadrants.upperRight, Self.top - 7), (quadrants.lowerRight, lower + 34)] {
      svg.write(words, x: Self.left + side, y: place, class: "note", anchor: "end")
    }
  }

  /// Names to the right or left of their points, as far as they cover neither one another nor another named point; those of
  /// groups first.
  private func drawLabels(_ svg: inout SVG, _ placed: [(point: Point, at: (x: Double, y: Double))]) {
    let named = placed.filter { $0.point.label != nil }.sorted { ($0.point.group ?? .max) < ($1.point.group ?? .max) }
    func gap(_ point: Point) -> Double { point.group == nil ? radius(of: point) + 3 : 10 }
    var taken = named.map { point, at in
      let reach = gap(point) - 2
      return Box(x: (at.x - reach)...(at.x + reach), y: (at.y - reach)...(at.y + reach))
    }
    for (place, (point, at)) in named.enumerated() {
      let label = SafeText.name(point.label.map(svg.said) ?? "", limit: 30)
      let width = Double(label.count) * Frame.letterWidth
      let free = [4.0, -8, 16, -20, 28].flatMap { step in [1.0, -1].map { (side: $0, y: at.y + step) } }.first { spot in
        let near = at.x + spot.side * gap(point)
        let box = Box(
          x: min(near, near + spot.side * width)...max(near, near + spot.side * width), y: (spot.y - 10)...(spot.y + 3))
        return box.x.lowerBound >= Self.left && box.x.upperBound <= Frame.width
          && !taken.enumerated().contains { $0.offset != place && $0.element.overlaps(box) }
      }
      guard let free else { continue }
      let near = at.x + free.side * gap(point)
      taken.append(
        Box(
          x: min(near, near + free.side * width)...max(near, near + free.side * width), y: (free.y - 10)...(free.y + 3))
      )
      svg.write(text: label, x: near, y: free.y, class: "name small", anchor: free.side > 0 ? "start" : "end")
    }
  }

  private func radius(of point: Point) -> Double {
    let most = Double(points.filter { $0.group == nil }.map(\.count).max() ?? 1)
    return 2.5 + min(1.5, 9 / max(1, most - 1).squareRoot()) * (Double(point.count) - 1).squareRoot()
  }

  private func axis(_ numbers: [Double]) -> PlaneAxis { PlaneAxis(numbers, scale) }
}

/// What a name or a mark covers.
private struct Box {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
}

/// One of the two axes of a plane, from below the smallest to above the largest number.
private struct PlaneAxis {
  let ticks: [Double]
  private let lowest: Double
  private let highest: Double
  private let step: Double
  private let scale: ScatterPicture.Scale

  init(_ numbers: [Double], _ scale: ScatterPicture.Scale) {
    self.scale = scale
    let (least, most) = (numbers.min() ?? 0, max(numbers.max() ?? 1, numbers.min() ?? 0))
    guard scale == .linear else {
      (lowest, step) = (0, 1)
      highest = max(1, most) * 1.05
      ticks = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000].filter { $0 <= most }.filter {
        // Small numbers would stand on one another beside large ones.
        $0 == 0 || $0 * 200 >= most
      }
      return
    }
    let extent = most > least ? most - least : max(abs(most), 1)
    var unit = 1.0
    while unit * 10 <= extent { unit *= 10 }
    while unit > extent { unit /= 10 }
    let step = [0.2, 0.5, 1, 2].map { $0 * unit }.first { $0 * 5 >= extent } ?? 2 * unit
    (lowest, highest) = (least - 0.15 * extent, most + 0.15 * extent)
    self.step = step
    let range = lowest...highest
    let first = Int((least / step).rounded(.down))
    ticks = (first...(first + 8)).map { Double($0) * step }.filter(range.contains)
  }

  func share(_ number: Double) -> Double {
    scale == .root
      ? 0.03 + 0.95 * (max(0, number) / highest).squareRoot() : (number - lowest) / (highest - lowest)
  }

  func words(_ tick: Double) -> Paragraph {
    "\(number: tick, decimals: step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3)"
  }
}
