public import KnowledgeNetworks

/// Clusters that are small worlds, joined by pipelines between some of their actors, the experts.
///
/// In a cluster everybody stands on a ring and is tied to its nearest neighbours; then each tie is led elsewhere in the
/// cluster with some chance: Watts & Strogatz (1998), [doi:10.1038/30918](https://doi.org/10.1038/30918). Pipelines are
/// drawn from all pairs of experts of different clusters, so that more of them contain the fewer of the same seed.
public struct SmallWorldClusters: Hashable, Sendable {
  /// How many actors each cluster has.
  public var sizes: [Int]
  /// How many of each cluster are experts.
  public var experts: [Int]
  /// How many neighbours everybody has on the ring, an even number.
  public var neighbours = 4
  /// The chance that a tie is led elsewhere.
  public var rewiring = 0.15

  /// Clusters of such sizes.
  public init(sizes: [Int], experts: [Int]) {
    self.sizes = sizes
    self.experts = experts
  }

  /// Where each cluster begins in the roster, and where the last ends.
  public var starts: [Int] { sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) } }

  /// The experts of each cluster, each actor as likely as any other.
  public func expertPositions(seed: UInt64) -> [[Int]] {
    var generator = SeededGenerator(seed: seed, stream: 1)
    return sizes.indices.map { cluster in
      var members = Array(starts[cluster]..<starts[cluster + 1])
      generator.shuffle(&members)
      return members.prefix(experts[cluster]).sorted()
    }
  }

  /// The network with so many pipelines, or as many as there can be.
  public func network(pipelines: Int, seed: UInt64) throws -> KnowledgeNetwork {
    let actors = sizes.indices.flatMap { cluster in
      (0..<sizes[cluster]).map {
        NetworkActor(id: "\(cluster)-\($0)", cluster: Cluster(rawValue: Self.name(of: cluster)))
      }
    }
    let ties = sizes.indices.flatMap { ring(of: $0, seed: seed) } + drawnPipelines(pipelines, seed: seed)
    return try KnowledgeNetwork(
      actors: actors, ties: ties.map { Tie(source: $0.0, target: $0.1) }, isDirected: false)
  }

  /// What a cluster is called: A, B, C and so on.
  public static func name(of cluster: Int) -> String { String(UnicodeScalar(UInt8(65 + cluster))) }

  private func ring(of cluster: Int, seed: UInt64) -> [(Int, Int)] {
    var generator = SeededGenerator(seed: seed, stream: UInt64(3 + cluster))
    let (first, size) = (starts[cluster], sizes[cluster])
    var partners = [Set<Int>](repeating: [], count: size)
    func tie(_ left: Int, _ right: Int) {
      partners[left].insert(right)
      partners[right].insert(left)
    }
    for step in 1...neighbours / 2 {
      for actor in 0..<size where (actor + step) % size != actor { tie(actor, (actor + step) % size) }
    }
    for step in 1...neighbours / 2 {
      for actor in 0..<size where generator.unit() < rewiring {
        let old = (actor + step) % size
        let free = (0..<size).filter { $0 != actor && !partners[actor].contains($0) }
        guard partners[actor].contains(old), !free.isEmpty else { continue }
        partners[actor].remove(old)
        partners[old].remove(actor)
        tie(actor, free[generator.below(free.count)])
      }
    }
    return partners.indices.flatMap { left in
      partners[left].filter { left < $0 }.sorted().map { (first + left, first + $0) }
    }
  }

  private func drawnPipelines(_ count: Int, seed: UInt64) -> [(Int, Int)] {
    let experts = expertPositions(seed: seed)
    var pairs = experts.indices.flatMap { left in
      experts.indices.filter { left < $0 }.flatMap { right in
        experts[left].flatMap { first in experts[right].map { (first, $0) } }
      }
    }
    var generator = SeededGenerator(seed: seed, stream: 2)
    generator.shuffle(&pairs)
    return Array(pairs.prefix(count))
  }
}
