internal import StudyFindings

extension NetworkPicture {
  /// The drawing, complete by itself, and what a script needs to let readers explore it.
  func html(in language: Language) -> String {
    let frame = NetworkFrame(self)
    // Without script the drawing is not pressed below four fifths of its size.
    let least = SVG.number((0.8 * frame.width).rounded())
    return "<div class=\"stage\" style=\"--least:\(least)px\">\(NetworkDrawing(frame, language).svg)</div>"
      + "<script type=\"application/json\" class=\"network-data\">\(NetworkData(frame, language).inertJSON)</script>"
  }

  func svg(in language: Language) -> String { NetworkDrawing(NetworkFrame(self), language).svg }

  /// The kinds of actors and of ties, by which readers choose what is shown.
  func legend(in language: Language) -> Legend {
    var legend = Legend(in: language)
    if !isFolded || !spots.isEmpty { addGroups(to: &legend) }
    let present = Set(strokes.map(\.line))
    for (place, line) in Line.allCases.enumerated()
    where present.contains(line) || (line == .pipeline && strokes.isEmpty && !bundles.isEmpty) {
      legend.add(stroke: "tie " + line.rawValue, line.words, choice: "line \(place)")
    }
    return legend
  }

  private func addGroups(to legend: inout Legend) {
    let last = GroupMark.count - 1
    for (group, name) in groups.prefix(last).enumerated() {
      legend.add(GroupMark(of: group), name, choice: "group \(group)")
    }
    if groups.count > last || spots.contains(where: { $0.group == nil }) || groups.isEmpty {
      legend.add(GroupMark(of: nil), groups.count > last ? "other groups" : "group not stated", choice: "group \(last)")
    }
  }
}

/// The network as a drawing without script: what is shown, printed and read aloud.
struct NetworkDrawing {
  private let frame: NetworkFrame
  private let language: Language
  private let strokes: [NetworkPicture.Stroke]

  private var picture: NetworkPicture { frame.picture }

  init(_ frame: NetworkFrame, _ language: Language) {
    (self.frame, self.language) = (frame, language)
    let shown = frame.picture.shownStrokes
    strokes = frame.picture.isBundled ? shown.filter { frame.hulls(of: $0) == nil } : shown
  }

  var svg: String {
    SVG.drawing(width: frame.width, height: frame.height, class: "network", label: "The network", in: language) { svg in
      if picture.hasArrows { Self.defineArrows(&svg) }
      if picture.isBundled { drawBundles(&svg) }
      drawHulls(&svg)
      if !picture.isFolded { drawStrokes(&svg) }
      drawBox(&svg)
      drawSpots(&svg)
      NetworkLabels(frame).draw(&svg)
    }
  }

  private static func defineArrows(_ svg: inout SVG) {
    svg.element("defs", []) { svg in
      for line in NetworkPicture.Line.allCases {
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

  private func drawHulls(_ svg: inout SVG) {
    for (hull, disc) in zip(picture.hulls, frame.hulls) {
      svg.element(
        "circle",
        [
          ("class", "hull"), ("cx", SVG.number(disc.center.x)), ("cy", SVG.number(disc.center.y)),
          ("r", SVG.number(disc.radius)),
        ]
      ) { $0.words($0.said("\(hull.name): \(count: hull.count, "actor")"), in: "title") }
    }
  }

  /// In the place of single ties: one curve a bundle, wider the more pairs it carries.
  private func drawBundles(_ svg: inout SVG) {
    let most = Double(picture.bundles.map(\.count).max() ?? 1)
    let widest = picture.bundles.count > 60 ? 3.0 : 5
    svg.element("g", [("class", "ties"), ("opacity", "0.6")]) { svg in
      for bundle in picture.shownBundles {
        let curve = frame.curve(from: bundle.source, to: bundle.target)
        svg.element(
          "path",
          [
            ("class", "tie pipeline bundle"), ("d", "M\(point(curve.start))\(bend(curve, to: curve.end))"),
            ("style", "stroke-width:" + SVG.number(0.6 + widest * Double(bundle.count) / most)),
          ])
      }
    }
  }

  /// Few ties are drawn one by one, with arrows; many share one path a sort.
  private func drawStrokes(_ svg: inout SVG) {
    let opacity = SVG.number(max(0.3, min(0.7, 800 / Double(max(1, strokes.count)))))
    svg.element("g", [("class", "ties"), ("opacity", picture.hasSingleStrokes ? "0.7" : opacity)]) { svg in
      for line in NetworkPicture.Line.allCases {
        let paths = strokes.filter { $0.line == line }.map(path)
        let name = "tie " + line.rawValue
        let head = picture.hasArrows ? [("marker-end", "url(#arrow-\(line.rawValue))")] : []
        if picture.hasSingleStrokes {
          for path in paths { svg.element("path", [("class", name), ("d", path)] + head) }
        } else if !paths.isEmpty {
          svg.element("path", [("class", name), ("d", paths.joined())])
        }
      }
    }
  }

  /// From giver to receiver, ending at the mark of the receiver: straight, or with its bundle.
  private func path(of stroke: NetworkPicture.Stroke) -> String {
    let (start, end) = (frame.places[stroke.source], frame.places[stroke.target])
    let curve = frame.hulls(of: stroke).map { frame.curve(from: $0.source, to: $0.target) }
    let last = curve?.second ?? start
    let (dx, dy) = (end.x - last.x, end.y - last.y)
    let length = max(0.01, (dx * dx + dy * dy).squareRoot())
    let kept = max(0, length - frame.radius(of: stroke.target) - 1.5) / length
    let tip = NetworkFrame.Point(x: last.x + dx * kept, y: last.y + dy * kept)
    return "M\(point(start))" + (curve.map { bend($0, to: tip) } ?? "L\(point(tip))")
  }

  private func bend(_ curve: NetworkFrame.Curve, to end: NetworkFrame.Point) -> String {
    "C\(point(curve.first)) \(point(curve.second)) \(point(end))"
  }

  /// To a tenth of a point: thousands of ties need not be finer.
  private func point(_ point: NetworkFrame.Point) -> String {
    NumberText.fixed(point.x, decimals: 1) + "," + NumberText.fixed(point.y, decimals: 1)
  }

  private func drawBox(_ svg: inout SVG) {
    guard let box = frame.box else { return }
    let left = NetworkFrame.margin - 8
    svg.element(
      "rect",
      [
        ("class", "box"), ("x", SVG.number(left)), ("y", SVG.number(box.top)),
        ("width", SVG.number(frame.width - 2 * left)), ("height", SVG.number(box.height)), ("rx", "4"),
      ])
    svg.words(
      svg.said("No ties: \(count: box.count)"), in: "text",
      [("class", "title"), ("x", SVG.number(left + 8)), ("y", SVG.number(box.top + 16))])
    for (actor, spot) in picture.spots.enumerated() where spot.point == nil && box.hasNames {
      svg.words(
        SafeText.name(spot.label, limit: 18), in: "text",
        [("x", SVG.number(frame.places[actor].x + 10)), ("y", SVG.number(frame.places[actor].y + 4))])
    }
  }

  private func drawSpots(_ svg: inout SVG) {
    for (actor, spot) in picture.spots.enumerated() {
      guard spot.point == nil ? frame.box?.hasMarks == true : !picture.isFolded else { continue }
      if let wave = picture.shownWave, spot.absentIn.contains(wave) { continue }
      let mark = GroupMark(of: spot.group)
      let place = frame.places[actor]
      svg.element(
        "path",
        [
          ("class", "actor \(mark.className)" + (spot.isGatekeeper ? " gate" : "")),
          ("d", mark.path(x: place.x, y: place.y, radius: frame.radius(of: actor))),
        ]
      ) { $0.words($0.said(spot.detail), in: "title") }
    }
  }
}

extension NetworkPicture.Line {
  fileprivate var words: Paragraph {
    switch self {
    case .buzz: "local buzz"
    case .pipeline: "global pipeline"
    case .unknown: "scope unknown"
    }
  }
}
