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

  private func closure(of network: KnowledgeNetwork, bothWays: Bool = false) -> [[Bool]] {
    network.stepsBetweenAll(eitherWay: bothWays).map { $0.map(\.isFinite) }
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

  /// More components than a word has bits, of one actor and of several, of one group and of several.
  @Test(arguments: [0.003, 0.008, 0.02], [true, false])
  func manyComponentsAreThoseOneByOne(density: Double, isDirected: Bool) throws {
    let network = try KnowledgeNetwork.random(260, density: density, seed: 7, isDirected: isDirected)
    let labels = network.actors.indices.map { $0 % 7 == 0 ? nil : "g\($0 * $0 % 5)" }
    let grouping = Grouping(name: "kind", labels: labels)
    let all = try [1, 2, 8].map { try network.losses(withoutEachOf: grouping, workers: Workers(threads: $0)) }
    #expect(all[0] == all[1] && all[0] == all[2])
    for (group, loss) in all[0].enumerated() {
      let stay = network.actors.indices.filter { grouping[$0] != group }
      #expect(loss.reachablePairsBefore == reached(in: network, among: stay, through: Set(network.actors.indices)))
      #expect(loss.reachablePairsAfter == reached(in: network, among: stay, through: Set(stay)))
    }
  }

  /// Ordered pairs of some actors with a way through others, by one search an actor.
  private func reached(in network: KnowledgeNetwork, among named: [Int], through open: Set<Int>) -> Int {
    let wanted = Set(named)
    return named.reduce(0) { sum, start in
      var seen: Set = [start]
      var waiting = [start]
      while let actor = waiting.popLast() {
        for next in network.receivers(of: actor) where open.contains(next) && seen.insert(next).inserted {
          waiting.append(next)
        }
      }
      return sum + seen.intersection(wanted).count - 1
    }
  }

  @Test func aLongChainAndOneLargeComponent() throws {
    let count = 6_000
    let chain = (1..<count).map { ($0 - 1, $0) }
    let labels = (0..<count).map { $0 == 1_500 ? "middle" : nil }
    let grouping = Grouping(name: "kind", labels: labels)
    let broken = try #require(try KnowledgeNetwork.test(count, chain).losses(withoutEachOf: grouping).first)
    #expect(broken.reachablePairsBefore == (count - 1) * (count - 2) / 2)
    #expect(broken.reachablePairsAfter == 1_500 * 1_499 / 2 + 4_499 * 4_498 / 2)
    #expect(broken.componentsBefore == 1 && broken.componentsAfter == 2)
    let ring = try KnowledgeNetwork.test(count, chain + [(count - 1, 0)])
    let opened = try #require(try ring.losses(withoutEachOf: grouping).first)
    #expect(opened.reachablePairsBefore == (count - 1) * (count - 2))
    #expect(opened.reachablePairsAfter == (count - 1) * (count - 2) / 2)
    #expect(opened.componentsAfter == 1)
  }

  @Test func unfitGroupingsAreRefused() throws {
    let network = try KnowledgeNetwork.test(2, [(0, 1)])
    for (labels, code) in [(["x"], BuzzlineError.Code.mismatchedGrouping), ([nil, nil], .noGroups)] {
      let error = #expect(throws: BuzzlineError.self) {
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
    let error = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }
}
