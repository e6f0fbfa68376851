import KnowledgeNetworks
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
