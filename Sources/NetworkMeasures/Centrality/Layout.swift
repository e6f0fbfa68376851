internal import IGraph
public import KnowledgeNetworks

/// Where an actor is drawn.
public struct LayoutPoint: Hashable, Codable, Sendable {
  /// From 0 at the left to 1 at the right.
  public let x: Double
  /// From 0 to 1, upwards or downwards as one likes.
  public let y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

extension KnowledgeNetwork {
  /// Places the actors in a square of side 1 so that those few steps apart are near each other.
  ///
  /// Up to 1,000 actors by springs whose lengths are the distances between all of them, Kamada & Kawai (1989),
  /// [doi:10.1016/0020-0190(89)90102-6](https://doi.org/10.1016/0020-0190(89)90102-6); more by the push and pull of
  /// what is near, Fruchterman & Reingold (1991), [doi:10.1002/spe.4380211102](https://doi.org/10.1002/spe.4380211102).
  /// Direction and weights do not count. The picture has no scale: the larger of its width and height fills the square.
  /// Without any ties the actors stay where they were thrown.
  ///
  /// - Parameter seed: Decides where the actors start; the same seed gives the same points.
  /// - Throws: ``BuzzlineError``: `.cancelled`, `.outOfMemory` or `.engine`.
  /// - Complexity: O(*n*²) time and space up to 1,000 actors, then O(*n* + *m*) a step for most networks.
  ///
  /// Properties: the same seed gives the same points; all points lie in the square.
  public func layout(seed: UInt64) throws(BuzzlineError) -> [LayoutPoint] {
    var generator = SeededGenerator(seed: seed, for: .layout)
    let side = Double(actorCount).squareRoot()
    let start = actors.map { _ in (x: side * (generator.unit() - 0.5), y: side * (generator.unit() - 0.5)) }
    guard pairCount > 0 else { return Self.fitted(start) }
    let analysis = try IGraphAnalysis(of: self)
    do throws(IGraphError) {
      let points =
        actorCount <= 1_000
        ? try analysis.graph.springLayout(from: start)
        : try analysis.graph.gridLayout(from: start, seed: UInt32(truncatingIfNeeded: generator.next()))
      return Self.fitted(points.value)
    } catch {
      throw BuzzlineError(error)
    }
  }

  private static func fitted(_ points: [(x: Double, y: Double)]) -> [LayoutPoint] {
    let (left, right) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
    let (low, high) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
    let side = max(right - left, high - low)
    func place(_ value: Double, between low: Double, and high: Double) -> Double {
      side > 0 ? min(1, max(0, 0.5 + (value - (low + high) / 2) / side)) : 0.5
    }
    return points.map {
      LayoutPoint(x: place($0.x, between: left, and: right), y: place($0.y, between: low, and: high))
    }
  }
}
