extension NetworkPicture {
  /// How much room is left around a part.
  private static let margin = 2.0

  /// Some actors, whoever is tied to them in the wave shown, and these ties alone, where they stand in the whole; only discs of the actors
  /// themselves are kept.
  ///
  /// - Parameter ids: The identifiers of the actors.
  func part(around ids: Set<String>) -> NetworkPicture {
    let own = Set(spots.indices.filter { ids.contains(spots[$0].id) })
    let strokes = shownStrokes.filter { own.contains($0.source) || own.contains($0.target) }
    let kept = own.union(strokes.flatMap { [$0.source, $0.target] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let discs = Set(own.compactMap { spots[$0].hull }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: discs.enumerated().map { ($1, $0) })
    var part = self
    part.strokes = strokes.map { stroke in
      var moved = stroke
      (moved.source, moved.target) = (places[stroke.source] ?? 0, places[stroke.target] ?? 0)
      return moved
    }
    part.spots = kept.map { spot in
      var spot = spots[spot]
      spot.hull = spot.hull.flatMap { numbers[$0] }
      return spot
    }
    part.hulls = discs.map { hulls[$0] }
    // Cards name actors who are no part of this.
    (part.bundles, part.cards) = ([], [])
    return part.cropped
  }

  /// The same without the room that nothing stands in.
  private var cropped: NetworkPicture {
    let points = spots.compactMap(\.point)
    let xs = points.map(\.x) + hulls.flatMap { [$0.center.x - $0.radius, $0.center.x + $0.radius] }
    let ys = points.map(\.y) + hulls.flatMap { [$0.center.y - $0.radius, $0.center.y + $0.radius] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return self }
    func moved(_ point: Point) -> Point { Point(x: point.x - left + Self.margin, y: point.y - top + Self.margin) }
    var cropped = self
    cropped.spots = spots.map { spot in
      var spot = spot
      spot.point = spot.point.map(moved)
      return spot
    }
    cropped.hulls = hulls.map { Hull(name: $0.name, center: moved($0.center), radius: $0.radius, count: $0.count) }
    (cropped.width, cropped.height) = (right - left + 2 * Self.margin, bottom - top + 2 * Self.margin)
    return cropped
  }
}
