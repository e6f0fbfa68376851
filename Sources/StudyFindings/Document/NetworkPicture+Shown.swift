extension NetworkPicture {
  /// Above this many ties arrowheads would hide the drawing.
  static let mostArrows = 1_000
  /// Above this many actors clusters are drawn in their place, and opened one by one.
  static let mostActors = 2_000
  /// Above so many curves between clusters only bundles are drawn, and of them the largest.
  package static let (mostCurves, mostBundles) = (1_200, 150)
  /// Above so many actors or connected pairs a page holds clusters alone.
  static let mostStored = (actors: 25_000, pairs: 250_000)

  /// The connected pairs of the wave that is shown.
  package var shownStrokes: [Stroke] {
    guard let shownWave else { return strokes }
    return strokes.filter { $0.strands.isEmpty || $0.strands.contains { $0.wave == nil || $0.wave == shownWave } }
  }

  /// Whether clusters stand in the place of their actors.
  package var isFolded: Bool { hulls.count > 1 && (spots.isEmpty || spots.count > Self.mostActors) }

  /// Whether pairs of actors in different clusters are drawn as one curve a pair of clusters.
  package var isBundled: Bool { isFolded || bundles.reduce(0) { $0 + $1.count } > Self.mostCurves }

  /// The bundles that are drawn, the largest first.
  package var shownBundles: [Bundle] {
    Array(
      bundles.sorted { ($1.count, $0.source, $0.target) < ($0.count, $1.source, $1.target) }.prefix(Self.mostBundles))
  }

  /// Whether few enough ties are shown for each to be drawn on its own.
  package var hasSingleStrokes: Bool { shownStrokes.count <= Self.mostArrows }

  /// Whether directions are shown.
  package var hasArrows: Bool { isDirected && hasSingleStrokes && !isBundled }
}
