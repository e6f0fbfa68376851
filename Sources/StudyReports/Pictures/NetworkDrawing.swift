internal import StudyFindings

extension NetworkPicture {
  private static let (width, height, margin, isolateGap) = (960.0, 620.0, 30.0, 16.0)

  var svg: String {
    let placed = places
    let isolateRows = (Double(spots.count { $0.point == nil }) * Self.isolateGap / (Self.width - 2 * Self.margin))
      .rounded(.up)
    let height = Self.height + isolateRows * Self.isolateGap + (isolateRows > 0 ? Self.margin : 0)
    return SVG.drawing(width: Self.width, height: height, class: "network", label: "The network") { svg in
      if hasArrows { Self.defineArrows(&svg) }
      drawStrokes(&svg, placed)
      drawSpots(&svg, placed)
      drawLabels(&svg, placed)
    }
  }

  /// Where each actor is drawn: the tied ones fill the frame, the others stand in rows below.
  private var places: [Point] {
    let points = spots.compactMap(\.point)
    let (across, down) = (Self.bulk(of: points.map(\.x)), Self.bulk(of: points.map(\.y)))
    let (width, height) = (Self.width - 2 * Self.margin, Self.height - 2 * Self.margin)
    let perRow = Int(width / Self.isolateGap)
    var isolates = 0
    return spots.map { spot in
      if let point = spot.point {
        return Point(
          x: Self.margin + width * Self.share(point.x, across), y: Self.margin + height * Self.share(point.y, down))
      }
      defer { isolates += 1 }
      return Point(
        x: Self.margin + Double(isolates % perRow) * Self.isolateGap,
        y: Self.height + Self.margin / 2 + Double(isolates / perRow) * Self.isolateGap)
    }
  }

  /// The range that holds all but the outermost hundredth at either end.
  ///
  /// Small parts that a layout throws far out must not press the rest into a blot; they stand at the edge.
  private static func bulk(of values: [Double]) -> ClosedRange<Double> {
    guard !values.isEmpty else { return 0...1 }
    let sorted = values.sorted()
    let cut = sorted.count / 100
    return sorted[cut]...sorted[sorted.count - 1 - cut]
  }

  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let extent = range.upperBound - range.lowerBound
    return extent > 0 ? max(0, min(1, (value - range.lowerBound) / extent)) : 0.5
  }

  private func radius(of actor: Int) -> Double {
    let scale = spots.count > 300 ? 0.55 : 1
    return scale * (3.5 + 9 * max(0, min(1, spots[actor].size)).squareRoot())
  }

  private static func defineArrows(_ svg: inout SVG) {
    svg.element("defs", []) { svg in
      for line in Line.allCases {
        svg.element(
          "marker",
          [
            ("id", "arrow-" + line.rawValue), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"),
            ("markerWidth", "5"), ("markerHeight", "5"), ("orient", "auto"),
          ]
        ) { $0.element("path", [("d", "M0,0.5L8,4L0,7.5Z"), ("class", "head " + line.rawValue)]) }
      }
    }
  }

  /// Few ties are drawn one by one, so that a reader can follow an actor's; many share one path a sort.
  private func drawStrokes(_ svg: inout SVG, _ placed: [Point]) {
    let opacity = NumberText.coordinate(max(0.3, min(0.7, 800 / Double(max(1, strokes.count)))))
    svg.element("g", [("class", "ties"), ("opacity", hasSingleStrokes ? "0.7" : opacity)]) { svg in
      if hasSingleStrokes {
        for tie in strokes {
          svg.element(
            "path",
            [
              ("class", "tie \(tie.line.rawValue)"), ("d", stroke(tie, placed)),
              ("data-ends", "\(tie.source) \(tie.target)"),
            ] + (hasArrows ? [("marker-end", "url(#arrow-\(tie.line.rawValue))")] : []))
        }
      } else {
        for line in Line.allCases {
          let paths = strokes.filter { $0.line == line }.map { stroke($0, placed) }
          if !paths.isEmpty { svg.element("path", [("class", "tie \(line.rawValue)"), ("d", paths.joined())]) }
        }
      }
    }
  }

  /// A straight line that ends at the receiver's edge.
  private func stroke(_ tie: Stroke, _ placed: [Point]) -> String {
    let (start, end) = (placed[tie.source], placed[tie.target])
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max(0.01, (dx * dx + dy * dy).squareRoot())
    let kept = max(0, length - radius(of: tie.target) - 1.5) / length
    return "M\(SVG.point(start.x, start.y))L\(SVG.point(start.x + dx * kept, start.y + dy * kept))"
  }

  private func drawSpots(_ svg: inout SVG, _ placed: [Point]) {
    for (actor, spot) in spots.enumerated() {
      let mark = GroupMark(of: spot.group)
      svg.element("g", [("class", "actor \(mark.className)"), ("data-actor", String(actor)), ("tabindex", "-1")]) {
        svg in
        svg.words(spot.detail, in: "title")
        svg.element("path", [("d", mark.path(x: placed[actor].x, y: placed[actor].y, radius: radius(of: actor)))])
      }
    }
  }

  /// Names of the largest actors, as far as they do not cover one another.
  private func drawLabels(_ svg: inout SVG, _ placed: [Point]) {
    let tied = spots.indices.filter { spots[$0].point != nil }
    let ranked = tied.sorted { (-spots[$0].size, $0) < (-spots[$1].size, $1) }.prefix(40)
    var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    for actor in ranked {
      let label = SafeText.name(spots[actor].label, limit: 26)
      let half = Double(label.count) * 3.1
      let x = max(half + 2, min(Self.width - half - 2, placed[actor].x))
      let y = placed[actor].y - radius(of: actor) - 4
      let box = (x: (x - half)...(x + half), y: (y - 10)...(y + 2))
      guard !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { continue }
      taken.append(box)
      svg.words(
        label, in: "text", [("class", "name"), ("x", SVG.number(x)), ("y", SVG.number(y)), ("text-anchor", "middle")])
    }
  }
}
