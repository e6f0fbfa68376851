import KnowledgeNetworks
import TestNetworks
import Testing

struct KnowledgeNetworkTests {
  @Test func `rows both ways are those of a list of ties`() throws {
    #expect(RandomNetworks.cases.count == 300)
    for (network, naive) in RandomNetworks.cases {
      for actor in 0..<naive.actorCount {
        try #require(Array(network.receivers(of: actor)) == naive.receivers(of: actor))
        try #require(Array(network.givers(to: actor)) == naive.givers(to: actor))
        try #require(network.receiverCount(of: actor) == naive.receivers(of: actor).count)
        try #require(network.giverCount(to: actor) == naive.givers(to: actor).count)
      }
    }
  }

  @Test func `weights both ways are the sums of a pair's ties`() throws {
    for (network, naive) in RandomNetworks.cases {
      for actor in 0..<naive.actorCount {
        let receivers = network.weightedReceivers(of: actor).map { [Double($0.partner), $0.weight] }
        try #require(
          receivers == naive.receivers(of: actor).map { [Double($0), naive.weight(actor, $0) ?? .nan] })
        let givers = network.weightedGivers(to: actor).map { [Double($0.partner), $0.weight] }
        try #require(givers == naive.givers(to: actor).map { [Double($0), naive.weight($0, actor) ?? .nan] })
        for other in 0..<naive.actorCount {
          try #require(network.weight(from: actor, to: other) == naive.weight(actor, other))
          try #require(network.hasTie(from: actor, to: other) == (naive.weight(actor, other) != nil))
        }
      }
    }
  }

  @Test func `connected pairs come once, in order`() throws {
    for (network, naive) in RandomNetworks.cases {
      let expected = (0..<naive.actorCount).flatMap { source in
        naive.receivers(of: source).filter { naive.isDirected || source < $0 }
          .map { "\(source) \($0) \(naive.weight(source, $0) ?? .nan)" }
      }
      try #require(network.pairs.map { "\($0.source) \($0.target) \($0.weight)" } == expected)
      try #require(network.pairCount == expected.count)
      try #require(network.isWeighted == network.pairs.contains { $0.weight != 1 })
    }
  }

  @Test func `actors are found by identifier and kind`() throws {
    for (network, _) in RandomNetworks.cases {
      for (position, actor) in network.actors.enumerated() {
        try #require(network.position(of: actor.id) == position)
      }
      let firms = network.actors.indices.filter { network.actors[$0].kind?.rawValue == "sme" }
      try #require(network.actors(of: .sme) == firms)
      try #require(network.position(of: "nobody") == nil)
    }
  }

  @Test func `three actors worked by hand`() throws {
    let network = try KnowledgeNetwork.test(3, [(0, 1), (2, 1)])
    #expect(Array(network.receivers(of: 0)) == [1])
    #expect(Array(network.givers(to: 1)) == [0, 2])
    #expect(network.receivers(of: 1).isEmpty)
    #expect(!network.hasTie(from: 1, to: 0))
    let undirected = try KnowledgeNetwork.test(3, [(0, 1), (2, 1)], isDirected: false)
    #expect(Array(undirected.receivers(of: 1)) == [0, 2])
    #expect(undirected.hasTie(from: 1, to: 0))
    #expect(undirected.pairCount == 2)
  }
}

struct KnowledgeNetworkTiesTests {
  @Test func `every tie comes once, by source, target, wave, topic and channel`() throws {
    for (network, naive) in RandomNetworks.cases {
      try #require(Array(network.ties) == naive.listed)
      try #require(network.tieCount == naive.ties.count)
    }
  }

  @Test func `the ties of a pair are those between its two actors`() throws {
    for (network, naive) in RandomNetworks.cases {
      for source in 0..<naive.actorCount {
        for target in 0..<naive.actorCount {
          try #require(network.ties(from: source, to: target) == naive.between(source, target))
        }
      }
    }
  }

  @Test func `topics, channels and waves that occur are listed in ascending order`() throws {
    for (network, naive) in RandomNetworks.cases {
      try #require(network.topics == Set(naive.ties.compactMap(\.topic)).sorted())
      try #require(network.channels == Set(naive.ties.compactMap(\.channel)).sorted())
      let waves = Set(naive.ties.compactMap(\.wave)).sorted { NaiveNetwork.padded($0) < NaiveNetwork.padded($1) }
      try #require(network.waves == waves)
    }
  }

  @Test func `an empty word is a word, not an absent one`() throws {
    let ties = [Tie(source: 0, target: 1, topic: ""), Tie(source: 0, target: 1)]
    let network = try KnowledgeNetwork(actors: [NetworkActor(id: "x"), NetworkActor(id: "y")], ties: ties)
    #expect(network.ties.map(\.topic) == [nil, ""])
    #expect(network.topics == [""])
  }
}
