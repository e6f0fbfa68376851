internal import Buzzline

/// A network that its size and seed 1 stand for.
///
/// It is made when it is asked for: each benchmark runs in a process of its own, and none should hold, or wait for, the
/// networks of the others.
struct Input: Sendable {
  let actors: Int
  let ties: Int
  let clusters: Int

  var name: String { "\(actors)/\(ties)" }

  func network() throws -> KnowledgeNetwork { try SyntheticNetwork(design).network() }

  var design: ClusterDesign { ClusterDesign(actors: actors, ties: ties, clusters: clusters, seed: 1) }

  /// Ten ties an actor, each size about three times the one before: enough to see how a kernel grows.
  static let sizes = [(2_000, 20), (6_000, 60), (20_000, 200)].map { actors, clusters in
    Input(actors: actors, ties: 10 * actors, clusters: clusters)
  }
}
