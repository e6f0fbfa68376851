internal import StudyFindings

/// Which names and counts a drawing of a network shows: the most important, each where there is room.
struct NetworkLabels {
  private let frame: NetworkFrame

  private static let mostNames = 250

  init(_ frame: NetworkFrame) { self.frame = frame }

  func draw(_ svg: inout SVG) {
    var space = LabelSpace(width: frame.width, height: frame.height)
    if let box = frame.box { space.block(x: 0, y: box.top, width: frame.width, height: box.height) }
    if !frame.picture.isFolded {
      for (actor, place) in frame.places.enumerated() {
        let radius = frame.radius(of: actor)
        space.block(x: place.x - radius, y: place.y - radius, width: 2 * radius, height: 2 * radius)
      }
    }
    drawHullNames(&svg, &space)
    drawCounts(&svg, &space)
    if !frame.picture.isFolded { drawNames(&svg, &space) }
  }

  private func drawHullNames(_ svg: inout SVG, _ space: inout LabelSpace) {
    let order = frame.hulls.indices.sorted { (-frame.hulls[$0].radius, $0) < (-frame.hulls[$1].radius, $1) }
    for hull in order {
      let (disc, name) = (frame.hulls[hull], SafeText.name(svg.said(frame.picture.hulls[hull].name), limit: 30))
      var places: [(x: Double, y: Double)] = [(0, -disc.radius - 5), (0, disc.radius + 14)]
      if frame.picture.isFolded { places.insert((0, 0), at: 0) }
      put(name, at: disc.center, places, class: "hull-name", &svg, &space)
      guard frame.picture.isFolded, disc.radius > 20 else { continue }
      put(
        NumberText.count(frame.picture.hulls[hull].count, in: svg.language), at: disc.center, [(0, 18)], class: "name",
        &svg, &space)
    }
  }

  /// Between clusters; a count on a disc would be taken for its own.
  private func drawCounts(_ svg: inout SVG, _ space: inout LabelSpace) {
    for bundle in frame.picture.shownBundles {
      let middle = frame.curve(from: bundle.source, to: bundle.target).middle
      let isOnDisc = frame.hulls.contains { disc in
        let (dx, dy) = (middle.x - disc.center.x, middle.y - disc.center.y)
        return dx * dx + dy * dy < disc.radius * disc.radius
      }
      if !isOnDisc {
        put(NumberText.count(bundle.count, in: svg.language), at: middle, [(0, 4)], class: "count", &svg, &space)
      }
    }
  }

  /// Names of the largest actors.
  private func drawNames(_ svg: inout SVG, _ space: inout LabelSpace) {
    let spots = frame.picture.spots
    let shown = spots.indices.filter { actor in
      spots[actor].point != nil && !(frame.picture.shownWave.map(spots[actor].absentIn.contains) ?? false)
    }
    for actor in shown.sorted(by: { (-spots[$0].size, $0) < (-spots[$1].size, $1) }).prefix(Self.mostNames) {
      let (radius, name) = (frame.radius(of: actor), SafeText.name(spots[actor].label, limit: 26))
      let side = radius + 6 + Self.width(of: name) / 2
      put(
        name, at: frame.places[actor], [(side, 4), (-side, 4), (0, -radius - 6), (0, radius + 14)], class: "name", &svg,
        &space)
    }
  }

  /// About how wide words are.
  private static func width(of words: String) -> Double { Double(words.count) * 6.4 }

  /// Puts words, centred, at the first place beside a point where there is room; nowhere if there is none.
  private func put(
    _ words: String, at point: NetworkFrame.Point, _ places: [(x: Double, y: Double)], class name: String,
    _ svg: inout SVG, _ space: inout LabelSpace
  ) {
    let half = Self.width(of: words) / 2
    for place in places {
      let (x, y) = (point.x + place.x, point.y + place.y)
      guard x >= half, x + half <= frame.width,
        space.take(x: x - half, y: y - 10, width: 2 * half, height: 13)
      else { continue }
      svg.words(
        words, in: "text", [("class", name), ("x", SVG.number(x)), ("y", SVG.number(y)), ("text-anchor", "middle")])
      return
    }
  }
}

/// Which parts of a drawing are taken, in cells of a few points.
private struct LabelSpace {
  private static let side = 4.0
  private let (columns, rows): (Int, Int)
  private var taken: [Bool]

  init(width: Double, height: Double) {
    (columns, rows) = (Int(width / Self.side) + 1, Int(height / Self.side) + 1)
    taken = [Bool](repeating: false, count: columns * rows)
  }

  mutating func block(x: Double, y: Double, width: Double, height: Double) {
    for cell in cells(x, y, width, height) { taken[cell] = true }
  }

  /// Takes a part if nothing stands there and it does not reach beyond the drawing.
  mutating func take(x: Double, y: Double, width: Double, height: Double) -> Bool {
    guard y >= 0, y + height <= Double(rows) * Self.side else { return false }
    let cells = cells(x, y, width, height)
    guard !cells.contains(where: { taken[$0] }) else { return false }
    for cell in cells { taken[cell] = true }
    return true
  }

  private func cells(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Int] {
    func range(_ start: Double, _ length: Double, below count: Int) -> Range<Int> {
      let first = max(0, min(count, Int(start / Self.side)))
      return first..<max(first, min(count, Int((start + length) / Self.side) + 1))
    }
    let across = range(x, width, below: columns)
    return range(y, height, below: rows).flatMap { row in across.map { row * columns + $0 } }
  }
}
