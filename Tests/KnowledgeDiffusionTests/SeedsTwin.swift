import KnowledgeNetworks
import TestNetworks

@testable import KnowledgeDiffusion

/// Whom every actor reaches in every graph, and sets valued by nothing but that.
struct SeedsTwin {
  /// For each graph and actor, who is reached.
  let reach: [[Set<Int>]]

  init(_ model: some LiveTieModel, on network: KnowledgeNetwork, seed: UInt64, graphs: Int) throws {
    var graph = LiveEdgeGraph(of: try model.liveTies(on: network), seed: seed)
    reach = (0..<graphs).map { number in
      graph.show(number)
      return network.actors.indices.map { actor in
        var reached: Set = [actor]
        while case let more = Set(reached.flatMap { graph.receivers(of: $0).map { Int($0) } }).subtracting(reached),
          !more.isEmpty
        {
          reached.formUnion(more)
        }
        return reached
      }
    }
  }

  /// How many a set reaches in each graph.
  func reached(from set: [Int]) -> [Int] {
    reach.map { graph in set.reduce(into: Set<Int>()) { $0.formUnion(graph[$1]) }.count }
  }

  func mean(from set: [Int]) -> Double { Double(reached(from: set).reduce(0, +)) / Double(reach.count) }

  /// Greedy choice that looks at every actor every time.
  func greedy(_ count: Int) -> [Int] {
    var chosen: [Int] = []
    for _ in 0..<count {
      let rest = reach[0].indices.filter { !chosen.contains($0) }
      chosen.append(rest.max { (mean(from: chosen + [$0]), -$0) < (mean(from: chosen + [$1]), -$1) } ?? 0)
    }
    return chosen
  }

  /// The highest mean of any set of a size and all sets that have it.
  func best(_ count: Int) -> (mean: Double, sets: [[Int]]) {
    let valued = subsets(of: count, below: reach[0].count).map { ($0, mean(from: $0)) }
    let highest = valued.map(\.1).max() ?? 0
    return (highest, valued.filter { $0.1 == highest }.map(\.0).sorted { $0.lexicographicallyPrecedes($1) })
  }
}

/// Networks on which choices are compared with their twins.
enum SeedNetworks {
  /// Random networks of 4 to 10 actors, sparse to dense, every third without direction.
  static func random(_ count: Int) throws -> [KnowledgeNetwork] {
    try (0..<count).map { run in
      try .random(4 + run % 7, density: [0.1, 0.2, 0.35][run % 3], seed: UInt64(run), isDirected: run % 4 != 0)
    }
  }

  /// A random network whose actors carry kinds and clusters, some unknown.
  static func labelled(_ actorCount: Int, density: Double, seed: UInt64) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: seed, stream: 9)
    let kinds: [ActorKind?] = [.sme, .sme, .largeFirm, .researchInstitute, nil]
    let clusters: [Cluster?] = ["north", "south", "west", nil]
    let actors = (0..<actorCount).map { actor in
      NetworkActor(id: "a\(actor)", kind: kinds[generator.below(5)], cluster: clusters[generator.below(4)])
    }
    return try KnowledgeNetwork(
      actors: actors, ties: KnowledgeNetwork.random(actorCount, density: density, seed: seed).ties)
  }
}

extension Estimate {
  /// Whether two are the same but for the rounding of their sums.
  func isNear(_ other: Estimate) -> Bool {
    abs(mean - other.mean) < 1e-9 && runs == other.runs
      && abs((standardError ?? -1) - (other.standardError ?? -1)) < 1e-9
  }
}
