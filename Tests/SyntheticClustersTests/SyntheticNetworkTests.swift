import KnowledgeNetworks
import NetworkMeasures
import SyntheticClusters
import Testing

/// Made networks are what their design says.
@Suite struct SyntheticNetworkTests {
  static let design = ClusterDesign(actors: 3_000, ties: 24_000, clusters: 8, seed: 7)

  /// From one actor to complete networks, by way of clusters of one.
  static let sizes = [
    (1, 0, 1), (2, 1, 1), (2, 2, 1), (2, 2, 2), (3, 6, 1), (4, 6, 2), (5, 20, 1), (6, 30, 6), (10, 8, 10), (10, 90, 10),
    (30, 220, 4), (40, 1_000, 1), (60, 3_000, 1), (100, 1_000, 5), (100, 2_000, 3), (416, 2_600, 5), (900, 100, 30),
    (2_000, 40_000, 700),
  ]

  @Test(arguments: sizes) func everyDesignIsMetExactly(actors: Int, ties: Int, clusters: Int) throws {
    var design = ClusterDesign(actors: actors, ties: ties, clusters: clusters)
    if ties == actors * (actors - 1) { design.isolateShare = 0 }
    let made = try SyntheticNetwork(design)
    let network = try made.network()
    #expect(network.actorCount == actors)
    #expect(made.tieCount == ties && network.pairCount == ties && network.tieCount == ties)
    #expect(Set(network.actors.map(\.cluster)).count == clusters)
    #expect(network.actors.map(\.id) == network.actors.map(\.id).sorted())
    #expect(Set(network.actors.map(\.name)).count == actors)
  }

  @Test func rowsAreAscendingAndDistinct() throws {
    let made = try SyntheticNetwork(Self.design)
    for actor in 0..<made.actorCount {
      let row = made.receivers[Int(made.rowStarts[actor])..<Int(made.rowStarts[actor + 1])]
      #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 } && !row.contains(UInt32(actor)))
    }
  }

  @Test func pipelinesTouchOnlyCarriers() throws {
    let made = try SyntheticNetwork(Self.design)
    let network = try made.network()
    var pipelines = 0
    for pair in network.pairs where network.scope(between: pair.source, and: pair.target).isPipeline {
      pipelines += 1
      for end in [pair.source, pair.target] { #expect([.gatekeeper, .externalStar].contains(made.role(of: end))) }
    }
    #expect(abs(Double(pipelines) / 24_000 - Self.design.pipelineShare) < 0.001)
  }

  @Test func rolesAreWhatTheySay() throws {
    let made = try SyntheticNetwork(Self.design)
    let network = try made.network()
    let contacts = { (actor: Int) in
      Double(
        Set(network.receivers(of: actor)).union(network.givers(to: actor)).count {
          !network.scope(between: actor, and: $0).isPipeline
        })
    }
    func mean(_ role: PlantedRole) -> Double {
      let actors = made.actors(in: role)
      return actors.reduce(0) { $0 + contacts($1) } / Double(actors.count)
    }
    #expect(made.actors(in: .clusterManagement).count == 8)
    #expect(mean(.clusterManagement) > 5 * mean(.member))
    #expect(mean(.gatekeeper) > 1.5 * mean(.member))
    #expect(mean(.externalStar) < 0.5 * mean(.member))
    #expect(made.actors(in: .isolate).allSatisfy { network.receiverCount(of: $0) + network.giverCount(to: $0) == 0 })
    #expect(!made.actors(in: .isolate).isEmpty)
  }

  @Test(arguments: [1, 2, 8]) func threadsAreWithoutEffect(_ threads: Int) throws {
    let one = try SyntheticNetwork(Self.design, workers: Workers(threads: 1))
    let other = try SyntheticNetwork(Self.design, workers: Workers(threads: threads))
    #expect(one.receivers == other.receivers && one.rowStarts == other.rowStarts && one.actors == other.actors)
  }

  @Test func seedsDiffer() throws {
    var design = Self.design
    design.seed = 8
    #expect(try SyntheticNetwork(design).receivers != SyntheticNetwork(Self.design).receivers)
  }

  @Test(arguments: [0.1, 0.3, 0.5, 0.7]) func reciprocityIsNearTheDesign(_ reciprocity: Double) throws {
    var design = Self.design
    design.reciprocity = reciprocity
    let network = try SyntheticNetwork(design).network()
    var (local, returned) = (0, 0)
    for pair in network.pairs where !network.scope(between: pair.source, and: pair.target).isPipeline {
      local += 1
      if network.hasTie(from: pair.target, to: pair.source) { returned += 1 }
    }
    #expect(abs(Double(returned) / Double(local) - reciprocity) < 0.06)
  }

  @Test func triadsAreClosedMoreOftenThanByChance() throws {
    var open = Self.design
    open.closure = 0
    let closed = try closedShare(of: try SyntheticNetwork(Self.design).network())
    let byChance = try closedShare(of: try SyntheticNetwork(open).network())
    #expect(closed > 1.5 * byChance)
  }

  /// The share of two-step paths inside a cluster whose ends are tied.
  private func closedShare(of network: KnowledgeNetwork) throws -> Double {
    var (paths, closed) = (0, 0)
    for actor in network.actors.indices where network.actors[actor].kind != .clusterManagement {
      for between in network.receivers(of: actor) where network.actors[between].kind != .clusterManagement {
        for end in network.receivers(of: between) where end != actor {
          paths += 1
          if network.hasTie(from: actor, to: end) { closed += 1 }
        }
      }
    }
    return Double(closed) / Double(paths)
  }

  @Test func kindsFollowTheirShares() throws {
    let actors = try SyntheticNetwork(Self.design).actors
    #expect(abs(Double(actors.count { $0.kind == .sme }) / 3_000 - 0.7) < 0.03)
    #expect(abs(Double(actors.count { $0.kind == .researchInstitute }) / 3_000 - 0.18) < 0.03)
  }

  @Test func clustersAreUneven() throws {
    let actors = try SyntheticNetwork(Self.design).actors
    let sizes = Grouping(name: "cluster", labels: actors.map { $0.cluster?.rawValue }).sizes
    #expect((sizes.max() ?? 0) > 2 * (sizes.min() ?? 0))
  }

  @Test func cancellingIsAnError() async throws {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try SyntheticNetwork(Self.design)
    }
    task.cancel()
    let error = await #expect(throws: BuzzlineError.self) { _ = try await task.value }
    #expect(error?.code == .cancelled)
  }
}
