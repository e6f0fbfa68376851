import Foundation
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct DegreeStructureTests {
  private func whole(_ network: KnowledgeNetwork) throws -> DegreeStructure {
    let all = Grouping(name: "g", labels: network.actors.map { _ in "all" })
    return try network.degreeStructure(by: all)[0]
  }

  private func network(_ count: Int, _ links: [(Int, Int)]) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: (0..<count).map { NetworkActor(id: "\($0)") }, ties: links.map { Tie(source: $0, target: $1) })
  }

  /// Written from the definition: every pair of a group is looked at, and lines are fitted by the normal equations.
  private func twin(_ network: KnowledgeNetwork, _ labels: [String?], _ group: String) -> (Double?, Double?) {
    let own = labels.indices.filter { labels[$0] == group }
    func areTied(_ one: Int, _ other: Int) -> Bool {
      one != other && (network.hasTie(from: one, to: other) || network.hasTie(from: other, to: one))
    }
    func degree(_ actor: Int) -> Double { Double(own.count { areTied(actor, $0) }) }
    let tied = own.filter { degree($0) > 0 }
    func line(_ points: [(x: Double, y: Double)]) -> Double? {
      let n = Double(points.count)
      let (x, y) = (points.reduce(0) { $0 + $1.x }, points.reduce(0) { $0 + $1.y })
      let below = n * points.reduce(0) { $0 + $1.x * $1.x } - x * x
      return abs(below) < 1e-9 ? nil : (n * points.reduce(0) { $0 + $1.x * $1.y } - x * y) / below
    }
    let falling = tied.map(degree).sorted().reversed().enumerated().map { (log(Double($0 + 1)), log($1)) }
    let around = tied.map { actor in
      let near = own.filter { areTied(actor, $0) }.map(degree)
      return (degree(actor), near.reduce(0, +) / Double(near.count))
    }
    return (tied.count < 3 ? nil : line(falling).map { -$0 }, line(around))
  }

  @Test func agreesWithTheTwin() throws {
    for (run, network) in try SmallNetworks.random(60).enumerated() {
      let labels = SmallNetworks.labels(network.actorCount, groups: 2, seed: UInt64(run))
      let grouping = Grouping(name: "g", labels: labels)
      for found in try network.degreeStructure(by: grouping) {
        let (hierarchy, assortativity) = twin(network, labels, found.group)
        #expect(agree(found.hierarchy, hierarchy) && agree(found.assortativity, assortativity), "\(found)")
      }
    }
  }

  private func agree(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-9
  }

  @Test func aRegularGroupHasNoHierarchy() throws {
    let ring = try whole(network(6, (0..<6).map { ($0, ($0 + 1) % 6) }))
    #expect(ring.hierarchy == 0 && ring.assortativity == nil && ring.actors == 6)
  }

  @Test func aStarIsDisassortative() throws {
    let star = try whole(network(5, (1..<5).map { (0, $0) }))
    // Leaves have one partner with four, the centre four with one.
    #expect(star.assortativity == -1)
    #expect(star.hierarchy ?? 0 > 0.7)
  }

  @Test func reversalChangesNoDegreeStructure() throws {
    for network in try SmallNetworks.random(20) {
      #expect(try whole(network) == whole(network.reversed()))
    }
  }

  @Test func tooFewActorsHaveNeither() throws {
    let pair = try whole(network(4, [(0, 1)]))
    #expect(pair.hierarchy == nil && pair.assortativity == nil && pair.actors == 2)
    #expect(try whole(network(2, [])).actors == 0)
  }
}
