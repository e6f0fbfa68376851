import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct LayoutTests {
  @Test(arguments: [(30, 0.1), (1_200, 0.002)])
  func theSameSeedGivesTheSamePoints(actorCount: Int, density: Double) async throws {
    let network = try KnowledgeNetwork.random(actorCount, density: density, seed: 3)
    let points = try network.layout(seed: 7)
    let again = try await withThrowingTaskGroup(of: [LayoutPoint].self) { group in
      for seed in [7, 8, 7] as [UInt64] { group.addTask { try network.layout(seed: seed) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(again.count { $0 == points } == 2)
  }

  @Test func allPointsLieInTheSquare() throws {
    for seed in 0..<30 as Range<UInt64> {
      let network = try KnowledgeNetwork.random(1 + Int(seed), density: 0.08, seed: seed, isDirected: seed % 2 == 0)
      let points = try network.layout(seed: seed)
      #expect(points.count == network.actorCount)
      #expect(points.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
      #expect(points.count < 2 || Set(points).count == points.count)
    }
  }

  @Test func chainsAndStarsLieInTheSquare() throws {
    for count in 2...20 {
      for ties in [(1..<count).map { (0, $0) }, (1..<count).map { ($0 - 1, $0) }] {
        let points = try KnowledgeNetwork.test(count, ties).layout(seed: 1)
        #expect(points.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
      }
    }
  }

  @Test func partnersLieNearerThanOthers() throws {
    let clusters = (0..<3).flatMap { cluster in
      (0..<5).flatMap { one in (0..<one).map { (5 * cluster + one, 5 * cluster + $0) } }
    }
    let points = try KnowledgeNetwork.test(15, clusters + [(0, 5), (5, 10)]).layout(seed: 2)
    func distance(_ left: Int, _ right: Int) -> Double {
      let (dx, dy) = (points[left].x - points[right].x, points[left].y - points[right].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(distance(1, 2) < distance(1, 6) && distance(6, 7) < distance(1, 6) && distance(1, 6) < distance(1, 11))
  }

  @Test func networksWithoutTiesHaveAPlaceForEveryActor() throws {
    #expect(try KnowledgeNetwork.test(0, []).layout(seed: 1).isEmpty)
    #expect(try KnowledgeNetwork.test(1, []).layout(seed: 1) == [LayoutPoint(x: 0.5, y: 0.5)])
    #expect(try Set(KnowledgeNetwork.test(9, []).layout(seed: 1)).count == 9)
  }
}
