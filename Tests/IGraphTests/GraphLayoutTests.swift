import IGraph
import KnowledgeNetworks
import Testing

@Suite struct GraphLayoutTests {
  private static func start(_ count: Int, seed: UInt64) -> [(x: Double, y: Double)] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in (generator.unit(), generator.unit()) }
  }

  private static func bits(_ points: [(x: Double, y: Double)]) -> [UInt64] {
    points.flatMap { [$0.x.bitPattern, $0.y.bitPattern] }
  }

  @Test func springLayoutDrawsNoRandomNumbers() throws {
    let graph = try GraphTests.knokeGraph()
    let layouts = try (0..<3).map { round in
      // Leaves igraph's generator in another state each round.
      _ = try graph.gridLayout(from: Self.start(10, seed: 9), seed: UInt32(round))
      return Self.bits(try graph.springLayout(from: Self.start(10, seed: 1)).value)
    }
    #expect(Set(layouts).count == 1)
  }

  @Test func gridLayoutFollowsItsSeed() throws {
    let graph = try GraphTests.knokeGraph()
    let layouts = try [5, 6, 5].map { seed in
      Self.bits(try graph.gridLayout(from: Self.start(10, seed: 1), seed: seed).value)
    }
    #expect(layouts[0] == layouts[2])
    #expect(layouts[0] != layouts[1])
  }

  @Test func springLayoutPutsFarActorsFarApart() throws {
    let chain = try Graph(actorCount: 6, ties: [0, 1, 1, 2, 2, 3, 3, 4, 4, 5], isDirected: false)
    let points = try chain.springLayout(from: Self.start(6, seed: 4)).value
    func distance(_ left: Int, _ right: Int) -> Double {
      let (dx, dy) = (points[left].x - points[right].x, points[left].y - points[right].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    #expect(distance(0, 5) > 3 * distance(0, 1))
  }

  @Test func everyActorNeedsAFiniteStart() throws {
    let graph = try GraphTests.knokeGraph()
    #expect(throws: IGraphError.self) { try graph.springLayout(from: Self.start(9, seed: 1)) }
    var broken = Self.start(10, seed: 1)
    broken[3].x = .nan
    #expect(throws: IGraphError.self) { try graph.springLayout(from: broken) }
  }
}
