internal import Foundation
internal import KnowledgeNetworks
internal import TestNetworks

/// Networks whose actors state clusters and kinds, made at random or by hand, and the example of ten organisations.
enum ClusteredNetworks {
  /// A random network in which some actors state no cluster and some no kind.
  static func random(_ actorCount: Int, density: Double, seed: UInt64, isDirected: Bool = true) throws
    -> KnowledgeNetwork
  {
    let plain = try KnowledgeNetwork.random(actorCount, density: density, seed: seed, isDirected: isDirected)
    var generator = SeededGenerator(seed: seed, stream: 99)
    let clusters: [Cluster?] = ["north", "south", "east", nil]
    let kinds: [ActorKind?] = [.sme, .largeFirm, .researchInstitute, nil]
    let actors = plain.actors.map {
      NetworkActor(
        id: $0.id, kind: kinds[generator.below(kinds.count)], cluster: clusters[generator.below(clusters.count)])
    }
    return try KnowledgeNetwork(actors: actors, ties: plain.ties, isDirected: isDirected)
  }

  /// Random networks of many sizes and densities.
  static func sample(isDirected: Bool = true) throws -> [KnowledgeNetwork] {
    try (0..<120).map { seed in
      try random(
        1 + seed % 9, density: [0.1, 0.3, 0.6][seed % 3], seed: UInt64(seed), isDirected: isDirected)
    }
  }

  /// Actors `name@cluster`, without cluster where no `@` is, and ties `giver>receiver`, all separated by spaces.
  static func written(_ roster: String, _ ties: String, isDirected: Bool = true) throws -> KnowledgeNetwork {
    let actors = roster.split(separator: " ").map { word in
      let parts = word.split(separator: "@").map(String.init)
      return NetworkActor(id: parts[0], cluster: parts.count > 1 ? Cluster(rawValue: parts[1]) : nil)
    }
    let positions = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
    return try KnowledgeNetwork(
      actors: actors,
      ties: ties.split(separator: " ").compactMap { word in
        let ends = word.split(separator: ">").compactMap { positions[String($0)] }
        return ends.count == 2 ? Tie(source: ends[0], target: ends[1]) : nil
      }, isDirected: isDirected)
  }

  /// The ten organisations of `examples/knoke`.
  static func knoke() throws -> KnowledgeNetwork {
    func rows(_ file: String) throws -> [[String]] {
      try ReferenceFiles.rows(of: ReferenceFiles.examples.appending(path: "knoke/" + file))
    }
    let actors = try rows("actors.csv").map {
      NetworkActor(
        id: $0[0], name: $0[1], kind: ActorKind(rawValue: $0[2]), cluster: Cluster(rawValue: $0[3]),
        attributes: ["sector": $0[4], "textbook_group": $0[5]])
    }
    let positions = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
    let ties = try rows("ties.csv").compactMap { row -> Tie? in
      guard let source = positions[row[0]], let target = positions[row[1]] else { return nil }
      return Tie(source: source, target: target)
    }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }
}

/// A network as a plain table, from which the naive twins of these tests count.
struct NaiveTable {
  let has: [[Bool]]
  let clusters: [String?]
  var actors: Range<Int> { has.indices }

  init(_ network: KnowledgeNetwork) {
    has = network.actors.indices.map { giver in
      network.actors.indices.map { network.hasTie(from: giver, to: $0) }
    }
    clusters = network.actors.map { $0.cluster?.rawValue }
  }

  func isInside(_ left: Int, _ right: Int) -> Bool { clusters[left] != nil && clusters[left] == clusters[right] }
  func isOutside(_ left: Int, _ right: Int) -> Bool {
    clusters[left] != nil && clusters[right] != nil && clusters[left] != clusters[right]
  }
  func givenInside(_ actor: Int) -> Int { actors.count { has[actor][$0] && isInside(actor, $0) } }
  func receivedInside(_ actor: Int) -> Int { actors.count { has[$0][actor] && isInside(actor, $0) } }
  func receivedOutside(_ actor: Int) -> Int { actors.count { has[$0][actor] && isOutside(actor, $0) } }

  /// Whether the actor has ties, and each touches someone without a cluster.
  func isUndefined(_ actor: Int) -> Bool {
    let partners = actors.filter { has[actor][$0] || has[$0][actor] }
    return !partners.isEmpty && partners.allSatisfy { clusters[$0] == nil || clusters[actor] == nil }
  }
}
