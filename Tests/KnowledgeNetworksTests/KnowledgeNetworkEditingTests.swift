import KnowledgeNetworks
import TestNetworks
import Testing

struct KnowledgeNetworkSlicesTests {
  /// The rows of a tie with actors by name, so that networks with different rosters compare.
  static func lines(_ network: KnowledgeNetwork, _ ties: [Tie]) -> [String] {
    ties.map {
      let ends = [network.actors[$0.source].id, network.actors[$0.target].id]
      let layer = [$0.topic, $0.channel, $0.wave].map { $0 ?? "-" }
      return "\(network.isDirected ? ends : ends.sorted()) \($0.weight) \(layer)"
    }.sorted()
  }

  @Test func `conditions on ties keep every actor and the ties that meet all of them`() throws {
    for (network, _) in RandomNetworks.cases {
      let slice = network.slice(
        scopes: [.localBuzz, .unknown], topics: ["a"], channels: ["mail", "fair"], waves: ["1", "10", "never"])
      let kept = network.ties.filter { tie in
        let scope = network.scope(between: tie.source, and: tie.target)
        return (scope == .localBuzz || scope == .unknown) && tie.topic == "a" && tie.channel != nil
          && (tie.wave == "1" || tie.wave == "10")
      }
      try #require(Array(slice.ties) == kept)
      try #require(slice.actors == network.actors)
    }
  }

  @Test func `conditions on actors keep them and the ties among them`() throws {
    for (network, _) in RandomNetworks.cases {
      let slice = network.slice(kinds: [.sme], clusters: ["Jena", "Wels"])
      let isKept = network.actors.map { $0.kind == .sme && $0.cluster != nil }
      let inside = network.ties.filter { isKept[$0.source] && isKept[$0.target] }
      try #require(slice.actors == network.actors.filter { $0.kind == .sme && $0.cluster != nil })
      try #require(Self.lines(slice, Array(slice.ties)) == Self.lines(network, inside))
    }
  }

  @Test func `both sorts of conditions at once are one after the other`() throws {
    for (network, _) in RandomNetworks.cases {
      let scopes: Set<TieScope> = [.localBuzz, .globalPipeline(.international), .globalPipeline(.unstated)]
      let atOnce = network.slice(kinds: [.sme, .largeFirm], scopes: scopes, topics: ["a", "b"])
      let inTurn = network.slice(kinds: [.sme, .largeFirm]).slice(scopes: scopes).slice(topics: ["a", "b"])
      try #require(Array(atOnce.ties) == Array(inTurn.ties))
      try #require(atOnce.actors == inTurn.actors)
    }
  }

  @Test func `no condition changes nothing and an empty one takes nothing`() throws {
    for (network, _) in RandomNetworks.cases {
      try #require(Array(network.slice().ties) == Array(network.ties))
      try #require(network.slice(topics: []).tieCount == 0)
      try #require(network.slice(kinds: []).actorCount == 0)
    }
  }

  @Test func `induced takes the actors in the order given and the ties among them`() throws {
    for (number, (network, _)) in RandomNetworks.cases.enumerated() {
      var generator = SeededGenerator(seed: UInt64(number))
      var order = Array(network.actors.indices)
      generator.shuffle(&order)
      let kept = Array(order.prefix(generator.below(order.count + 1)))
      let induced = network.induced(on: kept)
      try #require(induced.actors == kept.map { network.actors[$0] })
      let inside = network.ties.filter { kept.contains($0.source) && kept.contains($0.target) }
      try #require(Self.lines(induced, Array(induced.ties)) == Self.lines(network, inside))
      for (new, old) in kept.enumerated() { try #require(induced.position(of: network.actors[old].id) == new) }
    }
  }

  @Test func `reversed turns every tie round, and twice is as before`() throws {
    for (network, naive) in RandomNetworks.cases {
      let reversed = network.reversed()
      for actor in network.actors.indices {
        try #require(Array(reversed.receivers(of: actor)) == naive.givers(to: actor))
        try #require(Array(reversed.givers(to: actor)) == naive.receivers(of: actor))
      }
      try #require(Array(reversed.reversed().ties) == Array(network.ties))
    }
  }

  @Test func `keeping passes on what its condition throws`() throws {
    struct Stop: Error {}
    let actors = [NetworkActor(id: "x"), NetworkActor(id: "y")]
    let network = try KnowledgeNetwork(
      actors: actors, ties: [Tie(source: 0, target: 1)], isDirected: false, weightMeaning: .strength)
    #expect(throws: Stop.self) { try network.keeping { _ in throw Stop() } }
    let kept = network.keeping { _ in true }
    #expect(!kept.isDirected && kept.weightMeaning == .strength)
  }
}

/// What a researcher writes in code: networks by identifiers, other networks made of them, paths.
@Suite struct KnowledgeNetworkIdentifiersTests {
  private func chain() throws -> KnowledgeNetwork {
    try KnowledgeNetwork(ties: [(from: "n10", to: "n2"), (from: "n2", to: "n1"), (from: "n9", to: "n1")])
  }

  private func pairs(_ network: KnowledgeNetwork) -> [String] {
    network.ties.map { "\(network.actors[$0.source].id)-\(network.actors[$0.target].id) \($0.weight)" }
  }

  @Test func theRosterIsWhomTheTiesName() throws {
    let network = try KnowledgeNetwork(ties: [(from: "n10", to: "n2", weight: 2), (from: "n2", to: "n1", weight: 0.5)])
    #expect(network.actors.map(\.id) == ["n1", "n2", "n10"])
    #expect(network.weightMeaning == .strength)
    #expect(pairs(network) == ["n2-n1 0.5", "n10-n2 2.0"])
    #expect(network["n2"]?.id == "n2")
    #expect(network["n3"] == nil)
    #expect(try chain().weightMeaning == .none)
  }

  @Test func wrongTiesAreRefused() {
    #expect(throws: BuzzlineError.self) { try KnowledgeNetwork(ties: [(from: "a", to: "a")]) }
    #expect(throws: BuzzlineError.self) { try KnowledgeNetwork(ties: [(from: "a", to: "b", weight: -1)]) }
  }

  @Test func tiesAreAddedAndRemoved() throws {
    let network = try chain()
    let more = try network.adding([Tie(source: 0, target: 3)])
    #expect(more.tieCount == 4)
    #expect(more.hasTie(from: 0, to: 3))
    #expect(more.removing { $0.source == 0 }.ties.elementsEqual(network.ties))
    #expect(throws: BuzzlineError.self) { try network.adding([Tie(source: 0, target: 4)]) }
  }

  @Test func aUnionJoinsActorsOfOneIdentifier() throws {
    let other = try KnowledgeNetwork(ties: [(from: "n1", to: "x"), (from: "n2", to: "n1")])
    let both = try chain().union(other)
    #expect(both.actors.map(\.id) == ["n1", "n2", "n9", "n10", "x"])
    #expect(pairs(both) == ["n1-x 1.0", "n2-n1 1.0", "n2-n1 1.0", "n9-n1 1.0", "n10-n2 1.0"])
    let undirected = try KnowledgeNetwork(ties: [(from: "a", to: "b")], isDirected: false)
    #expect(throws: BuzzlineError.self) { try chain().union(undirected) }
  }

  @Test func anEgoNetworkHoldsPartnersOfBothDirections() throws {
    let network = try chain()
    let ego = network.egoNetwork(of: 1)
    #expect(ego.actors.map(\.id) == ["n1", "n2", "n10"])
    #expect(ego.tieCount == 2)
    #expect(network.egoNetwork(of: 1, includingEgo: false).tieCount == 0)
  }

  @Test func pathsFollowTheDirectionOfKnowledge() throws {
    let network = try chain()
    #expect(network.path(from: 3, to: 0) == [3, 1, 0])
    #expect(network.distance(from: 3, to: 0) == 2)
    #expect(network.path(from: 0, to: 3) == nil)
    #expect(network.distance(from: 2, to: 2) == 0)
  }

  @Test(arguments: 0..<20)
  func distancesEqualFloydAndWarshall(seed: UInt64) throws {
    let network = try KnowledgeNetwork.random(12, density: 0.12, seed: seed, isDirected: seed.isMultiple(of: 2))
    let steps = network.stepsBetweenAll()
    for source in network.actors.indices {
      for target in network.actors.indices {
        #expect(network.distance(from: source, to: target).map(Double.init) ?? .infinity == steps[source][target])
        let path = network.path(from: source, to: target)
        #expect(zip(path ?? [], (path ?? []).dropFirst()).allSatisfy { network.hasTie(from: $0, to: $1) })
      }
    }
  }
}
