import DiffusionRoles
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct RemovalTests {
  @Test func aBridgeByHand() throws {
    // a gives to b, b to c and d; only b is of kind "bridge".
    let network = try KnowledgeNetwork.test(4, [(0, 1), (1, 2), (1, 3)])
    let losses = try network.losses(withoutEachOf: Grouping(name: "kind", labels: ["end", "bridge", "end", nil]))
    #expect(losses.map(\.group) == ["bridge", "end"])
    let bridge = losses[0]
    #expect(bridge.actors == 1 && bridge.pairsLost == 3 && bridge.shareOfPairsLost == 1)
    #expect(bridge.reachablePairsBefore == 2 && bridge.reachablePairsAfter == 0 && bridge.shareOfReachLost == 1)
    #expect(bridge.componentsBefore == 1 && bridge.componentsAfter == 3)
    let ends = losses[1]
    #expect(ends.actors == 2 && ends.pairsLost == 2)
    #expect(ends.reachablePairsBefore == 1 && ends.shareOfReachLost == 0)
  }

  @Test func removalMatchesTheInducedNetwork() throws {
    for network in try ClusteredNetworks.sample() + ClusteredNetworks.sample(isDirected: false) {
      let grouping = try network.grouping(by: .kind)
      guard !grouping.groups.isEmpty else { continue }
      for (group, loss) in try network.losses(withoutEachOf: grouping).enumerated() {
        let stay = network.actors.indices.filter { grouping[$0] != group }
        let rest = network.induced(on: stay)
        #expect(loss.pairsLost == network.pairCount - rest.pairCount)
        let before = closure(of: network)
        #expect(loss.reachablePairsBefore == stay.reduce(0) { sum, a in sum + stay.count { a != $0 && before[a][$0] } })
        let after = closure(of: rest)
        #expect(
          loss.reachablePairsAfter == after.indices.reduce(0) { $0 + othersReached(after, from: $1) })
        #expect(loss.componentsBefore == parts(of: network, among: stay))
        #expect(loss.componentsAfter == parts(of: rest, among: Array(rest.actors.indices)))
      }
    }
  }

  private func othersReached(_ closure: [[Bool]], from actor: Int) -> Int {
    closure.indices.count { $0 != actor && closure[actor][$0] }
  }

  /// Warshall's transitive closure.
  private func closure(of network: KnowledgeNetwork, bothWays: Bool = false) -> [[Bool]] {
    let actors = network.actors.indices
    var reach = actors.map { a in
      actors.map { network.hasTie(from: a, to: $0) || bothWays && network.hasTie(from: $0, to: a) }
    }
    for middle in actors {
      for a in actors where reach[a][middle] {
        for b in actors where reach[middle][b] { reach[a][b] = true }
      }
    }
    return reach
  }

  /// Weak components, each counted at its first member among those named.
  private func parts(of network: KnowledgeNetwork, among named: [Int]) -> Int {
    let together = closure(of: network, bothWays: true)
    return named.count { actor in !named.contains { $0 < actor && together[actor][$0] } }
  }

  @Test func nothingIsGainedByLeaving() throws {
    for network in try ClusteredNetworks.sample() {
      let grouping = try network.grouping(by: .kind)
      guard !grouping.groups.isEmpty else { continue }
      for loss in try network.losses(withoutEachOf: grouping) {
        #expect(loss.reachablePairsAfter <= loss.reachablePairsBefore)
        #expect(loss.componentsAfter >= loss.componentsBefore)
      }
    }
  }

  @Test func anIsolatedGroupCostsNothing() throws {
    let network = try KnowledgeNetwork.test(4, [(0, 1), (1, 2)])
    let loss = try #require(
      try network.losses(withoutEachOf: Grouping(name: "kind", labels: [nil, nil, nil, "alone"])).first)
    #expect(loss.pairsLost == 0 && loss.shareOfReachLost == 0)
    #expect(loss.componentsBefore == loss.componentsAfter)
  }

  @Test func nothingToLose() throws {
    let loss = try #require(
      try KnowledgeNetwork.test(1, []).losses(withoutEachOf: Grouping(name: "kind", labels: ["x"])).first)
    #expect(loss.shareOfPairsLost == nil && loss.shareOfReachLost == nil)
    #expect(loss.componentsBefore == 0 && loss.componentsAfter == 0)
  }

  @Test func unfitGroupingsAreRefused() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    for (labels, code) in [(["x"], RoleError.Code.mismatchedGrouping), ([nil, nil], .noGroups)] {
      let error = #expect(throws: RoleError.self) {
        try network.losses(withoutEachOf: Grouping(name: "kind", labels: labels))
      }
      #expect(error?.code == code)
    }
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try ClusteredNetworks.random(8, density: 0.4, seed: 1)
    let grouping = try network.grouping(by: .kind)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try network.losses(withoutEachOf: grouping)
    }
    let error = await #expect(throws: RoleError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
