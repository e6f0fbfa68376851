import KnowledgeNetworks
import TestNetworks

/// Networks on which kernels are compared with their naive twins.
enum SmallNetworks {
  /// Random networks of 2 to 12 actors, sparse to dense, every fifth without direction.
  static func random(_ count: Int) throws -> [KnowledgeNetwork] {
    try (0..<count).map { run in
      try .random(
        2 + run % 11, density: [0.1, 0.25, 0.5, 0.8][run % 4], seed: UInt64(run), isDirected: run % 5 != 0)
    }
  }

  /// Random networks with random strengths.
  static func weighted(_ count: Int) throws -> [KnowledgeNetwork] {
    try random(count).enumerated().map { run, network in
      var generator = SeededGenerator(seed: UInt64(run), stream: 1)
      let ties = network.ties.map { tie in
        var tie = tie
        tie.weight = 0.1 + 5 * generator.unit()
        return tie
      }
      return try KnowledgeNetwork(
        actors: network.actors, ties: ties, isDirected: network.isDirected, weightMeaning: .strength)
    }
  }

  /// The actors dealt out to clusters, some of them to none.
  static func labels(_ actorCount: Int, groups: Int, seed: UInt64) -> [String?] {
    var generator = SeededGenerator(seed: seed, stream: 2)
    return (0..<actorCount).map { _ in
      let group = generator.below(groups + 1)
      return group == groups ? nil : "g\(group)"
    }
  }

  /// A network whose actors carry clusters, regions and countries, some unknown.
  static func placed(_ network: KnowledgeNetwork, seed: UInt64) throws -> KnowledgeNetwork {
    let clusters = labels(network.actorCount, groups: 3, seed: seed)
    let regions = labels(network.actorCount, groups: 2, seed: seed + 1_000)
    let countries = labels(network.actorCount, groups: 2, seed: seed + 2_000)
    let actors = network.actors.indices.map { actor in
      NetworkActor(
        id: "a\(actor)", cluster: clusters[actor].map { Cluster(rawValue: $0) }, region: regions[actor],
        country: countries[actor])
    }
    return try KnowledgeNetwork(
      actors: actors, ties: network.ties, isDirected: network.isDirected, weightMeaning: network.weightMeaning)
  }
}

extension KnowledgeNetwork {
  /// The weights as a square table, 0 where there is no tie.
  var dense: [[Double]] {
    actors.indices.map { source in actors.indices.map { weight(from: source, to: $0) ?? 0 } }
  }

  /// Whether one gave to the other, as a square table.
  var links: [[Bool]] { dense.map { $0.map { $0 > 0 } } }
}

/// Steps of shortest paths between all pairs; `nil` out of reach.
func stepTable(_ links: [[Bool]]) -> [[Int?]] {
  shortestLengths(along: links.map { $0.map { $0 ? 1 : .infinity } }).map { $0.map { $0.isFinite ? Int($0) : nil } }
}
