import KnowledgeNetworks
import Testing

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
