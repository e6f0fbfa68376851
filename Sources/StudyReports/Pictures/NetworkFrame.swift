internal import StudyFindings

/// The lengths of a picture of a network in points of its drawing, one for the drawing and for the script.
struct NetworkFrame {
  typealias Point = NetworkPicture.Point

  /// The box of the actors without ties.
  struct Box {
    let top: Double
    let height: Double
    let count: Int
    /// Whether each is named in the drawing; else the list names it.
    let hasNames: Bool
    /// Whether it is drawn at all.
    let hasMarks: Bool
  }

  /// A disc in points.
  struct Hull {
    let center: Point
    let radius: Double
  }

  /// The way of a bundle: from rim to rim, drawn to two points on the way.
  struct Curve {
    let start, first, second, end: Point

    var middle: Point {
      Point(
        x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8, y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8)
    }
  }

  static let margin = 34.0
  /// The narrowest drawing, and the distance of two marks that it grows for.
  private static let (leastWidth, leastDistance) = (960.0, 11.0)
  private static let mostNamedIsolates = 90

  let picture: NetworkPicture
  let width: Double
  let height: Double
  /// How many points a unit of the picture has.
  let scale: Double
  /// Where each actor stands.
  let places: [Point]
  let hulls: [Hull]
  let box: Box?

  init(_ picture: NetworkPicture) {
    self.picture = picture
    let fitting = (Self.leastWidth - 2 * Self.margin) / picture.width
    let scale = picture.isFolded ? fitting : max(fitting, Self.leastDistance)
    self.scale = scale
    width = picture.width * scale + 2 * Self.margin
    func place(_ point: Point) -> Point { Point(x: Self.margin + point.x * scale, y: Self.margin + point.y * scale) }
    hulls = picture.hulls.map { Hull(center: place($0.center), radius: $0.radius * scale) }
    let bottom = picture.height * scale + 2 * Self.margin
    let isolates = picture.spots.count { $0.point == nil }
    let named = isolates <= Self.mostNamedIsolates
    let step = named ? (x: 148.0, y: 20.0) : (x: 15.0, y: 15.0)
    let perRow = max(1, Int((width - 2 * Self.margin) / step.x))
    // Where clusters stand for their actors, many isolates are counted alone.
    let isCounted = picture.isFolded && !named
    let boxHeight = (isCounted ? 0 : Double((isolates + perRow - 1) / perRow) * step.y) + 34
    box =
      isolates > 0 ? Box(top: bottom, height: boxHeight, count: isolates, hasNames: named, hasMarks: !isCounted) : nil
    height = bottom + (isolates > 0 ? boxHeight + Self.margin / 2 : 0)
    var boxed = 0
    places = picture.spots.map { spot in
      if let point = spot.point { return place(point) }
      defer { boxed += 1 }
      return Point(
        x: Self.margin + 12 + Double(boxed % perRow) * step.x, y: bottom + 34 + Double(boxed / perRow) * step.y)
    }
  }

  /// How large an actor is drawn; never less than 10 points across.
  func radius(of actor: Int) -> Double {
    let growth = picture.spots.count <= 60 ? 10.0 : picture.spots.count <= 300 ? 8 : 5.5
    return 5.2 + growth * max(0, min(1, picture.spots[actor].size)).squareRoot()
  }

  /// The way from one hull to another; the two directions bend to different sides.
  func curve(from source: Int, to target: Int) -> Curve {
    let (start, end) = (hulls[source], hulls[target])
    let (dx, dy) = (end.center.x - start.center.x, end.center.y - start.center.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let (x, y) = (dx / length, dy / length)
    let (bend, gap) = (0.12 * length, length - start.radius - end.radius)
    func aside(_ hull: Hull, _ way: Double) -> Point {
      let reach = way * (hull.radius + 0.2 * gap)
      return Point(x: hull.center.x + reach * x + bend * y, y: hull.center.y + reach * y - bend * x)
    }
    let (first, second) = (aside(start, 1), aside(end, -1))
    return Curve(start: rim(of: start, to: first), first: first, second: second, end: rim(of: end, to: second))
  }

  private func rim(of hull: Hull, to point: Point) -> Point {
    let (dx, dy) = (point.x - hull.center.x, point.y - hull.center.y)
    let share = hull.radius / max(0.01, (dx * dx + dy * dy).squareRoot())
    return Point(x: hull.center.x + dx * share, y: hull.center.y + dy * share)
  }

  /// The hulls between which a pair of actors lies; `nil` where it stays in one or one stands in none.
  func hulls(of stroke: NetworkPicture.Stroke) -> (source: Int, target: Int)? {
    guard let source = picture.spots[stroke.source].hull, let target = picture.spots[stroke.target].hull,
      source != target, picture.spots[stroke.source].point != nil, picture.spots[stroke.target].point != nil
    else { return nil }
    return (source, target)
  }
}
