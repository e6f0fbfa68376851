import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct BoundaryBetweennessTests {
  /// Groups by chance; about one actor in six has none.
  private static func grouping(_ network: KnowledgeNetwork, _ count: Int, seed: Int) -> Grouping {
    var generator = SeededGenerator(seed: UInt64(seed), stream: 9)
    return Grouping(
      name: "cluster",
      labels: network.actors.map { _ in
        let number = generator.below(6 * count)
        return number < 5 * count ? "C\(number % count)" : nil
      })
  }

  /// The samples with groups that at least one actor states.
  private static let samples: [(network: KnowledgeNetwork, groups: Grouping)] =
    CentralitySamples.all.enumerated().compactMap { run, network in
      let groups = grouping(network, 1 + run % 4, seed: run)
      return groups.groups.isEmpty ? nil : (network, groups)
    }

  @Test func pathsCountBetweenGroupsAlone() throws {
    #expect(Self.samples.count > 200)
    for (network, groups) in Self.samples {
      let twin = CentralityTwins(of: network, counts: .distance)
      let expected = twin.betweenness { source, target in
        guard let one = groups[source], let other = groups[target] else { return false }
        return one != other
      }
      expect(try network.betweenness(between: groups), equal: expected)
    }
  }

  @Test func pairsOfOthersOfDifferentGroupsDivideIt() throws {
    for (network, groups) in Self.samples {
      let raw = try network.betweenness(between: groups)
      let expected = network.actors.indices.map { actor in
        let others = network.actors.indices.filter { $0 != actor && groups[$0] != nil }
        let pairs = others.reduce(0) { sum, one in sum + others.count { groups[$0] != groups[one] } }
        return pairs == 0 ? .nan : (raw[actor] ?? .nan) / (network.isDirected ? Double(pairs) : Double(pairs) / 2)
      }
      expect(try network.betweenness(between: groups, isNormalized: true), equal: expected)
    }
  }

  @Test func withEveryActorAGroupItIsBetweenness() throws {
    for network in CentralitySamples.random {
      let each = Grouping(name: "actor", labels: network.actors.indices.map { "\($0)" })
      expect(
        try network.betweenness(between: each),
        equal: try network.betweenness(engine: .parallel).map { $0 ?? .nan })
      let all = Grouping(name: "all", labels: network.actors.map { _ in "one" })
      #expect(try network.betweenness(between: all).allSatisfy { $0 == 0 })
    }
  }

  @Test func turningAllTiesLeavesItAsItIs() throws {
    for (network, groups) in Self.samples {
      expect(
        try network.reversed().betweenness(between: groups),
        equal: try network.betweenness(between: groups).map { $0 ?? .nan })
    }
  }

  @Test func threadsChangeNothing() throws {
    let network = try KnowledgeNetwork.random(900, density: 0.01, seed: 6)
    let groups = Self.grouping(network, 12, seed: 6)
    let alone = try network.betweenness(between: groups, workers: Workers(threads: 1))
    for threads in [2, 8] {
      #expect(try network.betweenness(between: groups, workers: Workers(threads: threads)) == alone)
    }
  }

  @Test func whatIsMissingIsSaid() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (1, 2)])
    let none = Grouping(name: "cluster", labels: [nil, nil, nil])
    #expect(throws: BuzzlineError.self) { try network.betweenness(between: none) }
    #expect(throws: BuzzlineError.self) {
      try network.betweenness(between: Grouping(name: "cluster", labels: ["a", "b"]))
    }
    let scores = try network.scores(of: [.betweennessBetweenClusters])[0]
    #expect(scores.allSatisfy { $0 == nil })
    #expect(scores.remarks == ["No actor's cluster is stated, so betweenness-between-clusters is not defined."])
    let some = Grouping(name: "cluster", labels: ["a", nil, "b"])
    #expect(try network.betweenness(between: some).map { $0 } == [0, 1, 0])
    #expect(
      try network.betweenness(between: some).remarks == ["Actors without a stated cluster are no ends of paths: 1."])
  }
}
