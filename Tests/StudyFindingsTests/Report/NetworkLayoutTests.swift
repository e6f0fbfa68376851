import DiffusionRoles
import KnowledgeNetworks
import Testing

@testable import StudyFindings

@Suite struct NetworkLayoutTests {
  /// Three clusters of 30 with ties inside and between, two outsiders, and an actor without ties.
  private func ties(seed: UInt64) -> [Tie] {
    var generator = SeededGenerator(seed: seed)
    var ties = (0..<90).flatMap { actor in
      (0..<3).map { _ in Tie(source: actor, target: actor / 30 * 30 + (actor + 1 + generator.below(28)) % 30) }
    }
    ties += (0..<20).map { _ in Tie(source: generator.below(30), target: 30 + generator.below(60)) }
    ties += [Tie(source: 90, target: 3), Tie(source: 40, target: 91)]
    return ties.filter { $0.source != $0.target }
  }

  private func network(_ ties: [Tie]) throws -> KnowledgeNetwork {
    var actors = (0..<93).map { NetworkActor(id: "A\($0)", cluster: Cluster(rawValue: "C\($0 % 90 / 30)")) }
    for outsider in 90...91 { (actors[outsider].cluster, actors[outsider].isMember) = (nil, false) }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }

  private func layout(of network: KnowledgeNetwork, gatekeepers: [Int] = []) throws -> NetworkLayout {
    try NetworkLayout(
      of: network, in: DiscMembers(of: network), gatekeepers: Set(gatekeepers), placesActors: true, seed: 3)
  }

  private func distance(_ left: NetworkPicture.Point, _ right: NetworkPicture.Point) -> Double {
    (Plane(left) - Plane(right)).length
  }

  @Test(arguments: 1...5) func actorsStandInTheDiscOfTheirClusterAndDiscsApart(_ seed: UInt64) throws {
    let layout = try layout(of: network(ties(seed: seed)))
    #expect(layout.hulls.map(\.name.text) == ["C0", "C1", "C2"])
    #expect(layout.hulls.map(\.count) == [31, 30, 30])
    for (actor, point) in layout.points.enumerated().prefix(90) {
      let hull = layout.hulls[actor / 30]
      #expect(layout.hullOf[actor] == actor / 30)
      #expect(try distance(#require(point), hull.center) < hull.radius)
    }
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
      let hulls = (layout.hulls[left], layout.hulls[right])
      #expect(distance(hulls.0.center, hulls.1.center) > hulls.0.radius + hulls.1.radius)
    }
  }

  @Test(arguments: 1...5) func gatekeepersStandNearerTheRimThanOthers(_ seed: UInt64) throws {
    let network = try network(ties(seed: seed))
    let gatekeepers = network.gatekeepers().gatekeepers
    let layout = try layout(of: network, gatekeepers: gatekeepers)
    #expect(!gatekeepers.isEmpty)
    for (number, hull) in layout.hulls.enumerated() {
      let members = (0..<90).filter { layout.hullOf[$0] == number }
      let away = try members.map { try distance(#require(layout.points[$0]), hull.center) }
      let (rim, inside) = (
        zip(members, away).filter { gatekeepers.contains($0.0) }.map(\.1),
        zip(members, away).filter { !gatekeepers.contains($0.0) }.map(\.1)
      )
      #expect(rim.min() ?? .infinity > inside.max() ?? 0)
    }
  }

  @Test func outsidersStandAroundAndIsolatesNowhere() throws {
    let layout = try layout(of: network(ties(seed: 1)))
    for outsider in 90...91 {
      let point = try #require(layout.points[outsider])
      #expect(layout.hullOf[outsider] == nil)
      #expect(layout.hulls.allSatisfy { distance(point, $0.center) > $0.radius })
    }
    #expect(layout.points[92] == nil && layout.hullOf[92] == 0)
  }

  @Test func marksStandApartWithinTheFrame() throws {
    let layout = try layout(of: network(ties(seed: 2)))
    let points = layout.points.compactMap(\.self)
    for (place, point) in points.enumerated() {
      #expect((0...layout.width).contains(point.x) && (0...layout.height).contains(point.y))
      #expect(points[..<place].allSatisfy { distance($0, point) > 0.6 })
    }
  }

  @Test func theOrderOfTiesIsWithoutEffect() throws {
    let ties = ties(seed: 4)
    let (one, other) = (try layout(of: network(ties)), try layout(of: network(ties.reversed())))
    #expect(one.points == other.points && one.hulls == other.hulls)
  }

  @Test func aNetworkOfOneClusterHasNoDisc() throws {
    let network = try network(ties(seed: 1)).induced(on: Array(0..<30))
    let layout = try layout(of: network)
    #expect(layout.hulls.isEmpty)
    #expect(layout.points.allSatisfy { $0 != nil })
    #expect(layout.hullOf.allSatisfy { $0 == nil })
  }

  @Test(arguments: [0, 1, 2]) func smallNetworksAreLaidOut(_ count: Int) throws {
    let actors = (0..<count).map { NetworkActor(id: "A\($0)") }
    let ties = count == 2 ? [Tie(source: 0, target: 1)] : []
    let layout = try layout(of: KnowledgeNetwork(actors: actors, ties: ties))
    #expect(layout.points.map { $0 != nil } == [Bool](repeating: count == 2, count: count))
    #expect(layout.width > 0 && layout.height > 0)
  }
}
